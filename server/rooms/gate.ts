import { type TokenBucket, tokenBucket } from '../tokenBucket.ts';

/** What becomes of a message: it passes, it comes too fast (by so many ms), or its sender has been told so too often. */
export type Passage =
  | { readonly kind: 'open' }
  | { readonly kind: 'tooFast'; readonly ms: number }
  | { readonly kind: 'cut' };

/** Lets the messages of one person through, over however many connections they come. */
export type Gate = (message: unknown, now: number) => Passage;

const ACTIONS_PER_SECOND = 20;
const TALK_PER_SECOND = 2;
const TALK_AT_ONCE = 5;
// So many answers "too fast" are borne, and one more every second.
const PATIENCE = 60;

const isTalk = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'speak';

/** Builds a gate: 20 actions a second, of which 2 may be talk (5 at once) where talk is limited. */
export const personalGate = (isTalkLimited: boolean): Gate => {
  const actions = tokenBucket(ACTIONS_PER_SECOND, ACTIONS_PER_SECOND);
  const talk = tokenBucket(TALK_PER_SECOND, TALK_AT_ONCE);
  const patience = tokenBucket(1, PATIENCE);
  return (message, now) => {
    const asked: readonly TokenBucket[] = isTalkLimited && isTalk(message) ? [actions, talk] : [actions];
    const ms = Math.max(...asked.map((bucket) => bucket.wait(now)));
    if (ms > 0) return patience.take(now) ? { kind: 'tooFast', ms } : { kind: 'cut' };
    for (const bucket of asked) bucket.take(now);
    return { kind: 'open' };
  };
};
