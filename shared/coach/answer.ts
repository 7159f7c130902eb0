import { isBusy, isLastTurn, isNegotiating, toAnswer } from '../bots/moves.ts';
import { maskOf } from '../bots/situation.ts';
import { dealWith, type Study, worthOf } from '../bots/study.ts';
import { mostToSpend } from '../engine/ratification.ts';
import type { Offer } from '../engine/state.ts';
import { allowed } from '../engine/submit.ts';
import type { Hint, Lesson, OfferAdvice, Verdict, Worth } from './advice.ts';
import { type Asked, betterThan } from './suggest.ts';
import { costliest, pointsOf, worthOfClauses } from './worth.ts';

/** An offer as it was appraised. `total`: points of the score, with what could still be got after it; `fits`: it may be accepted. */
type Appraised = {
  readonly offer: Offer;
  readonly worth: Worth;
  readonly total: number;
  readonly fits: boolean;
};

const appraise = (lesson: Lesson, study: Study, offer: Offer): Appraised => {
  const { book, view, own } = lesson;
  const group = maskOf(offer.parties);
  const { deal } = dealWith(study, group, offer.clauses);
  const worth = worthOfClauses(lesson, offer.clauses);
  const after = isLastTurn(study.sight) ? 0 : Math.max(0, worthOf(study, deal, group) - deal.mine);
  const spend = mostToSpend(book, own.capital, offer.sealed);
  const fits = allowed(book, view, own.seat, { type: 'accept', offer: offer.id, spend }, 0) === null;
  return { offer, worth, total: worth.points + pointsOf(lesson, after), fits };
};

/** What an offer is weighed against: what to expect without it, another offer that is as good as done, what could be asked for. */
type Scales = {
  readonly hope: number;
  readonly rival: Appraised | null;
  readonly asked: Asked | null;
};

type Judged = { readonly verdict: Verdict; readonly why: Hint };

// Closer than this, two values are the same to a reader, points.
const CLOSE = 0.1;

const whyWorse = (lesson: Lesson, { clauses }: Offer): Hint => {
  const cost = costliest(lesson, clauses);
  return cost === null
    ? { key: 'coach.worse', params: {} }
    : { key: 'coach.worseBy', params: { lever: cost.lever, points: cost.points } };
};

const judge = (
  lesson: Lesson,
  study: Study,
  { offer, worth, total, fits }: Appraised,
  { hope, rival, asked }: Scales,
): Judged => {
  const compared = { points: total, other: hope };
  if (worth.points >= CLOSE && fits) {
    if (rival !== null && rival.total > total + CLOSE)
      return {
        verdict: 'wait',
        why: { key: 'coach.rival', params: { seat: rival.offer.by, points: rival.total - total } },
      };
    if (isLastTurn(study.sight)) return { verdict: 'accept', why: { key: 'coach.deadline', params: {} } };
    if (total >= hope - CLOSE) return { verdict: 'accept', why: { key: 'coach.enough', params: compared } };
  }
  const isBad = worth.points < CLOSE;
  const verdict = !isBad ? 'wait' : asked === null ? 'decline' : 'counter';
  if (asked !== null && asked.fix !== null) return { verdict, why: { key: 'coach.fix', params: asked.fix } };
  if (isBad) return { verdict, why: whyWorse(lesson, offer) };
  if (!fits) return { verdict, why: { key: 'coach.home', params: {} } };
  return {
    verdict,
    why: { key: asked === null ? 'coach.hold' : 'coach.more', params: compared },
  };
};

/**
 * What could be asked for. A counter ends an offer, so what is better than no deal is kept to fall back on, and more is asked
 * for beside it, unless that has been done.
 */
const askFor = (lesson: Lesson, study: Study, { offer, worth }: Appraised): Asked | null => {
  const isKept = worth.points >= CLOSE;
  if (isBusy(study.sight, maskOf(offer.parties))) return null;
  return betterThan(lesson, study, offer, isKept ? null : offer);
};

const best = (some: readonly Appraised[]): Appraised | null =>
  some.reduce<Appraised | null>((top, one) => (top === null || one.total > top.total ? one : top), null);

/** What to make of every offer that waits for the learner's answer. */
export const answersFor = (lesson: Lesson, study: Study): readonly OfferAdvice[] => {
  const appraised = toAnswer(study.sight).map((offer) => appraise(lesson, study, offer));
  const hope = pointsOf(lesson, isNegotiating(study.sight) ? study.now : study.later);
  const good = appraised.filter(
    ({ fits, worth, total }) => fits && worth.points >= CLOSE && total >= hope - CLOSE,
  );
  return appraised.map((one) => {
    const rival = best(good.filter((other) => other !== one));
    const asked = askFor(lesson, study, one);
    const judged = judge(lesson, study, one, { hope, rival, asked });
    return {
      offer: one.offer.id,
      worth: one.worth,
      total: one.total,
      instead: Math.max(hope, rival?.total ?? 0),
      ...judged,
      suggestion:
        judged.verdict === 'accept' || judged.why.key === 'coach.rival' ? null : (asked?.suggestion ?? null),
    };
  });
};
