import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { readLog } from '../../shared/debrief/readLog.ts';
import { type Debrief, debriefOf, scenarioIn } from '../../shared/debrief/report.ts';
import { reviewSeat, type SeatReview } from '../../shared/debrief/review/reviewSeat.ts';
import type { Entry } from '../../shared/engine/log.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { bookOf, isScenario } from '../../shared/scenarios/index.ts';
import { bookFrom } from '../workers/bookFrom.ts';
import { complain, type Failure, fail, runTool } from './commandLine.ts';
import { reportText } from './reportText.ts';

type Options = {
  readonly log: string;
  readonly scenario?: string;
  readonly review: boolean;
  readonly json?: boolean;
};

/** What the tool prints with `--json`. */
export type TableReport = Debrief & { readonly review: readonly SeatReview[] | null };

const isFailure = (found: object): found is Failure => 'exitCode' in found;

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : '');

const entriesIn = (file: string): readonly Entry[] | Failure => {
  try {
    const read = readLog(readFileSync(file, 'utf8'));
    return 'code' in read ? fail('report.line', { file, line: read.line }) : read;
  } catch (problem) {
    return fail('report.unreadable', { file, message: messageOf(problem) });
  }
};

const bookFor = (entries: readonly Entry[], source: string | undefined): Book | Failure => {
  const named = scenarioIn(entries);
  if (named === null) return fail('report.notALog');
  if (source === undefined)
    return isScenario(named) ? bookOf(named) : fail('report.scenario', { scenario: named });
  try {
    return bookFrom(source);
  } catch (problem) {
    return fail('report.unreadable', { file: source, message: messageOf(problem) });
  }
};

const reportOn = ({ log, scenario, review }: Options): { report: TableReport; book: Book } | Failure => {
  const entries = entriesIn(log);
  if (isFailure(entries)) return entries;
  const book = bookFor(entries, scenario);
  if (isFailure(book)) return book;
  const debrief = debriefOf(book, entries);
  if ('code' in debrief) return fail(debrief.code, { file: log, at: debrief.at });
  const reviews = review ? book.scenario.seats.map((seat) => reviewSeat(book, entries, seat)) : null;
  return { report: { ...debrief, review: reviews }, book };
};

const sentences: Readonly<Record<string, (params: Failure['params']) => string>> = {
  'report.unreadable': ({ file, message }) => `${file} can't be read: ${message}`,
  'report.line': ({ file, line }) => `${file}: line ${line} is no entry of a log`,
  'report.notALog': () => 'this is not the log of a table: its first entry opens none',
  'report.scenario': ({ scenario }) =>
    `the log is of a scenario that does not ship: --scenario ${scenario}.json`,
  'debrief.empty': ({ file }) => `${file} has no entries`,
  'debrief.broken': ({ file, at }) => `${file}: entry ${at} does not follow from those before it`,
  'debrief.scenario': ({ file }) => `${file} is the log of another scenario`,
  'debrief.impossible': ({ file }) => `${file}: what it tells can't have happened in this scenario`,
  'debrief.unfinished': ({ file }) => `${file}: the table has not ended`,
};

const sentenceOf = ({ code, params }: Failure): string => sentences[code]?.(params) ?? code;

const run = (options: Options): void => {
  const found = reportOn(options);
  if (isFailure(found)) {
    complain(found, sentenceOf(found));
    return;
  }
  const { report, book } = found;
  process.stdout.write(options.json === true ? `${JSON.stringify(report)}\n` : reportText(report, book));
};

const examples = `
  npm run --silent simulate -- --games 3 --logs logs
  npm run --silent report -- --log logs/0.jsonl
  npm run --silent report -- --log logs/0.jsonl --json --no-review

With --json: {scenario, setup, mandates, rounds, entries, possible, value, offers, refused, pledges, concessions, timelines,
stance, votes, activity, review}. Payoffs in USD bn a year beyond no deal (points without an economy).
possible: {method: exact | searched, packages, gap, frontier [{levels, gains}], solutions {nash, kalai, egalitarian,
utilitarian}, ideals, better}. exact: every settlement was enumerated. searched: \`packages\` settlements were solved; gap.proven:
no package's weighted mean gain lies further above those found on the additive surrogate, gap.error: the largest error of the
surrogate that was seen. better: the best settlement that leaves nobody worse off than the end, null when there is none.
review: per seat {accuracy 0..100, lost, decisions [{seq, round, did, better, loss, stake}], costliest}; losses in points of the ideal,
against the statesman's playouts on what the seat saw at that moment.
Exit code 1: refused; 2: command line not understood.`;

runTool(
  new Command('report')
    .description(
      "Debriefs a finished table from its log: what was possible, what was made of it, and every seat's decisions.",
    )
    .requiredOption('--log <file>', 'a log: one JSON entry a line')
    .option('--scenario <file>', 'the scenario of the log, where it does not ship')
    .option('--no-review', 'leave out the review of decisions, which takes seconds')
    .option('--json', 'print exactly one JSON object')
    .addHelpText('after', examples)
    .action(run),
);
