import { layoutOf, mixOf, type Sheet, sheetOf, worthOn } from '../bots/sheet.ts';
import type { Seat } from '../seats.ts';
import { climbOn } from './climbOn.ts';
import { mostOn } from './mostOn.ts';
import { neighboursOf } from './packages.ts';
import type { Gap, OutcomePoint, Question } from './question.ts';

type Choices = readonly (readonly number[])[];

/** What is made large: of the gains in the order of the seats that take part. */
type Aim = (gains: readonly number[]) => number;

/** A search under way: everything that was solved so far is kept, for it is all part of the picture. */
type Quest = Question & {
  readonly choices: Choices;
  readonly sheets: readonly Sheet[];
  readonly solved: Map<string, OutcomePoint>;
};

// Fineness of the grid of weightings: 55 of them for three seats.
const STEPS = 12;

/** Weightings of the seats on a grid, everybody counting for something. */
const weightings = (parties: number, steps = STEPS): readonly (readonly number[])[] => {
  if (parties === 1) return [[1]];
  const parts = (left: number, of: number): readonly (readonly number[])[] =>
    of === 1
      ? [[left]]
      : Array.from({ length: left - of + 1 }, (_, i) => i + 1).flatMap((one) =>
          parts(left - one, of - 1).map((rest) => [one, ...rest]),
        );
  return parts(steps, parties).map((weights) => weights.map((weight) => weight / steps));
};

const solve = ({ gainsAt, solved }: Quest, levels: readonly number[]): OutcomePoint => {
  const key = levels.join();
  const known = solved.get(key);
  if (known !== undefined) return known;
  const point: OutcomePoint = { levels, gains: gainsAt(levels) };
  solved.set(key, point);
  return point;
};

const listed = (point: OutcomePoint, seats: readonly Seat[]): readonly number[] =>
  seats.map((seat) => point.gains[seat]);

// Of thousands of neighbours those that look best on corrected sheets are solved.
const MOST_TRIED = 8;

/** The promising neighbours of a point: on sheets that are corrected by their error there. */
const promising = (quest: Quest, here: OutcomePoint, aim: Aim): readonly (readonly number[])[] => {
  const layout = layoutOf(quest.book);
  const errors = quest.seats.map(
    (seat, i) => here.gains[seat] - worthOn(layout, quest.sheets[i] as Sheet, here.levels),
  );
  const value = aim(listed(here, quest.seats));
  const found: { readonly levels: readonly number[]; readonly hope: number }[] = [];
  for (const levels of neighboursOf(here.levels, quest.choices)) {
    const hope = aim(quest.sheets.map((sheet, i) => worthOn(layout, sheet, levels) + (errors[i] ?? 0)));
    if (hope > value + 1e-6) found.push({ levels, hope });
  }
  found.sort((one, other) => other.hope - one.hope);
  return found.slice(0, MOST_TRIED).map(({ levels }) => levels);
};

const bestOf = (quest: Quest, points: readonly OutcomePoint[], aim: Aim, start: OutcomePoint): OutcomePoint =>
  points.reduce(
    (best, point) => (aim(listed(point, quest.seats)) > aim(listed(best, quest.seats)) + 1e-9 ? point : best),
    start,
  );

/** Climbs from a point with the economy solved, by changes of one lever or two. */
const polish = (quest: Quest, start: OutcomePoint, aim: Aim): void => {
  let here = start;
  for (;;) {
    const near = promising(quest, here, aim).map((levels) => solve(quest, levels));
    const next = bestOf(quest, near, aim, here);
    if (next === here) return;
    here = next;
  }
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Below a floor, how far; above it, what counts: so that a climb knows its way to where nobody loses. */
const above =
  (floors: readonly number[], value: Aim): Aim =>
  (gains) => {
    const lacking = sum(gains.map((gain, i) => Math.min(0, gain - (floors[i] ?? 0))));
    return lacking < 0 ? lacking : value(gains);
  };

/** What the picture's special points make large. */
const aimsOf = (quest: Quest): readonly Aim[] => {
  const { seats, end } = quest;
  const zeros = seats.map(() => 0);
  const ends = seats.map((seat) => end[seat]);
  const ideals = seats.map((_, i) => above(zeros, (gains) => (gains[i] ?? 0) + 1e-3 * sum(gains)));
  const most = seats.map((seat) =>
    Math.max(
      1e-9,
      ...[...quest.solved.values()]
        .filter(({ gains }) => seats.every((one) => gains[one] >= 0))
        .map(({ gains }) => gains[seat]),
    ),
  );
  return [
    ...ideals,
    above(zeros, (gains) => gains.reduce((product, gain) => product * gain, 1) ** (1 / gains.length)),
    above(zeros, (gains) => Math.min(...gains.map((gain, i) => gain / (most[i] ?? 1)))),
    above(zeros, (gains) => Math.min(...gains)),
    above(zeros, sum),
    above(ends, sum),
  ];
};

/** How far the search may be from the truth: a bound on the surrogate in some directions, and the surrogate's own error. */
const gapOf = (quest: Quest): Gap => {
  const { book, seats, sheets, choices, solved } = quest;
  const layout = layoutOf(book);
  const points = [...solved.values()];
  const zeros = seats.map((seat, i) => {
    const at = solve(quest, book.snapback);
    return worthOn(layout, sheets[i] as Sheet, book.snapback) - at.gains[seat];
  });
  const errors = points.map(({ levels, gains }) =>
    Math.max(
      ...seats.map((seat, i) =>
        Math.abs(worthOn(layout, sheets[i] as Sheet, levels) - (zeros[i] ?? 0) - gains[seat]),
      ),
    ),
  );
  const gaps = weightings(seats.length, seats.length + 3).map((weights) => {
    const mixed = mixOf(sheets, weights);
    const best = Math.max(...points.map(({ levels }) => worthOn(layout, mixed, levels)));
    return mostOn(layout, mixed, choices) - best;
  });
  const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;
  return { proven: rounded(Math.max(0, ...gaps)), error: rounded(Math.max(0, ...errors)) };
};

/** All packages that a search along many weightings found and solved, and how far it may be from the truth. */
export const searchPackages = (
  question: Question,
  choices: Choices,
): { readonly points: readonly OutcomePoint[]; readonly gap: Gap } => {
  const { book, seats, mandates } = question;
  const sheets = seats.map((seat) => sheetOf(book, mandates[seat]));
  const quest: Quest = { ...question, choices, sheets, solved: new Map() };
  const start = choices.map((levels, lever) =>
    levels.includes(book.snapback[lever] as number)
      ? (book.snapback[lever] as number)
      : (levels[0] as number),
  );
  solve(quest, start);
  for (const weights of weightings(seats.length))
    solve(quest, climbOn(book, mixOf(sheets, weights), start, choices));
  for (const aim of aimsOf(quest)) {
    const points = [...quest.solved.values()];
    polish(quest, bestOf(quest, points, aim, points[0] as OutcomePoint), aim);
  }
  const gap = gapOf(quest);
  return { points: [...quest.solved.values()], gap };
};
