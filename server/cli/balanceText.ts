import type { Book } from '../../shared/scenarios/book.ts';
import type { BalanceReport } from '../../shared/simulation/balance/balanceReport.ts';
import type { Margin } from '../../shared/simulation/balance/bargains.ts';
import type { Play } from '../../shared/simulation/balance/play.ts';
import type { Estimate } from '../../shared/simulation/bootstrap.ts';

const percent = ({ mean, low, high }: Estimate, digits = 1): string =>
  `${(100 * mean).toFixed(digits)} % [${(100 * low).toFixed(digits)}, ${(100 * high).toFixed(digits)}]`;

const withInterval = ({ mean, low, high }: Estimate, digits = 1): string =>
  `${mean.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;

type Judged = { readonly isHeld: boolean };

const head = (number: number | string, title: string, judged: Judged | null): string =>
  `${number}  ${title}: ${judged === null ? 'does not apply' : judged.isHeld ? 'holds' : 'FAILS'}`;

const zones = ({ zones: judged }: BalanceReport): readonly string[] => [
  head(1, 'Zones of agreement, share of random packages that all parties accept', judged),
  ...judged.groups.map(
    ({ parties, samples, least, most, lowest, median, highest, isHeld, isTight }) =>
      `   ${parties.join('+')} (${samples} packages; ${100 * least} to ${100 * most} %): ` +
      `lowest ${percent(lowest.share, 2)} ${lowest.mandates}; median ${(100 * median).toFixed(1)} %; ` +
      `highest ${percent(highest.share)} ${highest.mandates}${isHeld ? (isTight ? '; tight' : '') : '; FAILS'}`,
  ),
];

const margins = (list: readonly Margin[]): readonly string[] =>
  list.map(({ mandates, seat, margin }) => `   ${seat} in ${mandates}: ${margin.toFixed(2)} bn`);

const conflict = ({ conflict: judged }: BalanceReport): readonly string[] => [
  head(2, `No dominant package: each of ${judged.bests} best packages hurts another seat`, judged),
  ...margins(judged.kind),
];

const logrolling = ({ logrolling: judged }: BalanceReport, book: Book): readonly string[] => {
  const { seats } = book.scenario;
  const list = (values: Readonly<Record<string, number>>): string =>
    seats.map((seat) => values[seat].toFixed(1)).join(' / ');
  const { mandates, seat, margin } = judged.narrowest;
  return [
    head(3, `Logrolling pays: the Nash bargain beats the midpoint in ${judged.profiles} profiles`, judged),
    `   median ${seats.join(' / ')}: Nash ${list(judged.medianNash)}, midpoint ${list(judged.medianMidpoint)} bn; ` +
      `narrowest ${margin.toFixed(2)} bn for ${seat} in ${mandates}`,
    ...margins(judged.beaten),
  ];
};

const dilemma = ({ dilemma: judged }: BalanceReport): readonly string[] => {
  const title = head(
    4,
    'The dilemma: each stance is best somewhere, none in more than 70 % of the profiles',
    judged,
  );
  if (judged === null) return [title];
  const { aligned, autonomous, multiAligned } = judged.counts;
  return [
    title,
    `   best stance: aligned ${aligned}, autonomous ${autonomous}, multi-aligned ${multiAligned} of ${judged.profiles} ` +
      `(most ${(100 * judged.most).toFixed(0)} %); median lead ${judged.medianMargin.toFixed(1)} bn`,
  ];
};

const play = (line: Play, book: Book): string =>
  `   ${line.bot}, ${line.games} games: agreement of all ${percent(line.agreementRate)}, some treaty ${percent(line.someTreaty)}; scores ` +
  `${book.scenario.seats.map((seat) => `${seat} ${withInterval(line.score[seat])}`).join(', ')}; ` +
  `welfare ${withInterval(line.welfare)}; to the frontier ${percent(line.paretoDistance)}`;

const skill = ({ skill: judged }: BalanceReport, book: Book): readonly string[] => [
  head(
    5,
    'Skill: strong bots all agree in 60 to 95 %, seats within 15 points, under 15 % from the frontier',
    judged,
  ),
  play(judged.strong, book),
  play(judged.chance, book),
  `   seats ${judged.seatsApart.toFixed(1)} points apart` +
    Object.entries(judged.parts)
      .filter(([, isHeld]) => !isHeld)
      .map(([part]) => `; FAILS: ${part}`)
      .join(''),
];

const relevance = ({ relevance: judged }: BalanceReport): readonly string[] => [
  head(6, 'Every lever matters: two levels in the efficient set of a profile, or a threat', judged),
  ...judged.threats.map(
    ({ lever }) => `   ${lever}: no part of efficient packages, but an answer to alignment`,
  ),
  ...judged.idle.map(({ lever }) => `   ${lever}: FAILS`),
];

const diplomacy = ({ diplomacy: judged }: BalanceReport): readonly string[] => [
  head(7, 'Diplomacy, not decrees: no lever moved alone adds more than 2 bn to its owner’s result', judged),
  ...(judged?.best ?? []).map(
    ({ lever, level, mandate, result, pause, snapback, isLasting }) =>
      `   ${lever} to ${level} (${mandate}): ${result.toFixed(2)} bn; payoff ${pause.toFixed(2)} at the pause, ` +
      `${isLasting ? `${snapback.toFixed(2)} for good` : 'gone on the last day'}`,
  ),
];

const ideals = ({ ideals: judged }: BalanceReport): readonly string[] => [
  head('-', 'Ideals: median best that the others accept, found (a lower bound) against stated', judged),
  ...judged.ideals.map(
    ({ mandate, stated, lowest, median, highest, error }) =>
      `   ${mandate.padEnd(16)} stated ${stated}, found ${lowest.toFixed(1)} / ${median.toFixed(1)} / ${highest.toFixed(1)} (${(100 * error).toFixed(1)} %)`,
  ),
];

const winnability = ({ winnability: judged }: BalanceReport): readonly string[] => [
  head('-', 'Winnable: every mandate scores over 20 and comes first in 15 % of games', judged),
  ...judged.lines.map(
    ({ mandate, games, score, first, beyondNoDeal }) =>
      `   ${mandate.padEnd(16)} ${games} games: score ${withInterval(score)}; first ${percent(first, 0)}; ` +
      `settlement ${beyondNoDeal.mean.toFixed(1)} bn beyond no deal${judged.hopeless.includes(mandate) ? '; FAILS' : ''}`,
  ),
];

const sheets = ({ sheets: errors }: BalanceReport): readonly string[] => [
  '-  What bots search with, against the solved economy: root mean square error (largest), bn',
  `   ${errors.map(({ mandate, rmse, largest }) => `${mandate} ${rmse.toFixed(2)} (${largest.toFixed(1)})`).join(', ')}`,
];

/** The balance report for people. */
export const balanceText = (book: Book, report: BalanceReport): string =>
  [
    `Balance of ${book.scenario.id}. USD bn a year, points of the ideal; 95 % intervals.`,
    ...zones(report),
    ...conflict(report),
    ...logrolling(report, book),
    ...dilemma(report),
    ...skill(report, book),
    ...relevance(report),
    ...diplomacy(report),
    ...ideals(report),
    ...winnability(report),
    ...sheets(report),
    report.isHeld ? 'All properties hold.' : 'Not all properties hold.',
  ].join('\n');
