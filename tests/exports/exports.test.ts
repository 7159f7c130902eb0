import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportFiles, zipOf } from '../../server/exports/archive.ts';
import { csvOf, fileName } from '../../server/exports/csv.ts';
import { type ExportPlan, type ExportSource, pseudonymOf } from '../../server/exports/exported.ts';
import { fold, initialState } from '../../shared/engine/evolve.ts';
import { brokenAt, type Entry, stateHash } from '../../shared/engine/log.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { openGame, tableOffer } from '../helpers/game.ts';

/** Reads what `csvOf` writes, by the letter of RFC 4180. */
const readCsv = (text: string): readonly Record<string, string>[] => {
  const [head, ...rows] = [
    ...text.slice(1).matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n))+?(?<=\r\n)/g),
  ].map(([line]) =>
    [...line.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
  return rows.map((row) => Object.fromEntries(head!.map((column, i) => [column, row[i]!])));
};

const SCENARIOS = ['chip-council', 'tariff-pause-2025'] as const;
const played = new Map<string, readonly Entry[]>();
const gameOf = (scenario: string, seed: number): readonly Entry[] => {
  const key = `${scenario} ${seed}`;
  const bots = { US: 'random', KR: 'random', CN: 'random' };
  const entries = played.get(key) ?? playGame({ book: bookOf(scenario), bots, seed: key }).entries;
  played.set(key, entries);
  return entries;
};

const anyClass: fc.Arbitrary<ExportPlan> = fc
  .record({
    key: fc.string({ minLength: 1 }),
    games: fc.array(fc.tuple(fc.constantFrom(...SCENARIOS), fc.nat(5)), { maxLength: 4 }),
    words: fc.boolean(),
    answers: fc.array(fc.record({ member: fc.string(), answer: fc.oneof(fc.string(), fc.nat(7)) }), {
      maxLength: 4,
    }),
  })
  .map(({ key, games, words, answers }) => ({
    key,
    withWords: words,
    tables: games.map(
      ([scenario, seed], i): ExportSource => ({
        number: i + 1,
        scenario,
        treatment: null,
        entries: gameOf(scenario, seed),
      }),
    ),
    answers: answers.map((row) => ({ ...row, form: 'after' as const, item: 'own.1', text: '=1+1', at: 5 })),
  }));

describe('exports (R26)', () => {
  test('keys join, counts agree, and the same export is the same to the byte', () => {
    fc.assert(
      fc.property(anyClass, (plan) => {
        const files = exportFiles(plan);
        const sheet = (name: string) => readCsv(files[`${name}.csv`]!);
        const tables = new Map(sheet('tables').map((row) => [row.table, row]));
        expect(tables.size).toBe(plan.tables.length);
        const offers = new Set(sheet('offers').map((row) => `${row.table} ${row.offer}`));
        for (const name of ['seats', 'offers', 'clauses', 'messages', 'events'])
          for (const row of sheet(name)) expect(tables.has(row.table!)).toBe(true);
        for (const row of sheet('clauses')) expect(offers.has(`${row.table} ${row.offer}`)).toBe(true);
        for (const [id, row] of tables) {
          const of = (name: string) => sheet(name).filter((one) => one.table === id);
          expect(of('events')).toHaveLength(Number(row.events));
          expect(of('offers')).toHaveLength(Number(row.offers));
          expect(of('offers').filter(({ treaty }) => treaty !== '')).toHaveLength(Number(row.treaties));
          const clauses = of('offers').reduce((sum, offer) => sum + Number(offer.clauses), 0);
          expect(of('clauses')).toHaveLength(clauses);
          expect(files[`logs/${id}.jsonl`]!.trimEnd().split('\n')).toHaveLength(Number(row.entries));
        }
        expect(sheet('answers')).toHaveLength(plan.answers.length);
        expect(Buffer.from(zipOf(plan)).equals(Buffer.from(zipOf(structuredClone(plan))))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('the JSON, read again, folds to the state whose hash goes with it', () => {
    const tables = SCENARIOS.map((scenario, i) => ({
      number: i + 1,
      scenario,
      treatment: null,
      entries: gameOf(scenario, 1),
    }));
    const json = JSON.parse(exportFiles({ key: 'k', tables, answers: [], withWords: false })['export.json']!);
    expect(json).toMatchObject({ format: 'between-giants/export', version: 1 });
    for (const [i, { entries, stateHash: written }] of json.tables.entries()) {
      const book = bookOf(SCENARIOS[i]!);
      const events = entries.flatMap((entry: Entry) => entry.events);
      expect(stateHash(fold(book, initialState(book), events))).toBe(written);
      expect(brokenAt(entries)).toBe(null);
    }
  });
});

describe('exports tell no more than they may', () => {
  const game = openGame();
  game.act('system', {
    type: 'occupy',
    seat: 'KR',
    occupant: { kind: 'person', name: 'canary-name', standIn: null },
    holder: 'canary-guest',
  });
  game.act('KR', { type: 'speak', to: 'all', text: '=canary-words', pledge: null });
  tableOffer(game, 'KR', {
    to: ['US'],
    note: 'canary-note',
    clauses: [{ lever: 'kr-supply-chains', level: 1, from: 0 }],
  });
  game.toEnd();
  const plan = (key: string, words: boolean): ExportPlan => ({
    key,
    withWords: words,
    answers: [
      { member: 'canary-guest', form: 'after', item: 'own.1', text: null, answer: 'canary-answer', at: 1 },
    ],
    tables: [{ number: 1, scenario: 'tariff-pause-2025', treatment: null, entries: game.table.entries }],
  });
  const textOf = (key: string, words: boolean): string =>
    Object.values(exportFiles(plan(key, words))).join('\n');

  test('no names, no guests, no words unless people agreed; pseudonyms differ between classes', () => {
    expect(textOf('one', false)).not.toContain('canary');
    const open = textOf('one', true);
    for (const word of ['canary-words', 'canary-note', 'canary-answer']) expect(open).toContain(word);
    expect(open).not.toMatch(/canary-name|canary-guest/);
    const [one, other] = ['one', 'other'].map((key) => pseudonymOf(key, 'canary-guest'));
    expect(one).not.toBe(other);
    expect(
      readCsv(exportFiles(plan('one', false))['seats.csv']!).find(({ seat }) => seat === 'KR')!.people,
    ).toBe(one);
    expect(readCsv(exportFiles(plan('one', false))['answers.csv']!)[0]!.person).toBe(one);
    expect(textOf('other', false)).not.toContain(one);
  });

  test('S14: cells are no formulas, names no paths', () => {
    for (const text of ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', '＝1'])
      expect(readCsv(csvOf({ columns: ['a'], rows: [[text]] }))[0]!.a).toBe(`'${text}`);
    expect(csvOf({ columns: ['a'], rows: [['한국, "中国"'], [-1]] })).toBe(
      '\uFEFFa\r\n"한국, ""中国"""\r\n-1\r\n',
    );
    expect(textOf('one', true)).toContain("'=canary-words");
    for (const name of ['../../etc/passwd', 'a/b\\c', '..', '', 'CON:\u0000', '수업 1'])
      expect(fileName(name)).toMatch(/^[\p{L}\p{N}_-]{1,60}$/u);
    for (const name of Object.keys(unzipSync(zipOf(plan('one', false)))))
      expect(name).toMatch(/^(?:logs\/)?[A-Za-z0-9]+\.(?:csv|json|jsonl)$/);
  });
});
