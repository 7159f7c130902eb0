import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paretoPicture } from '../../shared/debrief/paretoPicture.ts';
import type { Press } from '../../shared/engine/state.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { type BySeat, bySeat } from '../../shared/seats.ts';
import { frontierDistance, type Gains } from '../../shared/simulation/frontierDistance.ts';
import { type GameRow, rowOf } from '../../shared/simulation/gameRow.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import type { Table } from '../../shared/table/table.ts';
import { bookFrom } from './bookFrom.ts';
import type { Job } from './job.ts';

/** `scenario`: a shipped id or a file; `logs`: a folder for the games' logs; `distances`: measure them, too. */
export type GamesSetup = {
  readonly scenario: string;
  readonly press: Press;
  readonly logs: string | null;
  readonly distances: boolean;
};

/** Games `from` up to but not including `to` of a batch: game i has the seed `seed/i`. */
export type GamesTask = {
  readonly bots: BySeat<string>;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  readonly mandates?: Partial<BySeat<string>>;
};

type Line = Pick<GamesTask, 'bots' | 'seed' | 'mandates'>;

// Long enough that handing out takes no time, short enough that little is lost when a run is cut off.
const MOST_IN_A_TASK = 8;

/** The games `from` up to but not including `to` that are not done yet, in short ranges for that many workers. */
export function* rangesOf(
  wanted: {
    readonly from: number;
    readonly to: number;
    readonly done: ReadonlySet<number>;
    readonly workers: number;
  },
  line: Line,
): Generator<GamesTask> {
  const { to, done, workers } = wanted;
  const size = Math.min(MOST_IN_A_TASK, Math.ceil((to - wanted.from - done.size) / (2 * workers)));
  for (let from = wanted.from; from < to; from++) {
    if (done.has(from)) continue;
    let end = from + 1;
    while (end < to && end - from < size && !done.has(end)) end++;
    yield { ...line, from, to: end };
    from = end - 1;
  }
}

/** Puts a whole log in its place at once: a reader, or a run after a crash, never finds half a game. */
const writeLog = (folder: string, index: number, table: Table): void => {
  const path = join(folder, `game-${String(index).padStart(6, '0')}.jsonl`);
  const lines = table.entries.map((entry) => JSON.stringify(entry)).join('\n');
  writeFileSync(`${path}.part`, `${lines}\n`);
  renameSync(`${path}.part`, path);
};

/** Measures how far ends lie from their frontier, which is searched once for every combination of mandates. */
const distanceMeter = (book: Book): ((table: Table) => number) => {
  const frontiers = new Map<string, readonly Gains[]>();
  const { seats } = book.scenario;
  return ({ state: { mandates, results } }) => {
    const key = JSON.stringify(mandates);
    const frontier = frontiers.get(key) ?? paretoPicture(book, mandates).frontier.map(({ gains }) => gains);
    frontiers.set(key, frontier);
    const ranges = bySeat((seat) => (seats.includes(seat) ? book.mandateOf(mandates[seat]).ideal : 1));
    const gains = bySeat((seat) => results?.[seat].settlement ?? 0);
    return frontierDistance(frontier, gains, { ranges, seats });
  };
};

/** Plays ranges of games and tells what each came to. */
export const job: Job<GamesSetup, GamesTask, readonly GameRow[]> = {
  file: import.meta.url,
  prepare: ({ scenario, press, logs, distances }) => {
    const book = bookFrom(scenario);
    const distanceOf = distances ? distanceMeter(book) : () => null;
    return ({ bots, seed, from, to, mandates = {} }) =>
      Array.from({ length: to - from }, (_, i) => {
        const index = from + i;
        const table = playGame({ book, bots, seed: `${seed}/${index}`, press, mandates });
        if (logs !== null) writeLog(logs, index, table);
        return rowOf(table, index, distanceOf(table));
      });
  },
};
