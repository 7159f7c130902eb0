import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { type TokenBucket, tokenBucket } from '../tokenBucket.ts';

/** One visit of an administrator. `csrf`: what every form that changes something has to bring along. */
export type Visit = { readonly csrf: string; readonly until: number };

/** Who may administer: whoever knows the secret, for a while. */
export type AdminDoor = {
  /** A fresh visit's token for the right secret; null: it is wrong, or too many from this network were. */
  readonly enter: (secret: string, network: string) => string | null;
  readonly visitOf: (token: string | null) => Visit | null;
  /** Whether a form belongs to a visit. */
  readonly isOwn: (visit: Visit, csrf: string) => boolean;
  readonly leave: (token: string | null) => void;
};

const VISIT_MS = 8 * 3_600_000;
const MOST_VISITS = 100;
// Five wrong secrets at once from one network, then one more every three minutes.
const WRONG_AT_ONCE = 5;
const WRONG_PER_SECOND = 1 / 180;
const MOST_NETWORKS = 10_000;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes the same time whatever the texts are. */
const areEqual = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** Hangs the door. Visits are known by their tokens' hashes and end with the process. */
export const adminDoor = (secret: string, clock: Clock): AdminDoor => {
  const visits = new Map<string, Visit>();
  const wrong = new Map<string, TokenBucket>();
  const keyOf = (token: string): string => digest(token).toString('hex');

  const bucketOf = (network: string): TokenBucket => {
    if (wrong.size >= MOST_NETWORKS)
      for (const [key, bucket] of wrong) if (bucket.isFull(clock.now())) wrong.delete(key);
    const bucket = wrong.get(network) ?? tokenBucket(WRONG_PER_SECOND, WRONG_AT_ONCE);
    wrong.set(network, bucket);
    return bucket;
  };
  const prune = (): void => {
    for (const [key, { until }] of visits) if (until <= clock.now()) visits.delete(key);
    const [oldest] = visits.keys();
    if (visits.size >= MOST_VISITS && oldest !== undefined) visits.delete(oldest);
  };

  return {
    enter: (given, network) => {
      const bucket = bucketOf(network);
      // Locked out, the right one does not help either: nobody learns which it was.
      if (!bucket.isOpen(clock.now())) return null;
      if (!areEqual(given, secret)) {
        bucket.take(clock.now());
        return null;
      }
      prune();
      const token = randomBytes(16).toString('base64url');
      const csrf = randomBytes(16).toString('base64url');
      visits.set(keyOf(token), { csrf, until: clock.now() + VISIT_MS });
      return token;
    },
    visitOf: (token) => {
      const visit = token === null ? undefined : visits.get(keyOf(token));
      return visit === undefined || visit.until <= clock.now() ? null : visit;
    },
    isOwn: (visit, csrf) => areEqual(visit.csrf, csrf),
    leave: (token) => {
      if (token !== null) visits.delete(keyOf(token));
    },
  };
};
