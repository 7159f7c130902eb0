import { stanceOf } from '../../engine/payoff.ts';
import type { Book } from '../../scenarios/book.ts';
import type { Stance as StanceForms } from '../../scenarios/schema.ts';
import type { Seat } from '../../seats.ts';
import { randomStream } from '../randomStream.ts';
import { type Appraiser, type Gain, nameOf, type Profile } from './appraiser.ts';
import { nashValue } from './bargains.ts';
import { type Choices, type Effort, searchBest, type Wish } from './search.ts';
import { treatyLevels } from './treatyLevels.ts';

/** Where a seat between two others can stand: with one of them, with neither, with both. */
export const STANCES = ['aligned', 'autonomous', 'multiAligned'] as const;

export type Stance = (typeof STANCES)[number];

/** With somebody is who is at least halfway to it. */
const HALFWAY = 0.5;

/** How far levels are from a stance, as a point of the scenario's two axes: 0 where they are there. */
const distanceTo = (book: Book, stance: Stance, levels: readonly number[]): number => {
  const { x, y } = stanceOf(book, levels) ?? { x: 0, y: 0 };
  const [toFirst, toSecond] = [x, y].map((at) => Math.max(0, HALFWAY - at));
  // Standing exactly on the line counts as being over it.
  const [fromFirst, fromSecond] = [x, y].map((at) => (at < HALFWAY ? 0 : at - HALFWAY + 0.01));
  if (stance === 'autonomous') return fromFirst + fromSecond;
  if (stance === 'multiAligned') return toFirst + toSecond;
  return Math.min(toFirst + fromSecond, toSecond + fromFirst);
};

/**
 * What a seat makes of levels that others agreed on: it moves those levers of its own that stay where a measure puts them
 * to what is best for it, one after the other until none helps.
 */
const replyOf = (book: Book, seat: Seat, gain: Gain): ((levels: readonly number[]) => readonly number[]) => {
  const lasting = book.scenario.levers.flatMap(({ owners, pause, snapback, levels }, lever) =>
    owners.length === 1 && owners[0] === seat && pause === snapback
      ? levels.map((_, step) => [lever, step] as const)
      : [],
  );
  return (before) => {
    const levels = [...before];
    let worth = gain(levels);
    for (let isBetter = true; isBetter; ) {
      isBetter = false;
      for (const [lever, step] of lasting) {
        const old = levels[lever];
        levels[lever] = step;
        const next = step === old ? worth : gain(levels);
        if (next > worth + 1e-6) {
          worth = next;
          isBetter = true;
        } else levels[lever] = old;
      }
    }
    return levels;
  };
};

/** What a profile holds for the hedging seat, USD bn a year by stance; null: nothing acceptable found. */
export type StanceChoice = {
  readonly profile: Profile;
  readonly gains: Readonly<Record<Stance, number | null>>;
  readonly best: Stance;
  /** Levers that the third seat moved in reply to alignment. */
  readonly repliedWith: readonly string[];
};

const STEEP = 20;
// On the way a search may stray from the stance and from what the third seat agrees to.
const GENTLE = { away: 10, lack: 1.7 };

/** The bargain of a stance between the hedging seat and its first neighbour, the second one replying. */
const bargainOf = (
  { book, fast }: Appraiser,
  profile: Profile,
  { seat, toward: [partner, third] }: StanceForms,
  stance: Stance,
): Wish => {
  const { levers } = book.scenario;
  const shared = levers.flatMap(({ owners, snapback }, lever) =>
    owners.includes(third) ? [[lever, snapback] as const] : [],
  );
  const refusal = (outside: number, chosen: readonly number[]): number =>
    shared.some(([lever, snapback]) => chosen[lever] !== snapback) ? Math.max(0, -outside) : 0;
  const lead: Wish['value'] = ([own, other, outside], chosen) =>
    nashValue([own, other]) -
    GENTLE.lack * refusal(outside, chosen) -
    GENTLE.away * distanceTo(book, stance, chosen);
  const value: Wish['value'] = ([own, other, outside], chosen) => {
    const lack = Math.max(0, -own) + Math.max(0, -other) + refusal(outside, chosen);
    const away = distanceTo(book, stance, chosen);
    return lack + away > 1e-9 ? -lack - STEEP * away : nashValue([own, other]);
  };
  return {
    mandates: [profile[seat], profile[partner], profile[third]],
    after: replyOf(book, third, fast(profile[third])),
    value,
    lead,
  };
};

/** All treaty levels of the levers that are not the third seat's alone. */
const choicesWithout = (book: Book, third: Seat): Choices => {
  const levels = treatyLevels(book);
  return book.scenario.levers.map(({ owners, snapback }, i) =>
    owners.some((owner) => owner !== third) ? levels[i] : [snapback],
  );
};

/**
 * Which stance is best for the scenario's hedging seat under a profile: for each, it strikes the Nash bargain with the
 * first of its neighbours, while the second gives its best reply (and agrees to what is also its to give only at or above
 * no deal); the best is the one that leaves the hedging seat most. Null in a scenario without a stance.
 */
export const chooseStance = (appraiser: Appraiser, profile: Profile, effort: Effort): StanceChoice | null => {
  const { book } = appraiser;
  const { stance: forms, seats } = book.scenario;
  if (forms === null) return null;
  const space = { start: book.snapback, choices: choicesWithout(book, forms.toward[1]) };
  const repliedWith = new Set<string>();
  const gainFrom = (stance: Stance): number | null => {
    const random = randomStream(`${stance} ${nameOf(profile, seats)}`);
    const wish = bargainOf(appraiser, profile, forms, stance);
    const { chosen, levels, gains, value } = searchBest(appraiser, wish, space, { ...effort, random });
    if (distanceTo(book, stance, chosen) > 1e-9) return null;
    for (const [lever, level] of levels.entries())
      if (stance === 'aligned' && level !== chosen[lever]) repliedWith.add(book.scenario.levers[lever].id);
    return value > 0 ? gains[0] : null;
  };
  const gains = {
    aligned: gainFrom('aligned'),
    autonomous: gainFrom('autonomous'),
    multiAligned: gainFrom('multiAligned'),
  };
  const worth = (stance: Stance): number => gains[stance] ?? Number.NEGATIVE_INFINITY;
  const best = STANCES.reduce((one, other) => (worth(other) > worth(one) ? other : one));
  return { profile, gains, best, repliedWith: [...repliedWith].sort() };
};

/** In how many profiles each stance is best; `medianMargin`: how far it is ahead of the next, USD bn a year. */
export type Dilemma = {
  readonly profiles: number;
  readonly counts: Readonly<Record<Stance, number>>;
  readonly most: number;
  readonly medianMargin: number;
  readonly isHeld: boolean;
};

/** No stance may be best in more profiles than this. */
export const MOST_OF_A_STANCE = 0.7;

/** Property 4: each stance is best somewhere, none almost everywhere. */
export const judgeDilemma = (choices: readonly StanceChoice[]): Dilemma => {
  const countOf = (stance: Stance): number => choices.filter(({ best }) => best === stance).length;
  const counts = {
    aligned: countOf('aligned'),
    autonomous: countOf('autonomous'),
    multiAligned: countOf('multiAligned'),
  };
  const margins = choices
    .map(({ gains }) => STANCES.map((stance) => gains[stance] ?? 0).sort((one, other) => other - one))
    .map(([first, second]) => first - second)
    .sort((one, other) => one - other);
  const most = Math.max(...Object.values(counts)) / choices.length;
  return {
    profiles: choices.length,
    counts,
    most,
    medianMargin: margins[Math.floor(margins.length / 2)],
    isHeld: Object.values(counts).every((count) => count > 0) && most <= MOST_OF_A_STANCE,
  };
};
