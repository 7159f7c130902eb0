import type { Event } from '../../shared/engine/events.ts';
import type { Clause, Offer, Treaty } from '../../shared/engine/state.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import type { Seat } from '../../shared/seats.ts';
import { levelText, listed } from './figures.ts';
import { t, words } from './language.ts';

/** What a sentence about an event may need beside it: the scenario's words, and offers and treaties by id. */
export type Telling = {
  readonly scenario: Scenario;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly treaties: ReadonlyMap<string, Treaty>;
  /** The viewer's own seat. */
  readonly own: Seat | null;
};

/** Gathers from the events so far what later sentences refer to. */
export const tellingOf = (scenario: Scenario, own: Seat | null, events: readonly Event[]): Telling => {
  const offers = new Map<string, Offer>();
  const treaties = new Map<string, Treaty>();
  for (const event of events) {
    if (event.kind === 'offerTabled') offers.set(event.offer.id, event.offer);
    if (event.kind === 'treatySigned') treaties.set(event.treaty.id, event.treaty);
  }
  return { scenario, own, offers, treaties };
};

/** A seat's short name. */
export const seatName = (seat: Seat): string => t(`seat.short.${seat}`);

/** Seats' short names in a row. */
export const seatNames = (seats: readonly Seat[]): string => listed(seats.map(seatName));

/** A lever's label. */
export const leverName = ({ scenario }: Telling, id: string): string => {
  const lever = scenario.levers.find((candidate) => candidate.id === id);
  return lever === undefined ? id : words(lever.label);
};

/** A lever's level in words. */
export const levelName = ({ scenario }: Telling, id: string, level: number): string => {
  const lever = scenario.levers.find((candidate) => candidate.id === id);
  return lever === undefined ? String(level) : levelText(lever, level);
};

const MOST_CLAUSES = 3;

/** A clause with the level that it asks for. */
export const clauseText = (telling: Telling, { lever, level }: Clause): string =>
  t('clause.to', { lever: leverName(telling, lever), level: levelName(telling, lever, level) });

/** The first clauses in a row, and how many more there are: a sentence has to end some time. */
export const clausesText = (telling: Telling, clauses: readonly Clause[]): string => {
  const isLong = clauses.length > MOST_CLAUSES + 1;
  const told = (isLong ? clauses.slice(0, MOST_CLAUSES) : clauses).map((clause) =>
    clauseText(telling, clause),
  );
  return listed(isLong ? [...told, t('clause.more', { count: clauses.length - MOST_CLAUSES })] : told);
};
