import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import { pack, playGolden } from './goldenGame.ts';

/**
 * Writes the golden logs of the present version of every scenario that has none yet: `node tests/golden/make.ts`. Do it when
 * a version is released, and never again for that version: a file that changes is a promise that was broken.
 * `--replace` makes them anew before a release.
 */
const GAMES = 20;
for (const id of Object.keys(SCENARIOS)) {
  const book = bookOf(id);
  const file = join(import.meta.dirname, `${id}-v${book.scenario.version}.jsonl.gz`);
  if (existsSync(file) && !process.argv.includes('--replace')) continue;
  writeFileSync(file, pack(playGolden(book, GAMES)));
  process.stdout.write(`${file}\n`);
}
