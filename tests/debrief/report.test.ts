import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOn } from '../../server/cli/tableReport.ts';
import { readLog, writeLog } from '../../shared/debrief/readLog.ts';
import { debriefOf } from '../../shared/debrief/report.ts';
import { chainHash, type Entry } from '../../shared/engine/log.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { bySeat } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { jsonOf, runTool } from '../simulation/commandLine.ts';

let folder: string;
const book = bookOf('chip-council');
const { entries } = playGame({ book, bots: bySeat(() => 'trader'), seed: '3' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-giants-report-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('a log as text', () => {
  it('reads back to the same entries', () => {
    expect(readLog(writeLog(entries))).toEqual(entries);
    expect(readLog(`\uFEFF${writeLog(entries)}\n\n`)).toEqual(entries);
  });
});

describe('the report', () => {
  it('gives from a file what the debrief gives from the entries, and says it in words', () => {
    const file = written('good.jsonl', writeLog(entries));
    const { review, ...figures } = jsonOf('report', ['--log', file]);
    expect(figures).toEqual(JSON.parse(JSON.stringify(debriefOf(book, entries))));
    expect(review.map(({ seat }: { seat: string }) => seat)).toEqual(book.scenario.seats);
    const { stdout, status } = runTool('report', ['--log', file, '--no-review']);
    expect(status).toBe(0);
    expect(stdout).toContain('all 960 settlements enumerated');
  });

  const rehashed = (bare: readonly Omit<Entry, 'hash'>[]): readonly Entry[] => {
    let before = '';
    return bare.map((entry) => {
      before = chainHash(before, entry);
      return { ...entry, hash: before };
    });
  };
  const [first, ...rest] = entries as [Entry, ...Entry[]];
  const made = (change: (entry: Entry) => Partial<Entry>): string =>
    writeLog(
      rehashed(entries.map(({ hash: _, ...entry }) => ({ ...entry, ...change({ ...entry, hash: '' }) }))),
    );

  it.each([
    ['nothing', '', 'report.notALog'],
    ['no JSON', 'hello\n', 'report.line'],
    ['JSON of another kind', '{"a": 1}\n', 'report.line'],
    ['an entry left out', writeLog([first, ...rest.slice(1)]), 'debrief.broken'],
    ['a game that goes on', writeLog(entries.slice(0, -1)), 'debrief.unfinished'],
    [
      'events that no game has',
      made(({ seq, events }) => (seq === 5 ? { events: [{ kind: 'treatySigned' } as never] } : { events })),
      'debrief.impossible',
    ],
    [
      'another scenario',
      made(({ events }) => ({
        events: events.map((event) =>
          event.kind === 'tableOpened' ? { ...event, setup: { ...event.setup, scenario: 'nowhere' } } : event,
        ),
      })),
      'report.scenario',
    ],
  ])('refuses a file with %s by name', (name, text, code) => {
    expect(reportOn({ log: written(`${name}.jsonl`, text), review: false })).toMatchObject({
      code,
      exitCode: 1,
    });
  });

  it('says so in a sentence and, for a program, as an object', () => {
    const { stdout, stderr, status } = runTool('report', ['--log', written('bad.jsonl', '{}'), '--json']);
    expect(JSON.parse(stdout).error.code).toBe('report.line');
    expect(stderr).toContain('line 1');
    expect(status).toBe(1);
  });

  it('prints no PDF without a browser, and says which way to name one', () => {
    const log = ['--log', written('whole.jsonl', writeLog(entries)), '--no-review'];
    const pdf = ['--pdf', join(folder, 'report.pdf'), '--json'];
    const { stdout, stderr } = runTool('report', [...log, ...pdf, '--browser', '/no/browser/here']);
    expect(JSON.parse(stdout).error.code).toBe('pdf.browserMissing');
    expect(stderr).toContain('/no/browser/here');
  });
});
