import { Command } from 'commander';
import { complain, type Failure, runTool } from './commandLine.ts';
import { reportText } from './reportText.ts';
import { isFailure, type ReportWish, reportOn } from './tableReport.ts';

type Options = ReportWish & { readonly json?: boolean };

const sentences: Readonly<Record<string, (params: Failure['params']) => string>> = {
  'report.unreadable': ({ file, message }) => `${file} can't be read: ${message}`,
  'report.line': ({ file, line }) => `${file}: line ${line} is no entry of a log`,
  'report.notALog': () => 'this is not the log of a table: its first entry opens none',
  'report.scenario': ({ scenario }) =>
    `the log is of a scenario that does not ship: --scenario ${scenario}.json`,
  'debrief.empty': ({ file }) => `${file} has no entries`,
  'debrief.broken': ({ file, at }) => `${file}: entry ${at} does not follow from those before it`,
  'debrief.version': ({ file, of, version, known }) =>
    `${file} is of version ${version} of the ${of}, and only those up to ${known} are known here`,
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
against playouts on what the seat saw at that moment.
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
