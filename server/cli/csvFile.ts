import { closeSync, openSync, writeSync } from 'node:fs';
import type { BySeat } from '../../shared/seats.ts';
import type { GameRow } from '../../shared/simulation/gameRow.ts';
import { gamesCsvHead, gamesCsvLine } from '../../shared/simulation/gamesCsv.ts';

/** A table of games that is written in their order, whatever the order in which they come. */
export type CsvFile = { readonly add: (rows: readonly GameRow[]) => void; readonly close: () => void };

/** Begins the table. `first`: the number of the first game that is to come. */
export const openCsv = (
  path: string,
  batch: { readonly seed: string; readonly bots: BySeat<string> },
  first: number,
): CsvFile => {
  const file = openSync(path, 'w');
  const waiting = new Map<number, GameRow>();
  let next = first;
  writeSync(file, gamesCsvHead);
  return {
    add: (rows) => {
      for (const row of rows) waiting.set(row.index, row);
      let lines = '';
      for (let row = waiting.get(next); row !== undefined; row = waiting.get(next)) {
        lines += gamesCsvLine(row, batch);
        waiting.delete(next);
        next++;
      }
      if (lines !== '') writeSync(file, lines);
    },
    close: () => {
      const rest = [...waiting.values()].sort((one, other) => one.index - other.index);
      writeSync(file, rest.map((row) => gamesCsvLine(row, batch)).join(''));
      closeSync(file);
    },
  };
};
