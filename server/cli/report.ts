import { Command, Option } from 'commander';
import { complain, type Failure, runTool } from './commandLine.ts';
import { type PdfWish, writePdf } from './reportPdf.ts';
import { reportText } from './reportText.ts';
import { isFailure, type ReportWish, reportOn } from './tableReport.ts';

type Options = ReportWish & {
  readonly json?: boolean;
  readonly pdf?: string;
  readonly browser?: string;
  readonly language: PdfWish['language'];
};

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
  'pdf.noBrowser': () =>
    'a PDF wants an installed Chromium, Chrome or Edge: name it with --browser PATH or in CHROME',
  'pdf.browserMissing': ({ browser }) => `there is no browser at ${browser}`,
  'pdf.failed': ({ browser, message }) => `${browser} did not print the report: ${message}`,
  'pdf.notBuilt': () => 'the client is not built yet: npm run build',
  'pdf.scenario': ({ scenario }) => `a PDF is made of scenarios that ship only, and ${scenario} does not`,
  'pdf.unwritable': ({ file, message }) => `${file} can't be written: ${message}`,
};

const sentenceOf = ({ code, params }: Failure): string => sentences[code]?.(params) ?? code;

const run = async (options: Options): Promise<void> => {
  const found = reportOn(options);
  if (isFailure(found)) {
    complain(found, sentenceOf(found));
    return;
  }
  const { report, book, entries } = found;
  if (options.pdf !== undefined) {
    const { pdf, language, review, browser = process.env.CHROME } = options;
    const failure = await writePdf(entries, report.scenario, { pdf, language, review, browser });
    if (failure !== null) complain(failure, sentenceOf(failure));
    else if (options.json === true) process.stdout.write(`${JSON.stringify({ pdf })}\n`);
    else process.stdout.write(`${pdf}\n`);
    return;
  }
  process.stdout.write(options.json === true ? `${JSON.stringify(report)}\n` : reportText(report, book));
};

const examples = `
  npm run --silent simulate -- --games 3 --logs logs
  npm run --silent report -- --log logs/game-000000.jsonl
  npm run --silent report -- --log logs/game-000000.jsonl --json --no-review
  npm run --silent report -- --log logs/game-000000.jsonl --pdf report.pdf --browser /usr/bin/chromium --language ko

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
    .option('--pdf <file>', 'write the debrief as its page shows it, charts and all; wants a browser')
    .option('--browser <path>', 'an installed Chromium, Chrome or Edge (or in CHROME)')
    .addOption(new Option('--language <code>', 'of the PDF').choices(['en', 'ko', 'zh']).default('en'))
    .option('--json', 'print exactly one JSON object')
    .addHelpText('after', examples)
    .action(run),
);
