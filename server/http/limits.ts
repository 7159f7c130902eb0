import type { Request } from 'express';
import type { Clock } from '../clock.ts';
import type { Guest } from '../storage/logStore.ts';
import { type TokenBucket, tokenBucket } from '../tokenBucket.ts';

const MOST_BUCKETS = 10_000;
const GUEST_SHARE = 0.25;

/** Who may still ask for how much. Limits are a minute's; they fill up again all the time. */
export type Limits = {
  /** An address makes a guest. */
  readonly mayEnter: (request: Request) => boolean;
  /** Whether an address may ask for a code at all: not after too many wrong ones. */
  readonly mayAsk: (request: Request) => boolean;
  /** An address asked for a code that doesn't exist. */
  readonly noteMiss: (request: Request) => void;
  /** A guest opens or joins a table. */
  readonly mayJoin: (guest: Guest) => boolean;
};

/** One bucket for each key. Full buckets are forgotten when there are too many. */
const buckets = (perMinute: number, clock: Clock): ((key: string) => TokenBucket) => {
  const known = new Map<string, TokenBucket>();
  const prune = (): void => {
    for (const [key, bucket] of known) if (bucket.isFull(clock.now())) known.delete(key);
    if (known.size >= MOST_BUCKETS) known.clear();
  };
  return (key) => {
    if (known.size >= MOST_BUCKETS) prune();
    const bucket = known.get(key) ?? tokenBucket(perMinute / 60, perMinute);
    known.set(key, bucket);
    return bucket;
  };
};

/** Makes the limits for so many requests a minute from one address; 0: no limits. */
export const requestLimits = (addressLimit: number, clock: Clock): Limits => {
  const size = addressLimit === 0 ? Number.MAX_SAFE_INTEGER : addressLimit;
  const entries = buckets(size, clock);
  const misses = buckets(size, clock);
  const joins = buckets(Math.ceil(size * GUEST_SHARE), clock);
  const address = (request: Request): string => request.ip ?? '';
  return {
    mayEnter: (request) => entries(address(request)).take(clock.now()),
    mayAsk: (request) => misses(address(request)).isOpen(clock.now()),
    noteMiss: (request) => {
      misses(address(request)).take(clock.now());
    },
    mayJoin: (guest) => joins(guest.id).take(clock.now()),
  };
};
