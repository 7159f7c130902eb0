import type { Entry } from '../../shared/engine/log.ts';
import type { Reply } from '../../shared/protocol.ts';
import type { Actor } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { House } from '../house.ts';
import { refusedReply } from './refusedReply.ts';

/** Submits to a table and tells what came of it. A defect of the rules costs that one action, not the table. */
export const safeSubmit =
  (table: Table, { clock, log }: Pick<House, 'clock' | 'log'>) =>
  (actor: Actor, input: unknown): { readonly reply: Reply; readonly entries: readonly Entry[] } => {
    const before = table.entries.length;
    try {
      const { reply } = table.submit(actor, input, clock.now());
      return { reply, entries: table.entries.slice(before) };
    } catch (err) {
      log.error({ err, actor }, 'an action failed');
      return { reply: refusedReply(input, 'unavailable'), entries: table.entries.slice(before) };
    }
  };
