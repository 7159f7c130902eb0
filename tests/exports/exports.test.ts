import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportFiles, zipOf } from '../../server/exports/archive.ts';
import { csvOf, fileName } from '../../server/exports/csv.ts';
import { type ExportPlan, pseudonymOf } from '../../server/exports/exported.ts';
import { WITHHELD } from '../../shared/debrief/discreet.ts';
import { type ExportedLog, isExport, leadsToSame, readExport } from '../../shared/debrief/readExport.ts';
import { writeLog } from '../../shared/debrief/readLog.ts';
import { type Opened, openLog } from '../../shared/debrief/report.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { openGame, tableOffer } from '../helpers/game.ts';
import { anyClass, checkExport, gameOf, readCsv } from './anyClass.ts';

describe('exports (R26)', () => {
  test('keys join, counts agree, and the same export is the same to the byte', () => {
    fc.assert(fc.property(anyClass, checkExport), { numRuns: 15 });
  });

  test('an export of another format or a later version, or whose log leads elsewhere, is told apart', () => {
    const tables = [
      { number: 1, scenario: 'chip-council', treatment: null, entries: gameOf('chip-council', 1) },
    ];
    const text = exportFiles({ key: 'k', tables, answers: [], words: null })['export.json']!;
    expect([isExport(text), isExport(writeLog(tables[0]!.entries))]).toEqual([true, false]);
    expect(readExport('{')).toMatchObject({ code: 'export.format' });
    expect(readExport(text.replace('"entries":[{"seq"', '"entries":[{"sql"'))).toMatchObject({
      code: 'export.format',
    });
    expect(readExport(text.replace('"version":1', '"version":2'))).toMatchObject({
      code: 'export.version',
      at: 2,
    });
    const [log] = readExport(text) as readonly ExportedLog[];
    const opened = openLog(bookOf('chip-council'), log!.entries) as Opened;
    expect(leadsToSame(opened, { stateHash: `${log!.stateHash}0` })).toBe(false);
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
  game.act('CN', { type: 'speak', to: 'all', text: 'other-words', pledge: null });
  game.act('facilitator', { type: 'announce', text: 'said-by-the-chair' });
  game.toEnd();
  const plan = (key: string, words: ExportPlan['words']): ExportPlan => ({
    key,
    words,
    answers: [
      { member: 'canary-guest', form: 'after', item: 'own.1', text: null, answer: 'canary-answer', at: 1 },
    ],
    tables: [{ number: 1, scenario: 'tariff-pause-2025', treatment: null, entries: game.table.entries }],
  });
  const textOf = (key: string, words: ExportPlan['words']): string =>
    Object.values(exportFiles(plan(key, words))).join('\n');

  test('no names, no guests, no words unless people agreed; pseudonyms differ between classes', () => {
    expect(textOf('one', null)).not.toContain('canary');
    const open = textOf('one', ['canary-guest']);
    for (const word of ['canary-words', 'canary-note', 'canary-answer']) expect(open).toContain(word);
    expect(open).not.toMatch(/canary-name|canary-guest/);
    // Whoever agreed agreed for themselves alone; what is left out is marked, and what never was is not.
    expect(open).toContain('said-by-the-chair');
    expect(open).not.toContain('other-words');
    const said = readCsv(exportFiles(plan('one', ['canary-guest']))['messages.csv']!);
    expect(said.map(({ by, text }) => [by, text])).toEqual([
      ['KR', "'=canary-words"],
      ['CN', WITHHELD],
    ]);
    expect(textOf('one', [])).toContain('said-by-the-chair');
    expect(textOf('one', null)).not.toContain('said-by-the-chair');
    const [one, other] = ['one', 'other'].map((key) => pseudonymOf(key, 'canary-guest'));
    expect(one).not.toBe(other);
    expect(
      readCsv(exportFiles(plan('one', null))['seats.csv']!).find(({ seat }) => seat === 'KR')!.people,
    ).toBe(one);
    expect(readCsv(exportFiles(plan('one', null))['answers.csv']!)[0]!.person).toBe(one);
    expect(textOf('other', null)).not.toContain(one);
  });

  test('S14: cells are no formulas, names no paths', () => {
    for (const text of ['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', '＝1'])
      expect(readCsv(csvOf({ columns: ['a'], rows: [[text]] }))[0]!.a).toBe(`'${text}`);
    expect(csvOf({ columns: ['a'], rows: [['한국, "中国"'], [-1]] })).toBe(
      '\uFEFFa\r\n"한국, ""中国"""\r\n-1\r\n',
    );
    expect(textOf('one', ['canary-guest'])).toContain("'=canary-words");
    for (const name of ['../../etc/passwd', 'a/b\\c', '..', '', 'CON:\u0000', '수업 1'])
      expect(fileName(name)).toMatch(/^[\p{L}\p{N}_-]{1,60}$/u);
    for (const name of Object.keys(unzipSync(zipOf(plan('one', null)))))
      expect(name).toMatch(/^(?:logs\/)?[A-Za-z0-9]+\.(?:csv|json|jsonl)$/);
  });
});
