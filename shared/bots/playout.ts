import type { Book } from '../scenarios/book.ts';
import type { BySeat, Seat } from '../seats.ts';
import { type Edge, type EdgePoint, edgeOf } from './edge.ts';
import { LAST_CHANCE, TEMPERS } from './mind.ts';
import { recall } from './recall.ts';
import { layoutOf, sheetOf, worthOn } from './sheet.ts';
import { afterPackage, keyOf, type Mask, maskOf, type Situation, seatsOf } from './situation.ts';

/** One way that things may be: who was sent with which mandate, and how each goes about conceding (index in TEMPERS). */
export type World = { readonly mandates: BySeat<string>; readonly tempers: BySeat<number> };

/** A mind's eye: plays a game on in worlds that may be. */
export type Playout = {
  readonly book: Book;
  readonly seat: Seat;
  readonly credibility: BySeat<number>;
  readonly groups: readonly Mask[];
};

/** Every group that can make a treaty at this table. */
const allGroups = (book: Book): readonly Mask[] => {
  const { seats, rules } = book.scenario;
  const pairs = seats.flatMap((one, i) => seats.slice(i + 1).map((other) => maskOf([one, other])));
  return rules.complete || seats.length === 2 ? [maskOf(seats)] : [...pairs, maskOf(seats)];
};

/** Opens a mind's eye for one seat. */
export const openPlayout = (book: Book, seat: Seat, credibility: BySeat<number>): Playout => ({
  book,
  seat,
  credibility,
  groups: allGroups(book),
});

const edgeIn = ({ book, credibility }: Playout, situation: Situation, group: Mask, world: World): Edge => {
  const { US, KR, CN } = credibility;
  const mandates = seatsOf(group).map((seat) => world.mandates[seat]);
  const key = `edge ${group} ${mandates.join()} ${keyOf(situation)} ${US} ${KR} ${CN}`;
  return recall(book, key, () => edgeOf(book, situation, group, world.mandates, credibility));
};

// Less than this is not worth a treaty, USD bn.
const LEAST = 0.3;

/** The package of an edge that leaves everybody most satisfied beyond what they ask for; null: their demands don't meet. */
const meeting = ({ points, best }: Edge, asks: readonly number[]): EdgePoint | null => {
  let found: EdgePoint | null = null;
  let most = 0;
  for (const point of points) {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < asks.length; i++) {
      const beyond = best[i] < LEAST ? -1 : point.gains[i] / best[i] - asks[i];
      least = Math.min(least, point.gains[i] < LEAST ? -1 : beyond);
    }
    if (least < most || (least === most && found !== null)) continue;
    most = least;
    found = point;
  }
  return found;
};

// A treaty that comes a round later has lost that round's flow.
const DELAY = 0.97;

/**
 * Plays on to the end in one world: round by round each group signs as soon as its parties' demands meet, and in the last
 * round whatever is better than nothing. Returns what the seat has gained by then over the start, USD bn, later gains
 * counting less. `order`: the groups' turn.
 */
export const playOn = (
  playout: Playout,
  world: World,
  start: Situation,
  round: number,
  order: readonly number[],
): number => {
  const { book, seat, groups } = playout;
  const layout = layoutOf(book);
  const sheet = sheetOf(book, world.mandates[seat]);
  const { rounds } = book.scenario.rules;
  let situation = start;
  let worth = worthOn(layout, sheet, start.outlook);
  let gained = 0;
  let edges = new Map<Mask, Edge>();
  const sign = (group: Mask, asks: readonly number[], at: number): void => {
    const edge = edges.get(group) ?? edgeIn(playout, situation, group, world);
    edges.set(group, edge);
    const point = meeting(edge, asks);
    if (point === null) return;
    edges = new Map();
    situation = afterPackage(situation, point.levels, group);
    const next = worthOn(layout, sheet, situation.outlook);
    gained += (next - worth) * DELAY ** (at - round);
    worth = next;
  };
  for (let at = round; at <= rounds; at++) {
    const time = (at - 1) / Math.max(1, rounds - 1);
    for (const g of order) {
      const group = groups[g];
      sign(
        group,
        seatsOf(group).map((party) => TEMPERS[world.tempers[party]](time)),
        at,
      );
    }
  }
  for (const g of order)
    sign(
      groups[g],
      seatsOf(groups[g]).map(() => LAST_CHANCE),
      rounds,
    );
  return gained;
};
