import { LEAST_GAIN, measuresOf, reliefFrom } from '../../bots/alone.ts';
import type { BotSight } from '../../bots/bot.ts';
import { accept, isNegotiating, toAnswer } from '../../bots/moves.ts';
import { PLAIN } from '../../bots/style.ts';
import type { Action } from '../../engine/actions/index.ts';
import type { Offer } from '../../engine/state.ts';
import { isRefused, parseAction } from '../../engine/submit.ts';
import type { Seat } from '../../seats.ts';
import { about, type Choice, type Decision, KEEP } from './decision.ts';
import type { Juncture } from './sights.ts';
import { bestOf, lossOf, NOTHING, type Valued, worthOf } from './valued.ts';
import { bestPackages, type Scales, scalesAt, type Weighed, weighClauses, weighOffer } from './weigh.ts';

/** What was done, and everything that could have been done instead. */
type Verdict = { readonly did: Valued; readonly instead: readonly Valued[] };

const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;

const valued = (act: Choice['act'], offer: string | null, weighed: Weighed): Valued => ({
  choice: {
    act,
    offer,
    parties: weighed.parties,
    clauses: weighed.clauses,
    gain: rounded(weighed.gain),
  },
  worths: weighed.worths,
});

/** What could be laid on the table instead: nothing once the talk is over. */
const packages = (scales: Scales, parties: readonly Seat[] | null): readonly Valued[] =>
  isNegotiating(scales.study.sight)
    ? bestPackages(scales, parties).map((weighed) => valued('table', null, weighed))
    : [];

/** Whether the rules let a seat accept an offer, whatever it is worth. */
const canAccept = (sight: BotSight, offer: Offer): boolean =>
  accept(sight, offer, { key: 'reason.bot.expected', params: {} }) !== null;

const judgeTabling = (scales: Scales, action: Action & { type: 'table' }): Verdict => {
  const parties = [scales.study.sight.own.seat, ...action.to];
  const did = valued('table', null, weighClauses(scales, parties, action.clauses));
  return { did, instead: packages(scales, parties) };
};

/** Saying yes to an offer, where the rules let the seat. */
const acceptance = (scales: Scales, offer: Offer): readonly Valued[] =>
  canAccept(scales.study.sight, offer) ? [valued('accept', offer.id, weighOffer(scales, offer))] : [];

const judgeCounter = (scales: Scales, offer: Offer, action: Action & { type: 'counter' }): Verdict => {
  const did = valued('table', null, weighClauses(scales, offer.parties, action.clauses));
  return { did, instead: [...acceptance(scales, offer), ...packages(scales, offer.parties)] };
};

const judgeAcceptance = (scales: Scales, offer: Offer): Verdict => ({
  did: valued('accept', offer.id, weighOffer(scales, offer)),
  instead: packages(scales, offer.parties),
});

/** Saying no, or stepping back, leaves room for the best other package. */
const judgeNo = (scales: Scales, offer: Offer, act: 'decline' | 'withdraw' | 'takeBack'): Verdict => {
  const { worths } = bestOf(packages(scales, offer.parties));
  const yes =
    act === 'decline'
      ? acceptance(scales, offer)
      : [{ choice: KEEP, worths: weighOffer(scales, offer).worths }];
  return { did: { choice: about(act, offer.id), worths }, instead: yes };
};

const judgeMeasure = ({ study: { sight } }: Scales, lever: string, level: number): Verdict | null => {
  const step = measuresOf(sight, PLAIN).find((one) => one.lever === lever && one.level === level);
  if (step === undefined) return null;
  const gain = Math.abs(step.gain) < LEAST_GAIN ? 0 : step.gain;
  const clauses = [{ lever, level, from: 0 }];
  const choice: Choice = {
    act: 'order',
    offer: null,
    parties: [sight.own.seat],
    clauses,
    gain: rounded(step.gain),
  };
  return { did: { choice, worths: [gain, gain] }, instead: [] };
};

const judgeDenunciation = ({ study: { sight } }: Scales, id: string): Verdict | null => {
  const treaty = sight.view.treaties.find((one) => one.id === id);
  if (treaty === undefined) return null;
  const relief = reliefFrom(sight, PLAIN, treaty);
  const choice: Choice = { ...about('denounce', treaty.offer), gain: rounded(relief) };
  return { did: { choice, worths: [relief, relief] }, instead: [{ choice: KEEP, worths: [] }] };
};

const judgeAction = (juncture: Juncture, action: Action): Verdict | null => {
  const { sight } = juncture;
  if (action.type === 'table') return judgeTabling(scalesAt(juncture), action);
  if (action.type === 'order') return judgeMeasure(scalesAt(juncture), action.lever, action.level);
  if (action.type === 'denounce') return judgeDenunciation(scalesAt(juncture), action.treaty);
  if (!('offer' in action)) return null;
  const offer = sight.view.offers.find(({ id }) => id === action.offer);
  if (offer === undefined) return null;
  if (action.type === 'counter') return judgeCounter(scalesAt(juncture), offer, action);
  if (action.type === 'accept') return judgeAcceptance(scalesAt(juncture), offer);
  return judgeNo(scalesAt(juncture), offer, action.type);
};

/** A round's talk that ends without a word of one's own: what could have been laid on the table. */
const judgeSilence = (juncture: Juncture): Verdict => ({
  did: NOTHING,
  instead: packages(scalesAt(juncture), null),
});

/** Offers that lapse unanswered as a round ends: what could have been accepted. */
const judgeUnanswered = (juncture: Juncture, lapsing: readonly Offer[]): Verdict => {
  const scales = scalesAt(juncture);
  return { did: NOTHING, instead: lapsing.flatMap((offer) => acceptance(scales, offer)) };
};

/** What the clock made of a seat's silence, if it kept silent. */
const judgeClock = (juncture: Juncture): Verdict | null => {
  const { entry, sight } = juncture;
  const { own } = sight;
  const ends = (kind: 'closingBegan' | 'roundBegan' | 'gameEnded') =>
    entry.events.some((event) => event.kind === kind);
  if (ends('closingBegan')) return own.tabled > 0 ? null : judgeSilence(juncture);
  if (!ends('roundBegan') && !ends('gameEnded')) return null;
  // An offer stands until the round after its own is over: a seat that keeps silent before has lost nothing.
  const lapsing = toAnswer(sight).filter(
    (offer) => (ends('gameEnded') || offer.round < sight.view.round) && canAccept(sight, offer),
  );
  return lapsing.length === 0 ? null : judgeUnanswered(juncture, lapsing);
};

/** Points below which nothing is said: playouts in a handful of worlds tell no finer. */
const NOISE = 0.5;

/** Judges what a seat did, or left undone, at a point of the game. Null: there was nothing to decide. */
export const judge = (juncture: Juncture): Decision | null => {
  const { entry, sight } = juncture;
  const { own, book, view } = sight;
  const action = entry.actor === own.seat ? parseAction(entry.action) : null;
  if (action !== null && isRefused(action)) return null;
  const verdict = action === null ? judgeClock(juncture) : judgeAction(juncture, action);
  if (verdict === null) return null;
  const { did, instead } = verdict;
  const all = [did, ...instead];
  const best = bestOf(all);
  const point = book.mandateOf(own.mandate).ideal / 100;
  const loss = best === did ? 0 : lossOf(did, all) / point;
  return {
    seq: entry.seq,
    round: view.round,
    did: did.choice,
    better: loss < NOISE ? did.choice : best.choice,
    loss: loss < NOISE ? 0 : rounded(loss),
    stake: rounded(worthOf(best) / point),
  };
};
