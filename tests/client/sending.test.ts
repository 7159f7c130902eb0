import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clearSent, draft, edit } from '../../client/composing.ts';
import type { Connection } from '../../client/connection/connection.ts';
import { EMPTY_DRAFT } from '../../client/drafts.ts';
import { sendDraft } from '../../client/sending.ts';
import { act, enterTable, leaveTable, receive } from '../../client/store.ts';
import type { SeatAction } from '../../shared/engine/actions/index.ts';
import type { Reply } from '../../shared/protocol.ts';
import { clause, openGame } from '../helpers/game.ts';

/** A line that is down: what was to be sent, and how its answers come in the end. */
let sent: SeatAction[];
let answer: (reply: Reply) => void;

beforeEach(() => {
  vi.stubGlobal('document', { getElementById: () => null });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  sent = [];
  const answers: ((reply: Reply) => void)[] = [];
  answer = (reply) => {
    for (const settle of answers) settle(reply);
  };
  const line = {
    acts: signal(true),
    leave: () => {},
    act: (action: SeatAction) => {
      sent.push(action);
      return new Promise<Reply>((resolve) => answers.push(resolve));
    },
  };
  enterTable('KLMN23', () => line as unknown as Connection);
  receive({ seq: 1, serverNow: 0, view: openGame().table.viewOf('KR'), events: [] });
});
afterEach(() => {
  edit(() => EMPTY_DRAFT);
  leaveTable();
  vi.unstubAllGlobals();
});

const YES: Reply = { id: 'one', ok: true };
const say = (text: string): SeatAction => ({ type: 'speak', to: 'all', text, pledge: null });
const ready = (is: boolean): SeatAction => ({ type: 'ready', ready: is });
const OFFER = { ...EMPTY_DRAFT, to: ['US'] as const, clauses: [clause('kr-us-energy', '10')] };

test('what is pressed again while it waits for its answer is one move', async () => {
  const replies = [act(say('hello')), act(say('hello'))];
  expect(sent).toEqual([say('hello')]);
  answer(YES);
  expect(await Promise.all(replies)).toEqual([YES, YES]);
  void act(say('hello'));
  expect(sent).toHaveLength(2);
});

test('a change of mind is a move of its own', () => {
  for (const is of [true, false, true, true]) void act(ready(is));
  expect(sent).toEqual([ready(true), ready(false), ready(true)]);
  void act(say('one'));
  void act(say('two'));
  expect(sent).toHaveLength(5);
});

test('a table that was left owes no answer to the next one', () => {
  void act(ready(true));
  enterTable('PQRS23', () => ({ leave: () => {}, act: async () => YES }) as unknown as Connection);
  return expect(act(ready(true))).resolves.toEqual(YES);
});

test('an offer that is answered leaves the composer, one that was changed meanwhile stays', async () => {
  edit(() => OFFER);
  const first = sendDraft();
  answer(YES);
  await first;
  expect(draft.value).toEqual(EMPTY_DRAFT);

  edit(() => OFFER);
  const second = sendDraft();
  edit((current) => ({ ...current, note: 'and more' }));
  answer(YES);
  await second;
  expect(draft.value.note).toBe('and more');
});

test('a counter-offer leaves the composer, although what it counters is answered before that is told', async () => {
  edit(() => ({ ...OFFER, counters: 'o1' }));
  const sending = sendDraft();
  edit((current) => ({ ...current, counters: null }));
  answer(YES);
  await sending;
  expect(draft.value).toEqual(EMPTY_DRAFT);
});

test('a draft that was sent before the page was loaded leaves the composer with its answer, any other stays', async () => {
  edit(() => OFFER);
  void sendDraft();
  const [action] = sent;
  edit((current) => ({ ...current, note: 'and more' }));
  clearSent(action!);
  expect(draft.value.note).toBe('and more');
  edit(() => OFFER);
  clearSent(say('hello'));
  expect(draft.value).toEqual(OFFER);
  clearSent(action!);
  expect(draft.value).toEqual(EMPTY_DRAFT);
});
