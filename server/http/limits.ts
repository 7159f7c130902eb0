import type { Request } from 'express';
import type { Clock } from '../clock.ts';
import type { Guest } from '../storage/logStore.ts';
import { type TokenBucket, tokenBuckets } from '../tokenBucket.ts';
import { networkOf } from './address.ts';
import { type Problem, problem } from './errorCodes.ts';

const MISS_SHARE = 1 / 6;
const JOIN_SHARE = 1 / 12;
const WRITE_SHARE = 1 / 2;
const READ_SHARE = 2;

/** Who may still ask for how much: null, or `request.tooFast` with the ms to wait. Limits are a minute's; they fill up all the time. */
export type Limits = {
  /** An address makes a guest. */
  readonly enter: (request: Request) => Problem | null;
  /** An address asks for a code: not after too many wrong ones. */
  readonly ask: (request: Request) => Problem | null;
  /** An address asked for a code that doesn't exist. */
  readonly noteMiss: (request: Request) => void;
  /** Somebody opens a class: it needs no guest. */
  readonly host: (request: Request) => Problem | null;
  /** A guest opens a table, which counts for their address as well. */
  readonly open: (request: Request, guest: Guest) => Problem | null;
  /** So many tables are opened at once for an address: a class begins. */
  readonly openMany: (request: Request, tables: number) => Problem | null;
  /** A guest joins one. */
  readonly join: (guest: Guest) => Problem | null;
  /** A guest, or an address without one, reads a finished table: its whole log is opened and checked. */
  readonly read: (request: Request, guest: Guest | null) => Problem | null;
  /** Somebody of a class, or its facilitator by its code, has something written down that stays for as long as the class. */
  readonly write: (who: string) => Problem | null;
};

const tooFast = (bucket: TokenBucket, now: number, count?: number): Problem =>
  problem('request.tooFast', { ms: bucket.wait(now, count) });

/** Makes the limits for so many new guests a minute from one address; 0: no limits. */
export const requestLimits = (addressLimit: number, clock: Clock): Limits => {
  const size = addressLimit === 0 ? Number.MAX_SAFE_INTEGER : addressLimit;
  const aMinute = (share: number) => tokenBuckets(Math.ceil(size * share) / 60, Math.ceil(size * share));
  const entries = aMinute(1);
  const misses = aMinute(MISS_SHARE);
  const openings = aMinute(JOIN_SHARE);
  const tables = aMinute(1);
  const joins = aMinute(JOIN_SHARE);
  const readings = aMinute(READ_SHARE);
  const writings = aMinute(WRITE_SHARE);
  const address = (request: Request): string => networkOf(request.ip ?? '');
  const take = (bucket: TokenBucket, count = 1): Problem | null =>
    bucket.take(clock.now(), count) ? null : tooFast(bucket, clock.now(), count);
  // As many as a bucket holds may always come at once, or a large class could never begin.
  const openMany: Limits['openMany'] = (request, count) =>
    take(tables(address(request)), Math.min(count, size));
  return {
    enter: (request) => take(entries(address(request))),
    ask: (request) => {
      const bucket = misses(address(request));
      return bucket.isOpen(clock.now()) ? null : tooFast(bucket, clock.now());
    },
    noteMiss: (request) => {
      misses(address(request)).take(clock.now());
    },
    host: (request) => take(openings(address(request))),
    open: (request, guest) => take(openings(guest.id)) ?? openMany(request, 1),
    openMany,
    join: (guest) => take(joins(guest.id)),
    read: (request, guest) => take(readings(guest?.id ?? address(request))),
    write: (who) => take(writings(who)),
  };
};
