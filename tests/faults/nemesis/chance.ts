import { randomStream } from '../../../shared/simulation/randomStream.ts';

/** What the nemesis decides by: the same seed, the same faults in the same order. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True in a share of the cases. */
  readonly happens: (share: number) => boolean;
  readonly shuffled: <T>(list: readonly T[]) => T[];
};

/** Opens a stream of chance of its own for every seed and name. */
export const chanceOf = (seed: number, name: string): Chance => {
  const next = randomStream(`${name} ${seed}`);
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[whole(0, list.length - 1)]!;
    },
    happens: (share) => next() < share,
    shuffled: (list) => {
      const drawn = list.map((item) => ({ item, at: next() }));
      return drawn.sort((a, b) => a.at - b.at).map(({ item }) => item);
    },
  };
};
