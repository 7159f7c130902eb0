import { isLastTurn, toAnswer } from '../bots/moves.ts';
import type { Study } from '../bots/study.ts';
import { previewPackage, previewRatification } from '../engine/preview.ts';
import { mostToSpend } from '../engine/ratification.ts';
import type { Clause, Offer } from '../engine/state.ts';
import { inForce } from '../engine/treaties.ts';
import type { Hint, Lesson } from './advice.ts';
import { costliest, worthOfClauses } from './worth.ts';

const NONE: readonly Hint[] = [];

/** How much time there is left to sign anything. */
const deadline = ({ book, view }: Lesson, { sight }: Study): readonly Hint[] => {
  if (isLastTurn(sight)) return [{ key: 'coach.watch.last', params: {} }];
  const rounds = book.scenario.rules.rounds - view.round + 1;
  return rounds > 2 ? NONE : [{ key: 'coach.watch.rounds', params: { count: rounds } }];
};

const expiring = ({ view }: Lesson, { sight }: Study): readonly Hint[] =>
  toAnswer(sight)
    .filter(({ round }) => round < view.round)
    .map(({ by }) => ({ key: 'coach.watch.expires', params: { seat: by } }));

// What passes more often than this is nothing to worry about.
const SAFE = 0.9;

const supportOf = ({ book, view, own }: Lesson, offer: Offer, clauses: readonly Clause[]) =>
  previewRatification(book, view, {
    parties: offer.parties,
    clauses,
    sealed: offer.sealed,
    spend: mostToSpend(book, own.capital, offer.sealed),
  });

/** The lever of an offer that costs most support at home; null: none does. */
const unpopular = (lesson: Lesson, offer: Offer): string | null => {
  const whole = supportOf(lesson, offer, offer.clauses)?.support ?? 0;
  const relief = offer.clauses.map((clause) => {
    const without = offer.clauses.filter((other) => other !== clause);
    return { lever: clause.lever, points: (supportOf(lesson, offer, without)?.support ?? 0) - whole };
  });
  const worst = relief.reduce((top, one) => (one.points > top.points ? one : top), { lever: '', points: 0 });
  return worst.lever === '' ? null : worst.lever;
};

/** Votes at home that may fail. */
const votes = (lesson: Lesson, { sight }: Study): readonly Hint[] =>
  toAnswer(sight).flatMap((offer) => {
    const odds = supportOf(lesson, offer, offer.clauses);
    const lever = unpopular(lesson, offer);
    if (odds === null || lever === null || odds.probability >= SAFE) return [];
    return [{ key: 'coach.watch.vote', params: { seat: offer.by, chance: odds.probability, lever } }];
  });

// Less than this is no harm, points of the score; and the worst few are enough.
const HARM = 1;
const MOST_HARMS = 2;

/** Offers among the others that would cost the learner something, the worst first. */
const harms = (lesson: Lesson): readonly Hint[] => {
  const { view, own } = lesson;
  return view.offers
    .filter(({ state, parties }) => state === 'open' && !parties.includes(own.seat))
    .map((offer) => ({ ...offer, points: worthOfClauses(lesson, offer.clauses).points }))
    .filter(({ points }) => points <= -HARM)
    .sort((one, other) => one.points - other.points)
    .slice(0, MOST_HARMS)
    .flatMap(({ by, parties, clauses, points }) => {
      const cost = costliest(lesson, clauses);
      const partner = parties.find((seat) => seat !== by);
      if (cost === null || partner === undefined) return [];
      return [{ key: 'coach.watch.harm', params: { seat: by, partner, points, lever: cost.lever } }];
    });
};

/** Treaties of the learner's that will fall. */
const falling = ({ view, own }: Lesson): readonly Hint[] =>
  inForce(view.treaties).flatMap(({ parties, denouncedBy, fallsIn }) =>
    parties.includes(own.seat) && denouncedBy !== null && fallsIn !== null
      ? [{ key: 'coach.watch.falls', params: { seat: denouncedBy, round: fallsIn } }]
      : [],
  );

/** Red lines that are crossed as things stand. */
const redLines = ({ book, view, own }: Lesson): readonly Hint[] => {
  const { redLines: lines } = book.mandateOf(own.mandate);
  return previewPackage(book, view, own.mandate, [])
    .headlines.filter(({ id, before }) => before && lines.some((line) => line.id === id))
    .map(({ id }) => ({ key: 'coach.watch.redLine', params: { headline: id } }));
};

const MOST = 5;

/** What to look out for, the gravest first. */
export const watchList = (lesson: Lesson, study: Study): readonly Hint[] =>
  [
    ...deadline(lesson, study),
    ...harms(lesson),
    ...falling(lesson),
    ...votes(lesson, study),
    ...expiring(lesson, study),
    ...redLines(lesson),
  ].slice(0, MOST);
