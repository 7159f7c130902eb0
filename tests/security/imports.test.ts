import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bookFrom, bookOfText } from '../../server/workers/bookFrom.ts';
import { chipCouncil } from '../../shared/scenarios/chipCouncil.ts';
import { randomStream } from '../../shared/simulation/randomStream.ts';
import { tiny } from '../scenarios/tiny.ts';
import { NASTY } from './hostileMessages.ts';

const SEED = process.env.SEED ?? 'imports';
const FILES = Number(process.env.FILES ?? 2000);
// Ten times what is aimed at (100 ms): only a hang fails, not a busy machine.
const HANG_MS = 1000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-giants-imports-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jsonSafe = (value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
const chance = randomStream(SEED);
const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)]!;

/** Breaks one place of a copy, at any depth. */
const broken = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || chance() < 0.03)
    return jsonSafe(pick(Object.values(NASTY)));
  if (Array.isArray(value)) {
    if (value.length === 0 || chance() < 0.05) return Array(pick([0, 1000])).fill(value[0] ?? 1);
    const at = Math.floor(chance() * value.length);
    return value.map((item, i) => (i === at ? broken(item) : item));
  }
  const key = pick(Object.keys(value));
  const parts = value as Record<string, unknown>;
  if (chance() < 0.05) return { ...parts, [pick(['__proto__', 'extra', 'constructor'])]: 1 };
  return { ...parts, [key]: broken(parts[key]) };
};

/** A file as somebody with bad intentions would write it: a scenario with a wrong part, cut off, or with wrong bytes. */
const hostileFile = (): string => {
  const text =
    JSON.stringify(broken(pick([tiny(), tiny(), tiny(), chipCouncil])), (_, value) => jsonSafe(value)) ??
    'undefined';
  const kind = chance();
  const at = Math.floor(chance() * text.length);
  if (kind < 0.1) return text.slice(0, at);
  if (kind < 0.2)
    return `${text.slice(0, at)}${pick(['\u0000', '{', '"', '\ud800', '1e999', ',,'])}${text.slice(at + 1)}`;
  return text;
};

describe('S15: scenarios from files', () => {
  test('S15: the whole ones are read', () => {
    for (const scenario of [tiny(), chipCouncil])
      expect(bookOfText(JSON.stringify(scenario))).toHaveProperty('scenario');
  });

  test(`S15: ${FILES} hostile files: each is read or refused with a reason, none throws or hangs (seed ${SEED})`, () => {
    let slowest = 0;
    let refused = 0;
    for (let i = 0; i < FILES; i++) {
      const text = hostileFile();
      // The work itself: a busy machine has others to serve meanwhile.
      const before = process.threadCpuUsage();
      const book = bookOfText(text);
      const { user, system } = process.threadCpuUsage(before);
      slowest = Math.max(slowest, (user + system) / 1000);
      if ('fault' in book) {
        refused++;
        expect(book.fault).not.toBe('');
      }
    }
    console.log(
      `S15: ${FILES} files, ${refused} refused, slowest ${slowest.toFixed(0)} ms of CPU (aim: 100)`,
    );
    expect(refused).toBeGreaterThan(FILES / 4);
    expect(slowest).toBeLessThan(HANG_MS);
    expect('polluted' in {}).toBe(false);
  });

  test.each([
    ['larger than 2 MB', JSON.stringify('x'.repeat(2_000_001))],
    ['too deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['too long a list', JSON.stringify({ ...tiny(), levers: Array(501).fill(tiny().levers[0]) })],
    ['an empty file', ''],
    ['a number', '1e999'],
    ['a version to come', JSON.stringify({ ...tiny(), version: 2 ** 53 })],
    ['no scenario', '{}'],
  ])('S15: %s is refused with a reason', (_, text) => {
    const path = join(folder, 'scenario.json');
    writeFileSync(path, text);
    expect(() => bookFrom(path)).toThrow(path);
  });

  test('S15: what is no file of this machine is refused', () => {
    for (const source of [
      '/dev/null',
      folder,
      'https://evil.example/scenario.json',
      '__proto__',
      'constructor',
    ])
      expect(() => bookFrom(source), source).toThrow();
  });
});
