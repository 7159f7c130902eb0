import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { exportFiles, zipOf } from '../../server/exports/archive.ts';
import type { ExportPlan, ExportSource } from '../../server/exports/exported.ts';
import { leadsToSame, readExport } from '../../shared/debrief/readExport.ts';
import { openLog } from '../../shared/debrief/report.ts';
import type { Entry } from '../../shared/engine/log.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { playGame } from '../../shared/simulation/playGame.ts';

/** Reads what `csvOf` writes, by the letter of RFC 4180. */
export const readCsv = (text: string): readonly Record<string, string>[] => {
  const [head, ...rows] = [
    ...text.slice(1).matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n))+?(?<=\r\n)/g),
  ].map(([line]) =>
    [...line.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
  return rows.map((row) => Object.fromEntries(head!.map((column, i) => [column, row[i]!])));
};

/** The scenarios that ship. */
export const SCENARIOS = ['chip-council', 'tariff-pause-2025'] as const;
const played = new Map<string, readonly Entry[]>();
/** A game of bots that has ended. */
export const gameOf = (scenario: string, seed: number): readonly Entry[] => {
  const key = `${scenario} ${seed}`;
  const bots = { US: 'random', KR: 'random', CN: 'random' };
  const entries = played.get(key) ?? playGame({ book: bookOf(scenario), bots, seed: key }).entries;
  played.set(key, entries);
  return entries;
};

/** Any class that has been played. */
export const anyClass: fc.Arbitrary<ExportPlan> = fc
  .record({
    key: fc.string({ minLength: 1 }),
    games: fc.array(fc.tuple(fc.constantFrom(...SCENARIOS), fc.nat(5)), { maxLength: 4 }),
    words: fc.option(fc.subarray(['ann', 'bo', 'cy'])),
    answers: fc.array(fc.record({ member: fc.string(), answer: fc.oneof(fc.string(), fc.nat(7)) }), {
      maxLength: 4,
    }),
  })
  .map(({ key, games, words, answers }) => ({
    key,
    words,
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

type Files = Readonly<Record<string, string>>;

/** Every key of the sheets joins, and every count agrees with the log that it counts. */
export const checkJoins = (files: Files): void => {
  const sheet = (name: string) => readCsv(files[`${name}.csv`]!);
  const tables = new Map(sheet('tables').map((row) => [row.table, row]));
  const offers = new Set(sheet('offers').map((row) => `${row.table} ${row.offer}`));
  for (const name of ['seats', 'offers', 'clauses', 'messages', 'events'])
    for (const row of sheet(name)) ok(tables.has(row.table!), `${name} of no table`);
  for (const row of sheet('clauses')) ok(offers.has(`${row.table} ${row.offer}`), 'a clause of no offer');
  for (const [id, row] of tables) {
    const of = (name: string) => sheet(name).filter((one) => one.table === id);
    equal(of('events').length, Number(row.events));
    equal(of('offers').length, Number(row.offers));
    equal(of('offers').filter(({ treaty }) => treaty !== '').length, Number(row.treaties));
    const clauses = of('offers').reduce((sum, offer) => sum + Number(offer.clauses), 0);
    equal(of('clauses').length, clauses);
    equal(files[`logs/${id}.jsonl`]!.trimEnd().split('\n').length, Number(row.entries));
  }
};

/** The JSON, read again, leads each table to the state whose hash goes with it, and to the row that tells of it. */
export const checkRoundTrip = (files: Files): void => {
  const logs = readExport(files['export.json']!);
  if ('code' in logs) throw new Error(logs.code);
  const rows = readCsv(files['tables.csv']!);
  equal(logs.length, rows.length);
  for (const [i, log] of logs.entries()) {
    const opened = openLog(bookOf(rows[i]!.scenario!), log.entries);
    if ('code' in opened) throw new Error(opened.code);
    ok(leadsToSame(opened, log), `${log.id} leads elsewhere`);
    equal(log.stateHash, rows[i]!.state_hash);
  }
};

/** All that holds for the export of any class. */
export const checkExport = (plan: ExportPlan): void => {
  const files = exportFiles(plan);
  checkJoins(files);
  checkRoundTrip(files);
  equal(readCsv(files['tables.csv']!).length, plan.tables.length);
  equal(readCsv(files['answers.csv']!).length, plan.answers.length);
  ok(Buffer.from(zipOf(plan)).equals(Buffer.from(zipOf(structuredClone(plan)))), 'not the same twice');
};
