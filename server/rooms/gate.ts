import { type TokenBucket, tokenBucket } from '../tokenBucket.ts';

/** What becomes of a message: it passes, it comes too fast (by so many ms), or its sender has been told so too often. */
export type Passage =
  | { readonly kind: 'open' }
  | { readonly kind: 'tooFast'; readonly ms: number }
  | { readonly kind: 'cut' };

/** Lets the messages of one person through, over however many connections they come. */
export type Gate = (message: unknown, now: number) => Passage;

const MESSAGES_PER_SECOND = 20;
const TALK_PER_SECOND = 2;
const TALK_AT_ONCE = 5;
// A move stays in the table's log for good: a hand that never rests must not make it too long to be read.
const MOVES_PER_SECOND = 2;
const MOVES_AT_ONCE = 200;
// So many answers "too fast" are borne, and one more every second.
const PATIENCE = 60;

const typeOf = (message: unknown): unknown =>
  typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;

/**
 * Builds a gate: 20 messages a second. Where people are limited, moves are 2 a second in the long run (200 at once), of which
 * talk is 2 a second at any time (5 at once).
 */
export const personalGate = (isLimited: boolean): Gate => {
  const messages = tokenBucket(MESSAGES_PER_SECOND, MESSAGES_PER_SECOND);
  const moves = tokenBucket(MOVES_PER_SECOND, MOVES_AT_ONCE);
  const talk = tokenBucket(TALK_PER_SECOND, TALK_AT_ONCE);
  const bucketsOf = (message: unknown): readonly TokenBucket[] => {
    const type = typeOf(message);
    if (!isLimited || type === undefined) return [messages];
    return type === 'speak' ? [messages, moves, talk] : [messages, moves];
  };
  const patience = tokenBucket(1, PATIENCE);
  return (message, now) => {
    const asked = bucketsOf(message);
    const ms = Math.max(...asked.map((bucket) => bucket.wait(now)));
    if (ms > 0) return patience.take(now) ? { kind: 'tooFast', ms } : { kind: 'cut' };
    for (const bucket of asked) bucket.take(now);
    return { kind: 'open' };
  };
};
