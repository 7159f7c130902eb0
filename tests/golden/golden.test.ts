import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { brokenAt, stateHash } from '../../shared/engine/log.ts';
import { RULES_VERSION } from '../../shared/engine/versions.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import { restoreTable } from '../../shared/table/table.ts';
import { figure } from '../faults/figure.ts';
import { goldenFile, unpack } from './goldenGame.ts';

const LEAST_GAMES = 20;

figure(
  'R16',
  'the golden logs of every version fold to the states that they were recorded with',
  { ci: 1, full: 1 },
  () => {
    for (const id of Object.keys(SCENARIOS))
      expect(
        existsSync(goldenFile(id, bookOf(id).scenario.version)),
        `${id}: node tests/golden/make.ts`,
      ).toBe(true);
    for (const file of globSync(join(import.meta.dirname, '*.jsonl.gz'))) {
      const games = unpack(file);
      expect(games.length).toBeGreaterThanOrEqual(LEAST_GAMES);
      for (const { scenario, version, rules, seed, hash, entries } of games) {
        const name = `${scenario} ${version}, ${seed}`;
        expect(brokenAt(entries), name).toBeNull();
        expect(entries[0]?.events[0], name).toMatchObject({ versions: { rules, scenario: version } });
        expect(rules).toBeLessThanOrEqual(RULES_VERSION);
        const table = restoreTable({ book: bookOf(scenario), entries });
        if ('brokenAt' in table) throw new Error(`${name} can't be opened: ${JSON.stringify(table)}`);
        expect(stateHash(table.state), name).toBe(hash);
        expect(table.state.phase, name).toBe('ended');
      }
    }
  },
);
