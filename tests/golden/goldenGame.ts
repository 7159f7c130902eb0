import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Entry, stateHash } from '../../shared/engine/log.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import type { BySeat } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';

/** A game that was played under some version of a scenario and of the rules: its whole log, and what it came to. */
export type GoldenGame = {
  readonly scenario: string;
  readonly version: number;
  readonly bots: BySeat<string>;
  readonly seed: string;
  /** The hash of the state that the log folds to. */
  readonly hash: string;
  readonly entries: readonly Entry[];
};

const RUNGS = ['random', 'conceder', 'boulware', 'micro', 'trader'] as const;

/** The line-ups: all sorts of bots against each other, so that every kind of move comes up. */
const lineUp = (i: number): BySeat<string> => ({
  US: RUNGS[i % RUNGS.length]!,
  KR: RUNGS[(i * 2 + 1) % RUNGS.length]!,
  CN: RUNGS[(i * 3 + 2) % RUNGS.length]!,
});

/** Plays games as today's rules have them. */
export const playGolden = (book: Book, count: number): readonly GoldenGame[] =>
  Array.from({ length: count }, (_, i) => {
    const [bots, seed] = [lineUp(i), `golden ${i}`];
    const { state, entries } = playGame({ book, bots, seed });
    const { id: scenario, version } = book.scenario;
    return { scenario, version, bots, seed, hash: stateHash(state), entries };
  });

/** Packs games for a file: a line each, compressed. */
export const pack = (games: readonly GoldenGame[]): Buffer =>
  gzipSync(games.map((game) => `${JSON.stringify(game)}\n`).join(''), { level: 9 });

/** The games in a file. */
export const unpack = (file: string): readonly GoldenGame[] =>
  gunzipSync(readFileSync(file))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldenGame);
