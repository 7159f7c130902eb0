import { type ReadonlySignal, signal } from '@preact/signals';
import type { SeatAction } from '../../shared/engine/actions/index.ts';
import type { Reply } from '../../shared/protocol.ts';
import type { Letter, Outbox } from './outbox.ts';

/** Actions on their way and the answers to them: who waits for what, and what is sent again after a lost line. */
export type Correspondence = {
  /** Actions that have had no answer yet. */
  readonly unanswered: ReadonlySignal<number>;
  /** Puts an action on its way: what to send, and its answer, however long that takes; null: it came too late. */
  readonly write: (
    action: SeatAction,
    round: number,
  ) => { readonly letter: Letter; readonly reply: Promise<Reply | null> };
  /** Takes an answer in. False: nobody here asked, it was sent before this page was loaded. */
  readonly settle: (reply: Reply) => boolean;
  /** After a reconnection: sends again what was meant for this round, gives up the rest and tells how many those were. */
  readonly resume: (round: number, send: (letter: Letter) => void) => number;
};

const freshId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Opens the correspondence over an outbox. */
export const correspond = (outbox: Outbox): Correspondence => {
  const unanswered = signal(outbox.letters().length);
  const waiting = new Map<string, (reply: Reply | null) => void>();
  const close = (id: string, reply: Reply | null): boolean => {
    outbox.settle(id);
    unanswered.value = outbox.letters().length;
    const resolve = waiting.get(id);
    waiting.delete(id);
    resolve?.(reply);
    return resolve !== undefined;
  };
  return {
    unanswered,
    settle: (reply) => close(reply.id, reply),
    write: (action, round) => {
      const letter: Letter = { action: { ...action, id: freshId() }, round };
      const reply = new Promise<Reply | null>((resolve) => waiting.set(letter.action.id, resolve));
      outbox.add(letter);
      unanswered.value = outbox.letters().length;
      return { letter, reply };
    },
    resume: (round, send) => {
      const late = outbox.letters().filter((letter) => letter.round !== round);
      for (const letter of late) close(letter.action.id, null);
      for (const letter of outbox.letters()) send(letter);
      return late.length;
    },
  };
};
