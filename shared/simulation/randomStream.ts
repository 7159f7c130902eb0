import { hash53 } from '../engine/chance.ts';

/**
 * A stream of numbers in [0, 1) from a seed, for work that takes millions of them (sfc32, after Chris Doty-Humphrey):
 * the same seed, the same stream on every machine. Tables draw by label instead (`draw`).
 */
export const randomStream = (seed: string): (() => number) => {
  let a = hash53(`${seed}\na`) | 0;
  let b = hash53(`${seed}\nb`) | 0;
  let c = hash53(`${seed}\nc`) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
};
