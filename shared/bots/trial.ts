import type { Seat } from '../seats.ts';
import { appealOf, takingIn } from './mind.ts';
import { isNegotiating } from './moves.ts';
import { openPlayout, type Playout, playOn, type World } from './playout.ts';
import type { Mask, Situation } from './situation.ts';
import type { Study } from './study.ts';
import { worldsOf } from './worlds.ts';

/** Something that could be done now: where it leads if it succeeds, what that brings at once (USD bn), and its chance in a world. */
export type Plan = {
  readonly leads: Situation;
  readonly gain: number;
  readonly chance: (world: World) => number;
};

/** The chance in a world that some seats take a package. */
export const takenBy = (
  study: Study,
  seats: readonly Seat[],
  group: Mask,
  levels: readonly number[],
): Plan['chance'] => {
  const { sight, situation, known } = study;
  const { book, view } = sight;
  const { rounds } = book.scenario.rules;
  const time = (view.round - 1) / Math.max(1, rounds - 1);
  const scene = { situation, group, credibility: known.credibility };
  const takers = seats.map((seat) => ({ seat, appeal: appealOf(book, scene, seat, levels) }));
  return ({ mandates, tempers }: World): number =>
    takers.reduce((chance, { seat, appeal }) => {
      const mandate = book.mandatesOf(seat).findIndex(({ id }) => id === mandates[seat]);
      return chance * takingIn(appeal[mandate], tempers[seat], time, view.round >= rounds);
    }, 1);
};

const orderOf = ({ groups }: Playout, n: number): readonly number[] =>
  groups.map((_, i) => (i + n) % groups.length);

/** What is compared: plans and doing nothing, in the same worlds and in the same order of play. `idle`: gains of doing nothing, USD bn. */
export type Trial = {
  readonly study: Study;
  readonly playout: Playout;
  readonly worlds: readonly World[];
  readonly idle: readonly number[];
};

/** Opens a trial over so many worlds: what doing nothing leads to in each. */
export const openTrial = (study: Study, count: number): Trial => {
  const { book, own, view } = study.sight;
  const playout = openPlayout(book, own.seat, view.credibility);
  const worlds = worldsOf(study, count);
  const round = view.round + (isNegotiating(study.sight) ? 0 : 1);
  const idle = worlds.map((world, n) =>
    round > book.scenario.rules.rounds
      ? 0
      : playOn(playout, world, study.situation, round, orderOf(playout, n)),
  );
  return { study, playout, worlds, idle };
};

/** What a plan brings on average beyond doing nothing, over the first worlds of a trial. USD bn. */
export const advantage = (
  { study, playout, worlds, idle }: Trial,
  { chance, gain, leads }: Plan,
  count: number,
): number => {
  let sum = 0;
  for (let n = 0; n < count; n++) {
    const likely = chance(worlds[n]);
    if (likely < 0.01) continue;
    const then = gain + playOn(playout, worlds[n], leads, study.sight.view.round, orderOf(playout, n));
    sum += likely * (then - idle[n]);
  }
  return sum / count;
};
