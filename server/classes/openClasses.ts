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

/** Opens the classes of a house. `isShared`: other servers write to the same store. */
export const openClasses = (parts: ClassParts, isShared: boolean): OpenClasses => {
  const { store, clock } = parts;
  const hosts = new Map<string, Promise<ClassHost>>();

  const open = (record: ClassRecord): Promise<ClassHost> => {
    const known = hosts.get(record.code);
    if (known !== undefined) return known;
    const giveUp = (): void => {
      if (hosts.get(record.code) === opening) hosts.delete(record.code);
    };
    const opening: Promise<ClassHost> = hostClass(parts, record, giveUp);
    hosts.set(record.code, opening);
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
    const known = hosts.get(code);
    // Another server may have written to it, or deleted it, while this one was taken for dead.
    if (known !== undefined && (!isShared || (await (await known).desk.journal.isCurrent()))) return known;
    if (hosts.get(code) === known) hosts.delete(code);
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
