import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonAsSent } from '../../server/http/jsonBody.ts';
import { stateHash } from '../../shared/engine/log.ts';
import { isRefused, parseAction } from '../../shared/engine/submit.ts';
import { SEATS } from '../../shared/seats.ts';
import { openGame } from '../helpers/game.ts';
import { newGuest, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';
import { hostileMessages, NASTY, recordedActions } from './hostileMessages.ts';

const SEED = process.env.SEED ?? 'hostile';
const MESSAGES = Number(process.env.HOSTILE ?? 10_000);
// Ten times what is aimed at: only a hang fails here, not a busy machine.
const HANG_MS = 500;

const samples = recordedActions(3);
const ACTORS = [...SEATS, 'spectator', 'nobody', '__proto__', ''] as const;

/** Whether something that was polluted shows in every object. */
const polluted = (): boolean => 'polluted' in {};

describe('S1: what comes in by submit', () => {
  test(`S1: ${MESSAGES} hostile messages: each is answered, a refusal changes nothing, none hangs (seed ${SEED})`, () => {
    const next = hostileMessages(SEED, samples);
    const { table } = openGame();
    let before = stateHash(table.state);
    let done = 0;
    let slowest = 0;
    for (let i = 0; i < MESSAGES; i++) {
      const message = next();
      const began = performance.now();
      const { reply, entry } = table.submit(SEATS[i % SEATS.length]!, message, 2_000 + i);
      slowest = Math.max(slowest, performance.now() - began);
      if (reply.ok && entry !== null) {
        // What went through is, whatever its origin, an action that a person might have sent.
        expect(isRefused(parseAction(message)), `message ${i}`).toBe(false);
        before = stateHash(table.state);
        done++;
      } else if (!reply.ok) expect(reply.refusal.code, `message ${i}`).toMatch(/^[a-z]+(\.\w+)?$/);
      expect(stateHash(table.state) === before, `message ${i} changed the state`).toBe(true);
    }
    console.log(
      `S1: ${MESSAGES} messages, ${done} legal after all, slowest ${slowest.toFixed(1)} ms (aim: 50)`,
    );
    expect(slowest).toBeLessThan(HANG_MS);
    expect(polluted()).toBe(false);
  });

  test('S1: an actor that is none gets no further than a refusal', () => {
    const { table } = openGame();
    const before = stateHash(table.state);
    for (const actor of ACTORS.slice(SEATS.length))
      for (const [i, action] of samples.slice(0, 50).entries()) {
        const answer = (): boolean =>
          table.submit(actor as never, { ...action, id: `no-actor-${i}` }, 5).reply.ok;
        expect(answer()).toBe(false);
      }
    expect(stateHash(table.state)).toBe(before);
  });

  test.each(Object.entries(NASTY))(
    'S22: %s in every field of every action is refused or harmless',
    (name, value) => {
      const { table } = openGame();
      const kinds = new Map(samples.map((action) => [action.type, action]));
      expect(kinds.size).toBe(13);
      for (const action of kinds.values())
        for (const field of Object.keys(action)) {
          const before = stateHash(table.state);
          const { reply } = table.submit(
            'US',
            { ...action, [field]: value, id: `${field}-of-${action.type}` },
            5,
          );
          // Words may be any words.
          const isWords = (field === 'text' || field === 'note') && typeof value === 'string';
          if (!isWords && !isRefused(parseAction({ ...action, [field]: value }))) continue;
          if (reply.ok) expect(isWords, `${name} as ${field} of ${action.type}`).toBe(true);
          else expect(stateHash(table.state)).toBe(before);
        }
      expect(JSON.parse(JSON.stringify(table.state))).toEqual(table.state);
      expect(polluted()).toBe(false);
    },
  );
});

describe('S1: what comes in by the socket', () => {
  let server: ServerUnderTest;
  let guests: readonly TestGuest[];
  beforeAll(async () => {
    server = await startServer();
    guests = await Promise.all(['Ann', 'Bo', 'Cy', 'Di'].map((name) => newGuest(server.api, name)));
  });
  afterAll(() => server.close());

  /** Three people and one who watches; no bots, no clock: nothing happens but by them. */
  const openPlayers = async (): Promise<readonly Player[]> => {
    const body = { timeControl: 'untimed' };
    const { code } = (await server.api('POST', '/api/tables', { token: guests[0]!.token, body })).body;
    const players: Player[] = [];
    for (const [i, guest] of guests.entries())
      players.push(await sit(server.url, guest, code, [...SEATS, 'spectator'][i]));
    for (const player of players) await player.until(() => player.view().phase === 'negotiation');
    return players;
  };

  test(`S1: 600 hostile messages over real sockets: one typed answer each, and nobody is cut off (seed ${SEED})`, async () => {
    const all = hostileMessages(`${SEED} socket`, samples);
    // What is larger than a frame may be closes its connection, which is tested elsewhere.
    const next = (): unknown => {
      for (;;) {
        const message = all();
        if (inspect(message, { depth: null, maxStringLength: null, maxArrayLength: null }).length < 2000)
          return message;
      }
    };
    for (let tables = 0; tables < 5; tables++) {
      const players = await openPlayers();
      for (const player of players)
        for (let burst = 0; burst < 3; burst++) {
          const before = player.replies.length;
          for (let i = 0; i < 10; i++) player.post(next());
          await player.until(() => player.replies.length === before + 10 || player.closed() !== null);
          expect(player.closed()).toBeNull();
          await server.clock.advance(1000);
        }
      for (const player of players) {
        const answers = player.replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code));
        for (const answer of answers) expect(answer).toMatch(/^[a-z]+(\.\w+)?$/);
        if (player.seat === 'spectator')
          expect(['action.notYours', 'action.malformed']).toEqual(
            expect.arrayContaining([...new Set(answers)]),
          );
        await player.leave();
      }
    }
    expect(polluted()).toBe(false);
  });
});

describe('S22: bodies', () => {
  test.each([
    ['a key twice', '{"name":"Ann","name":"Eve"}', false],
    ['a key twice inside', '{"a":{"b":1,"b":2}}', false],
    ['a key twice in disguise', '{"name":"Ann","n\\u0061me":"Eve"}', false],
    ['a prototype', '{"__proto__":{"polluted":true}}', false],
    ['a constructor', '{"a":[{"constructor":1}]}', false],
    ['a deep pit', `${'['.repeat(5000)}${']'.repeat(5000)}`, false],
    ['an honest body', '{"name":"Ann"}', true],
    ['an honest body', '{"a":{"b":1},"c":{"b":2}}', true],
    ['an honest body', '{"text":"\\"key\\": twice \\"key\\":"}', true],
    ['an honest body', '[]', true],
    ['an honest body', '"text"', true],
  ])('S22: %s', (_, text, good) => {
    expect(jsonAsSent(text, JSON.parse(text))).toBe(good);
  });
});
