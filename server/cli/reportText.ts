import type { OutcomePoint } from '../../shared/debrief/question.ts';
import type { Choice, Decision } from '../../shared/debrief/review/decision.ts';
import type { SeatReview } from '../../shared/debrief/review/reviewSeat.ts';
import type { Clause } from '../../shared/engine/state.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import type { BySeat, Seat } from '../../shared/seats.ts';
import type { TableReport } from './tableReport.ts';

const figure = (value: number): string => value.toFixed(1).padStart(7);

const clauseText = (book: Book, { lever, level }: Clause): string =>
  `${lever}=${book.leverOf(lever).levels[level]?.id ?? level}`;

const packageText = (book: Book, { clauses }: Pick<Choice, 'clauses'>): string =>
  clauses.map((clause) => clauseText(book, clause)).join(', ');

const gainsText = (gains: BySeat<number>, seats: readonly Seat[]): string =>
  seats.map((seat) => figure(gains[seat])).join(' ');

const pointLine = (label: string, point: OutcomePoint | null, seats: readonly Seat[]): string =>
  `  ${label.padEnd(20)}${point === null ? '   none' : gainsText(point.gains, seats)}`;

const possibleText = ({ possible, value }: TableReport, seats: readonly Seat[]): readonly string[] => {
  const { solutions, gap, packages, frontier, better } = possible;
  const how =
    gap === null
      ? `all ${packages} settlements enumerated`
      : `${packages} settlements solved; at most ${gap.proven.toFixed(2)} missed on the surrogate, whose error is up to ${gap.error.toFixed(2)}`;
  return [
    `What was possible (${how}): ${frontier.length} efficient points`,
    `  ${''.padEnd(20)}${seats.map((seat) => seat.padStart(7)).join(' ')}`,
    pointLine('the end', { levels: [], gains: value.gains }, seats),
    pointLine('Nash', solutions.nash, seats),
    pointLine('Kalai-Smorodinsky', solutions.kalai, seats),
    pointLine('egalitarian', solutions.egalitarian, seats),
    pointLine('utilitarian', solutions.utilitarian, seats),
    pointLine('better for all', better, seats),
  ];
};

const choiceText = (book: Book, choice: Choice): string =>
  [choice.act, choice.offer ?? '', choice.clauses.length === 0 ? '' : packageText(book, choice)]
    .filter((part) => part !== '')
    .join(' ');

const momentText = (book: Book, { round, did, better, loss }: Decision): string =>
  `    round ${round}, ${loss.toFixed(1)} points: ${choiceText(book, did)}; better: ${choiceText(book, better)}`;

const reviewText = (
  book: Book,
  { seat, accuracy, lost, decisions, costliest }: SeatReview,
): readonly string[] => [
  `  ${seat}  accuracy ${accuracy === null ? 'none' : accuracy.toFixed(1)} over ${decisions.length} decisions, ${lost.toFixed(1)} points lost`,
  ...costliest.map((decision) => momentText(book, decision)),
];

/** A report in plain text. */
export const reportText = (report: TableReport, book: Book): string => {
  const { seats } = book.scenario;
  const { value, refused, pledges, votes, stance, review } = report;
  const last = stance.at(-1);
  const lines = [
    `${report.scenario}: ${report.entries} entries, ${report.rounds} rounds`,
    `Mandates: ${seats.map((seat) => report.mandates[seat]).join(', ')}`,
    `Scores: ${seats.map((seat) => `${seat} ${value.results[seat].score.toFixed(1)}`).join(', ')}; value created ${value.created.toFixed(1)}`,
    ...possibleText(report, seats),
    `Offers: ${report.offers.length}; refused though better than the end: ${refused.length}`,
    ...refused
      .slice(0, 3)
      .map(
        ({ offer, missed }) =>
          `  round ${offer.round}, ${offer.by}: ${packageText(book, offer)} (${missed.toFixed(1)} missed)`,
      ),
    `Pledges: ${seats.map((seat) => `${seat} ${pledges.counts[seat].kept} kept, ${pledges.counts[seat].broken} broken`).join('; ')}`,
    `Votes: ${votes.length}, of which ${votes.filter((vote) => !vote.passed).length} failed and ${votes.filter((vote) => vote.near).length} were close`,
    ...(last === undefined
      ? []
      : [
          `Korea: aligned ${last.aligned.toFixed(2)}, autonomous ${last.autonomous.toFixed(2)}, multi-aligned ${last.multi.toFixed(2)}`,
        ]),
    ...(review === null ? [] : ['Review', ...review.flatMap((one) => reviewText(book, one))]),
  ];
  return `${lines.join('\n')}\n`;
};
