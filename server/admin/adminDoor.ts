import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { VisitStore } from '../storage/visitStore.ts';
import { tokenBuckets } from '../tokenBucket.ts';

/** One visit of an administrator. `csrf`: what every form that changes something has to bring along. */
export type Visit = { readonly csrf: string };

/** Who may administer: whoever knows the secret, for a while, at every process that shares the store and the secret. */
export type AdminDoor = {
  /** A fresh visit's token for the right secret; null: it is wrong, or too many from this network were. */
  readonly enter: (secret: string, network: string) => Promise<string | null>;
  readonly visitOf: (token: string | null) => Promise<Visit | null>;
  /** Whether a form belongs to a visit. */
  readonly isOwn: (visit: Visit, csrf: string) => boolean;
  readonly leave: (token: string | null) => Promise<void>;
};

const VISIT_MS = 8 * 3_600_000;
// Five wrong secrets at once from one network, then one more every three minutes.
const WRONG_AT_ONCE = 5;
const WRONG_PER_SECOND = 1 / 180;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes the same time whatever the texts are. */
const areEqual = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/**
 * Hangs the door. The store knows visits by a hash of their token that is keyed with the secret: another secret ends them all,
 * and whoever reads the store has none. Wrong secrets are counted by each process for itself: no stranger shall make the store
 * write, and with a secret of 16 characters it matters little whether there are five guesses or five a process.
 */
export const adminDoor = (secret: string, visits: VisitStore, clock: Clock): AdminDoor => {
  const wrongFrom = tokenBuckets(WRONG_PER_SECOND, WRONG_AT_ONCE);
  const keyed = (use: 'visit' | 'csrf', token: string): string =>
    createHmac('sha256', secret).update(`${use} ${token}`).digest('base64url');

  return {
    enter: async (given, network) => {
      const bucket = wrongFrom(network);
      // Locked out, the right one does not help either: nobody learns which it was.
      if (!bucket.isOpen(clock.now())) return null;
      if (!areEqual(given, secret)) {
        bucket.take(clock.now());
        return null;
      }
      const token = randomBytes(16).toString('base64url');
      await visits.begin(keyed('visit', token), clock.now() + VISIT_MS, clock.now());
      return token;
    },
    visitOf: async (token) => {
      if (token === null) return null;
      const until = await visits.untilOf(keyed('visit', token));
      return until === null || until <= clock.now() ? null : { csrf: keyed('csrf', token) };
    },
    isOwn: (visit, csrf) => areEqual(visit.csrf, csrf),
    leave: async (token) => {
      if (token !== null) await visits.end(keyed('visit', token));
    },
  };
};
