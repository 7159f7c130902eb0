import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { newTableCode, readTableCode } from '../http/tableCode.ts';
import type { ClassRecord } from '../storage/classStore.ts';
import { type ClassHost, type ClassParts, hostClass } from './classHost.ts';
import type { ClassPlan } from './protocol.ts';
import { codesIn, hashOf, isSecret, newSecret, secretIn } from './secrets.ts';

/** All classes of the server: opened from their journals when somebody needs them. */
export type OpenClasses = {
  /** Writes a new class down. The secret is given out once and never kept. */
  readonly create: (plan: ClassPlan) => Promise<{ readonly host: ClassHost; readonly secret: string }>;
  /** The class with this code, as typed; null: there is none. */
  readonly byCode: (code: string) => Promise<ClassHost | null>;
  /** The class to which a table belongs; null: to none. */
  readonly byTable: (tableId: string) => Promise<ClassHost | null>;
  /** Opens a class from its journal again when it is needed next: something else has changed or deleted it. */
  readonly forget: (code: string) => void;
  /** Whether a secret opens the console of a class. */
  readonly opens: (host: ClassHost, secret: string) => boolean;
  /** The class with this code, if the request comes from its facilitator. */
  readonly facilitatorOf: (request: Request, code: string) => Promise<ClassHost | null>;
  /** The class to which a table belongs, if the request comes from its facilitator: who may read its whole log. */
  readonly facilitatorOfTable: (request: Request, tableId: string) => Promise<ClassHost | null>;
  /** Whether a guest is in the class to which a table belongs: who may compare it with their own. */
  readonly isClassmate: (guest: string, tableId: string) => Promise<boolean>;
};

const UNUSED_MS = 3_600_000;

/** Opens the classes of a house. `isShared`: other servers write to the same store. */
export const openClasses = (parts: ClassParts, isShared: boolean): OpenClasses => {
  const { store, clock } = parts;
  /** In the order in which they were asked for last. `asked`: when, epoch ms. */
  const hosts = new Map<string, { readonly opening: Promise<ClassHost>; readonly asked: number }>();

  const keep = (code: string, opening: Promise<ClassHost>): void => {
    hosts.delete(code);
    hosts.set(code, { opening, asked: clock.now() });
  };
  const drop = (code: string, opening: Promise<ClassHost>): void => {
    if (hosts.get(code)?.opening === opening) hosts.delete(code);
  };
  /** All of a class is in its journal and at its tables: it is opened again when somebody comes back. */
  const dropUnused = (): void => {
    for (const [code, { asked }] of hosts) {
      if (clock.now() - asked < UNUSED_MS) return;
      hosts.delete(code);
    }
  };

  const open = (record: ClassRecord): Promise<ClassHost> => {
    const known = hosts.get(record.code);
    if (known !== undefined) return known.opening;
    dropUnused();
    const giveUp = (): void => drop(record.code, opening);
    const opening: Promise<ClassHost> = hostClass(parts, record, giveUp);
    keep(record.code, opening);
    opening.catch(giveUp);
    return opening;
  };

  /** A code that opens no table either: people type both into the same field. */
  const recordClass = async (bare: Omit<ClassRecord, 'code'>): Promise<ClassRecord> => {
    for (;;) {
      const record = { ...bare, code: newTableCode() };
      if ((await store.tableByCode(record.code)) === null && (await store.classes.addClass(record)))
        return record;
    }
  };

  const byCode = async (typed: string): Promise<ClassHost | null> => {
    const code = readTableCode(typed);
    if (code === null) return null;
    const known = hosts.get(code)?.opening;
    if (known !== undefined) {
      // Another server may have written to it, or deleted it, while this one was taken for dead.
      if (!isShared || (await (await known).desk.journal.isCurrent())) {
        if (hosts.get(code)?.opening === known) keep(code, known);
        return known;
      }
      drop(code, known);
    }
    const record = await store.classes.classByCode(code);
    return record === null ? null : open(record);
  };

  const byTable = async (tableId: string): Promise<ClassHost | null> => {
    const record = await store.classes.classOfTable(tableId);
    return record === null ? null : byCode(record.code);
  };

  const opens = (host: ClassHost, secret: string): boolean => isSecret(secret, host.desk.record.secretHash);

  const ifFacilitator = (request: Request, host: ClassHost | null): ClassHost | null => {
    if (host === null) return null;
    const secret = secretIn(request.get('cookie'), host.desk.record.code);
    return secret !== null && opens(host, secret) ? host : null;
  };

  return {
    create: async (plan) => {
      const secret = newSecret();
      const record = await recordClass({
        id: randomBytes(9).toString('base64url'),
        created: clock.now(),
        secretHash: hashOf(secret),
        rosterKey: randomBytes(32).toString('base64url'),
        plan: { plan, seed: randomBytes(16).toString('hex') },
      });
      return { host: await open(record), secret };
    },
    byCode,
    byTable,
    forget: (code) => {
      hosts.delete(code);
    },
    opens,
    facilitatorOf: async (request, code) => ifFacilitator(request, await byCode(code)),
    isClassmate: async (guest, tableId) => {
      const member = (await byTable(tableId))?.memberOf(guest);
      return member !== undefined && !member.isRemoved;
    },
    facilitatorOfTable: async (request, tableId) => {
      // Most requests come from nobody's facilitator: those cost no look-up.
      if (codesIn(request.get('cookie')).length === 0) return null;
      return ifFacilitator(request, await byTable(tableId));
    },
  };
};
