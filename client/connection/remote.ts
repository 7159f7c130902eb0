import { Client, type Room } from '@colyseus/sdk';
import { signal } from '@preact/signals';
import { MESSAGES, type Reply, type Update } from '../../shared/protocol.ts';
import { recallHere, rememberHere } from '../memory.ts';
import type { Connection, LinkState, Listener } from './connection.ts';
import { type Place, type SeatWish, ServerRefusal, takePlace } from './http.ts';
import { type Letter, openOutbox } from './outbox.ts';

/** Close codes after which this tab must not come back: left on purpose, or the seat is played in another tab. */
const CONSENTED = 4000;
const SUPERSEDED = 4011;

const FIRST_WAIT = 400;
const LONGEST_WAIT = 8000;

/** Waits longer each time, and not in step with the others who lost the same server. */
const waitBefore = (attempt: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + Math.random() / 2);

const isFinal = (failure: unknown): boolean =>
  failure instanceof ServerRefusal && failure.status >= 400 && failure.status < 500 && failure.status !== 429;

const freshId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * The way to a table on the server. Unanswered actions are kept until they are answered, and sent again with the same
 * ids after a reconnection or a reload; the SDK's own queue stays off, for it would replay them without asking.
 */
export const connectRemote = (
  code: string,
  seat: SeatWish | null,
  listener: Listener,
  place: Place | null = null,
): Connection => {
  const state = signal<LinkState>('connecting');
  const failure = signal<string | null>(null);
  const unanswered = signal(0);
  const outbox = openOutbox({
    read: () => recallHere(`outbox.${code}`),
    write: (text) => {
      rememberHere(`outbox.${code}`, text);
    },
  });
  const waiting = new Map<string, (reply: Reply) => void>();
  let room: Room | null = null;
  let round = 0;
  let attempt = 0;
  let left = false;
  let timer = 0;

  const count = (): void => {
    unanswered.value = outbox.letters().length;
  };
  const settle = (reply: Reply): void => {
    outbox.settle(reply.id);
    count();
    const resolve = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (resolve) resolve(reply);
    else listener.lateReply(reply);
  };
  const send = (letter: Letter): void => {
    if (room?.connection.isOpen) room.send(MESSAGES.action, letter.action);
  };
  const drop = ({ action }: Letter): void => {
    outbox.settle(action.id);
    waiting.get(action.id)?.({ id: action.id, ok: false, refusal: { code: 'unavailable', params: {} } });
    waiting.delete(action.id);
    listener.dropped();
  };
  /** After an update on joining the round is known: what was meant for an earlier one must not be sent any more. */
  const flush = (): void => {
    for (const letter of outbox.letters()) letter.round === round ? send(letter) : drop(letter);
    count();
  };

  const lose = (why: string | null): void => {
    state.value = 'lost';
    failure.value = why;
  };
  const comeBack = (): void => {
    if (left) return;
    state.value = state.value === 'connecting' ? 'connecting' : 'reconnecting';
    timer = window.setTimeout(open, waitBefore(attempt++));
  };
  const onLeave = (closeCode: number): void => {
    room = null;
    if (left || closeCode === CONSENTED) return;
    if (closeCode === SUPERSEDED) lose('moved');
    else comeBack();
  };

  const attach = (joined: Room): void => {
    room = joined;
    joined.reconnection.minUptime = 0;
    joined.reconnection.maxEnqueuedMessages = 0;
    let fresh = true;
    joined.onMessage(MESSAGES.update, (update: Update) => {
      round = update.view.round;
      listener.update(update);
      if (!fresh) return;
      fresh = false;
      attempt = 0;
      state.value = 'live';
      flush();
    });
    joined.onMessage(MESSAGES.reply, settle);
    joined.onDrop(() => {
      fresh = true;
      state.value = 'reconnecting';
    });
    joined.onLeave(onLeave);
    joined.onError(() => undefined);
  };

  let firstPlace = place;
  async function open(): Promise<void> {
    try {
      const taken = firstPlace ?? (await takePlace(code, seat));
      firstPlace = null;
      const client = new Client(location.origin);
      const joined = await client.consumeSeatReservation(taken.reservation as never);
      if (left) void joined.leave();
      else attach(joined);
    } catch (refusal) {
      if (left) return;
      if (isFinal(refusal)) lose((refusal as ServerRefusal).code);
      else comeBack();
    }
  }

  void open();

  return {
    state,
    failure,
    unanswered,
    act: (action) =>
      new Promise((resolve) => {
        const letter: Letter = { action: { ...action, id: freshId() }, round };
        outbox.add(letter);
        waiting.set(letter.action.id, resolve);
        count();
        if (state.value === 'live') send(letter);
      }),
    retry: () => {
      if (state.value !== 'lost') return;
      failure.value = null;
      state.value = 'reconnecting';
      attempt = 0;
      void open();
    },
    leave: () => {
      left = true;
      clearTimeout(timer);
      void room?.leave();
    },
  };
};
