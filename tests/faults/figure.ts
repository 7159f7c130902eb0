import { appendFileSync } from 'node:fs';
import { test } from 'vitest';
import { FIGURES, type Figure } from './figures.ts';
import { type Chance, chanceOf } from './nemesis/chance.ts';

/** A value that was measured, beside its target. */
export type Reading = {
  readonly figure: Figure;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; a `least` one the least. */
  readonly target: number;
  readonly least?: boolean;
};

/** One try of a figure: its chance, how much to try, and where to put what was measured. */
export type Trial = {
  readonly seed: number;
  readonly chance: Chance;
  readonly size: number;
  /** Puts a measured value beside its target. Only a gross miss (five times) fails, and only where times are looked at. */
  readonly show: (reading: Omit<Reading, 'figure'>) => void;
};

/** How much to try: in `npm test` (0: nothing, for figures of time alone), and in `npm run test:faults`. */
export type Sizes = { readonly ci: number; readonly full: number };

const isFull = process.env.FAULTS_FULL === '1';
const SEED = Number(process.env.FAULTS_SEED ?? 1);
const GROSS = 5;

const isGrossMiss = ({ value, target, least }: Reading): boolean =>
  least === true ? value * GROSS < target : value > GROSS * target;

const showFor =
  (figure: Figure): Trial['show'] =>
  (measured) => {
    if (!isFull) return;
    const reading: Reading = { figure, ...measured };
    const { FAULTS_REPORT: report } = process.env;
    if (report !== undefined) appendFileSync(report, `${JSON.stringify(reading)}\n`);
    if (isGrossMiss(reading)) throw new Error(`a gross miss: ${JSON.stringify(reading)}`);
  };

/** The command that repeats a trial. */
export const repeatCommand = (figure: Figure, seed: number): string =>
  `npm run test:faults -- --seed ${seed} --only ${figure}`;

/** Declares the test of a figure. What fails names the seed and the command that repeats it. */
export const figure = (
  name: Figure,
  title: string,
  { ci, full }: Sizes,
  run: (trial: Trial) => Promise<void> | void,
): void => {
  if (ci === 0 && !isFull) return;
  const trial: Trial = {
    seed: SEED,
    chance: chanceOf(SEED, name),
    size: isFull ? full : ci,
    show: showFor(name),
  };
  test(
    `${name} ${title}`,
    async () => {
      try {
        await run(trial);
      } catch (error) {
        const command = `${isFull ? '' : 'FAULTS_SIZE=ci '}${repeatCommand(name, SEED)}`;
        process.stderr.write(`${name} (${FIGURES[name]}) failed with seed ${SEED}. Repeat: ${command}\n`);
        throw error;
      }
    },
    isFull ? 900_000 : 120_000,
  );
};
