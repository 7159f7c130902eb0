import { bookOf } from '../../shared/scenarios/index.ts';
import { SEATS, type Seat } from '../../shared/seats.ts';
import { classDebrief } from '../../shared/text/en/classDebrief.ts';
import { command } from '../../shared/text/en/command.ts';
import { debrief } from '../../shared/text/en/debrief.ts';
import { en as first } from '../../shared/text/en.ts';

const en = { ...first, ...command, ...classDebrief, ...debrief };

export const SCENARIO = 'tariff-pause-2025';

type Params = Readonly<Record<string, string | number>>;

/** A sentence of the English catalogue, so that a change of wording breaks no test. */
export const say = (key: keyof typeof en, params: Params = {}): string =>
  en[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The same as the beginning of a name, where counts may follow. */
export const begins = (key: keyof typeof en, params: Params = {}): RegExp =>
  new RegExp(`^${escaped(say(key, params))}`);

/** A sentence up to the first place for which nothing is given: `Korea offers China a treaty: `. */
export const upTo = (key: keyof typeof en, params: Params): string =>
  en[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? '\0')).replace(/\0.*$/s, '');

/** Seats in a row, in the order given: `US and Korea`. */
export const namesOf = (seats: readonly Seat[]): string =>
  new Intl.ListFormat('en-US').format(seats.map((seat) => say(`seat.short.${seat}`)));

export const shortName = (seat: Seat): string => say(`seat.short.${seat}`);

/** Seats in the order of the game. */
export const inOrder = (seats: readonly Seat[]): readonly Seat[] =>
  SEATS.filter((seat) => seats.includes(seat));

/** A lever's English label. */
export const leverLabel = (id: string): string => bookOf(SCENARIO).leverOf(id).label.en;
