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

/** A package that waits for the word of some seats of its group. `until`: the last round in which they may give it. */
export type Waiting = {
  readonly group: Mask;
  readonly levels: readonly number[];
  readonly open: readonly Seat[];
  readonly until: number;
};

/** The chance in a world that all seats take a package that waits for them: they ask for least when it is about to lapse. */
export const takenBy = (study: Study, { group, levels, open, until }: Waiting): Plan['chance'] => {
  const { sight, situation, known } = study;
  const { book } = sight;
  const { rounds } = book.scenario.rules;
  const time = (until - 1) / Math.max(1, rounds - 1);
  const scene = { situation, group, credibility: known.credibility };
  const takers = open.map((seat) => ({ seat, appeal: appealOf(book, scene, seat, levels) }));
  return ({ mandates, tempers }: World): number =>
    takers.reduce((chance, { seat, appeal }) => {
      const mandate = book.mandatesOf(seat).findIndex(({ id }) => id === mandates[seat]);
      return chance * takingIn(appeal[mandate], tempers[seat], time, until >= rounds);
    }, 1);
};

/**
 * What is compared: plans and doing nothing, in the same worlds and in the same order of play. `round`: played on from, past
 * the last where all is said; `idle`: gains of doing nothing, USD bn.
 */
export type Trial = {
  readonly study: Study;
  readonly playout: Playout;
  readonly worlds: readonly World[];
  readonly round: number;
  readonly idle: readonly number[];
};

/** What some situation leads to in the n-th world. USD bn. */
const leadingTo = (
  { playout, worlds, round }: Omit<Trial, 'idle'>,
  situation: Situation,
  n: number,
): number => {
  const { book, groups } = playout;
  const order = groups.map((_, i) => (i + n) % groups.length);
  return round > book.scenario.rules.rounds ? 0 : playOn(playout, worlds[n], situation, round, order);
};

/** Opens a trial over so many worlds: what doing nothing leads to in each. */
export const openTrial = (study: Study, count: number): Trial => {
  const { book, own, view } = study.sight;
  const trial = {
    study,
    playout: openPlayout(book, own.seat, view.credibility),
    worlds: worldsOf(study, count),
    // Once the talk is over, packages wait for the next round.
    round: view.round + (isNegotiating(study.sight) ? 0 : 1),
  };
  return { ...trial, idle: trial.worlds.map((_, n) => leadingTo(trial, study.situation, n)) };
};

/** What a plan brings beyond doing nothing in each world of a trial. USD bn. */
export const advantages = (trial: Trial, { chance, gain, leads }: Plan): readonly number[] =>
  trial.worlds.map((world, n) => {
    const likely = chance(world);
    return likely < 0.01 ? 0 : likely * (gain + leadingTo(trial, leads, n) - trial.idle[n]);
  });
