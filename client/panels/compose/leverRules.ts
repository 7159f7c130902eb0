import type { Refusal, RefusalCode } from '../../../shared/engine/refusal.ts';
import type { Lever } from '../../../shared/scenarios/schema.ts';
import type { Draft } from '../../drafts.ts';
import { activeSeats, type Desk, refusalOf } from '../../rules.ts';

/** Refusals that are about a lever itself, not about the offer around it. */
const LEVER_CODES: readonly RefusalCode[] = [
  'offer.ownerMissing',
  'offer.leverBound',
  'offer.offAgenda',
  'offer.agendaCost',
];

/** Why a lever can't be part of the draft with its parties; null: it can. Before any party is chosen, all are. */
export const leverRefusal = (at: Desk, draft: Draft, lever: Lever): Refusal | null => {
  const others = activeSeats(at).filter((seat) => seat !== at.own?.seat);
  const refusal = refusalOf({
    type: 'table',
    to: draft.to.length === 0 ? [...others] : [...draft.to],
    clauses: [{ lever: lever.id, level: lever.pause, from: 0 }],
    sealed: false,
    note: '',
    spend: 0,
  });
  return refusal !== null && LEVER_CODES.includes(refusal.code) ? refusal : null;
};

/** The next level that a treaty may set, up or down the ladder; null at its end. */
export const nextLevel = (lever: Lever, level: number, step: 1 | -1): number | null => {
  const next = level + step;
  if (next < 0 || next >= lever.levels.length) return null;
  return lever.levels[next].treaty === false ? nextLevel(lever, next, step) : next;
};

/** The level to start from when a lever is taken into a draft: where it stands, or the nearest that a treaty may set. */
export const firstLevel = (lever: Lever, now: number): number =>
  lever.levels[now].treaty === false ? (nextLevel(lever, now, -1) ?? nextLevel(lever, now, 1) ?? now) : now;
