import { clausesInForce, inForce, settlementLevels } from '../engine/treaties.ts';
import type { View } from '../engine/view.ts';
import type { Book } from '../scenarios/book.ts';
import type { Lever } from '../scenarios/schema.ts';
import { SEATS, type Seat } from '../seats.ts';

/** A set of seats as bits, in the order of SEATS. */
export type Mask = number;

/** The bits of some seats. */
export const maskOf = (seats: readonly Seat[]): Mask =>
  seats.reduce((mask, seat) => mask | (1 << SEATS.indexOf(seat)), 0);

/** The seats of some bits. */
export const seatsOf = (mask: Mask): readonly Seat[] => SEATS.filter((_, i) => (mask & (1 << i)) !== 0);

/** Needed for a lever that nobody may put into an offer now: more bits than there are seats. */
const NOBODY: Mask = 1 << SEATS.length;

/**
 * What is still to be negotiated, as one seat sees it. `outlook`: the settlement's levels if nothing more happens;
 * `needs`: per lever the seats that must agree to change it; `signed`: a treaty is in force; `unopened`: levers off the
 * agenda that this seat alone may put on it.
 */
export type Situation = {
  readonly outlook: readonly number[];
  readonly needs: readonly Mask[];
  readonly signed: boolean;
  readonly unopened: readonly number[];
};

/** The part of a view, or of what events have told, that a situation is made of. */
export type Scene = Pick<View, 'levels' | 'treaties' | 'pledges' | 'agenda' | 'credibility'>;

/**
 * Levels in force with pledges that are due, not yet met, and made by a seat whose word is intact: bots read
 * pledges, not prose.
 */
const expectedLevels = (
  book: Book,
  { levels, pledges, credibility }: Scene,
  reader: Seat,
): readonly number[] => {
  const expected = [...levels];
  for (const { seat, lever, bound, level, kept } of pledges) {
    const broken = pledges.some((other) => other.seat === seat && other.kept === false);
    if (kept !== null || seat === reader || broken || credibility[seat] < 100) continue;
    const at = book.leverIndex[lever] as number;
    expected[at] = bound === 'atLeast' ? Math.max(expected[at], level) : Math.min(expected[at], level);
  }
  return expected;
};

const isUnopened = (lever: Lever, agenda: readonly string[]): boolean =>
  lever.offAgenda === true && !agenda.includes(lever.id);

const needsOf = (book: Book, { treaties, agenda }: Scene, lever: Lever, reader: Seat): Mask => {
  if (isUnopened(lever, agenda) && book.scenario.rules.offAgenda.opener !== reader) return NOBODY;
  const holders = inForce(treaties)
    .filter((treaty) => treaty.clauses.some((clause) => clause.lever === lever.id))
    .map((treaty) => maskOf(treaty.parties));
  return holders.reduce((mask, holder) => mask | holder, maskOf(lever.owners));
};

/** The situation as a seat sees it. A treaty that has been denounced binds its levers still, but not the future. */
export const situationOf = (book: Book, scene: Scene, reader: Seat): Situation => {
  const lasting = scene.treaties.filter((treaty) => treaty.fallsIn === null);
  return {
    outlook: settlementLevels(book, expectedLevels(book, scene, reader), clausesInForce(lasting)),
    needs: book.scenario.levers.map((lever) => needsOf(book, scene, lever, reader)),
    signed: inForce(lasting).length > 0,
    unopened: book.scenario.levers.flatMap((lever, i) =>
      isUnopened(lever, scene.agenda) && book.scenario.rules.offAgenda.opener === reader ? [i] : [],
    ),
  };
};

/** The situation once a group has signed a package that leads to some levels. */
export const afterPackage = (situation: Situation, levels: readonly number[], group: Mask): Situation => ({
  outlook: levels,
  needs: situation.needs.map((mask, i) => (levels[i] === situation.outlook[i] ? mask : mask | group)),
  signed: true,
  unopened: situation.unopened.filter((lever) => levels[lever] === situation.outlook[lever]),
});

const keys = new WeakMap<Situation, string>();

/** A short text that is equal for equal situations. */
export const keyOf = (situation: Situation): string => {
  const known = keys.get(situation);
  if (known !== undefined) return known;
  const { outlook, needs, signed, unopened } = situation;
  const key = `${outlook.join('')} ${needs.join('')} ${signed ? 1 : 0} ${unopened.join()}`;
  keys.set(situation, key);
  return key;
};

/** The groups that a seat can make a treaty with: each other alone, then both; all in a scenario of complete packages. */
export const groupsOf = (book: Book, seat: Seat): readonly Mask[] => {
  const { seats, rules } = book.scenario;
  const own = maskOf([seat]);
  const others = seats.filter((other) => other !== seat);
  if (rules.complete || others.length === 1) return [maskOf(seats)];
  return [...others.map((other) => own | maskOf([other])), maskOf(seats)];
};

const moves = new WeakMap<Situation, Map<Mask, readonly number[]>>();

/** The moves that a group can agree on: lever, level, lever, level, ... by index, a lever's moves together. */
export const movesOf = (book: Book, situation: Situation, group: Mask): readonly number[] => {
  const known = moves.get(situation) ?? new Map<Mask, readonly number[]>();
  moves.set(situation, known);
  const found =
    known.get(group) ??
    book.scenario.levers.flatMap((lever, i) =>
      (situation.needs[i] & ~group) !== 0
        ? []
        : lever.levels.flatMap((level, step) => (level.treaty === false ? [] : [i, step])),
    );
  known.set(group, found);
  return found;
};
