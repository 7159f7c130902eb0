import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../shared/engine/actions/defineAction.ts';
import { ACTIONS, type ActionType } from '../../shared/engine/actions/index.ts';
import { SEATS } from '../../shared/seats.ts';
import { openGame } from '../helpers/game.ts';
import { newGuest, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';
import { actionSamples } from './actionSamples.ts';

/** Who may send what, written down a second time: whoever adds an action says here, too, whom it belongs to. */
const RIGHTS: Readonly<Record<ActionType, readonly Role[]>> = {
  speak: ['seat'],
  table: ['seat'],
  counter: ['seat'],
  accept: ['seat'],
  takeBack: ['seat'],
  decline: ['seat'],
  withdraw: ['seat'],
  order: ['seat'],
  cancel: ['seat'],
  denounce: ['seat'],
  ready: ['seat'],
  pause: ['seat', 'facilitator'],
  release: ['seat', 'facilitator'],
  start: ['system', 'facilitator'],
  tick: ['system'],
  occupy: ['system', 'facilitator'],
  standIn: ['system'],
  branch: ['system'],
  give: ['system'],
  explain: ['system'],
  extend: ['facilitator'],
  advance: ['facilitator'],
  inject: ['facilitator'],
  announce: ['facilitator'],
  openMandates: ['system', 'facilitator'],
  rematch: ['system'],
};

const TYPES = Object.keys(ACTIONS) as ActionType[];
const roleOf = (actor: string): string => ((SEATS as readonly string[]).includes(actor) ? 'seat' : actor);
const isDenied = (reply: { ok: boolean; refusal?: { code: string } }): boolean =>
  !reply.ok && reply.refusal?.code === 'action.notYours';

describe('S4: every action has its rule', () => {
  test('S4: the registry and the written rights agree', () => {
    expect(Object.keys(RIGHTS).sort()).toEqual([...TYPES].sort());
    for (const type of TYPES) expect(ACTIONS[type].roles, type).toEqual(RIGHTS[type]);
  });

  const phases = {
    'before the start': () => openGame({ started: false }),
    'in negotiation': () => openGame(),
    'in closing': () => {
      const game = openGame();
      game.tick();
      return game;
    },
    'after the end': () => {
      const game = openGame();
      game.toEnd();
      return game;
    },
  };

  describe.each(Object.entries(phases))('%s', (_, open) => {
    test.each([...SEATS, 'system', 'facilitator', 'spectator', 'observer', 'host', 'admin', 'none'])(
      'S4: %s is denied exactly what is not its own',
      (actor) => {
        const samples = actionSamples();
        for (const type of TYPES) {
          const { table } = open();
          const { reply } = table.submit(actor as never, { ...samples[type], id: 'the-action' }, 5);
          const mayAsk = (RIGHTS[type] as readonly string[]).includes(roleOf(actor));
          expect(isDenied(reply), `${actor} ${type}`).toBe(!mayAsk);
        }
      },
    );
  });
});

describe('S4: over the wire', () => {
  let server: ServerUnderTest;
  let guests: readonly TestGuest[];
  let players: readonly Player[];
  beforeAll(async () => {
    server = await startServer();
    guests = await Promise.all(['Ann', 'Bo', 'Cy', 'Di'].map((name) => newGuest(server.api, name)));
    const body = { timeControl: 'untimed' };
    const { code } = (await server.api('POST', '/api/tables', { token: guests[0]!.token, body })).body;
    players = await Promise.all(
      guests.map((guest, i) => sit(server.url, guest, code, [...SEATS, 'spectator'][i])),
    );
    for (const player of players) await player.until(() => player.view().phase === 'negotiation');
  });
  afterAll(() => server.close());

  test('S4: a seat is denied what belongs to the house or a facilitator; who only watches is denied all', async () => {
    const samples = actionSamples();
    for (const player of players)
      for (const type of TYPES) {
        const mayAsk = player.seat !== 'spectator' && RIGHTS[type].includes('seat');
        if (mayAsk) continue;
        expect(isDenied(await player.act(samples[type] as never)), `${player.seat} ${type}`).toBe(true);
        await server.clock.advance(1000);
      }
  });

  test('S4: a guest is what its seat makes it: naming another seat, actor or role in a message changes nothing', async () => {
    const watcher = players.at(-1)!;
    for (const claim of [{ seat: 'US' }, { actor: 'US' }, { role: 'facilitator' }, { guest: guests[0]!.id }])
      expect((await watcher.act({ type: 'ready', ready: true, ...claim })).ok).toBe(false);
    const us = players[0]!;
    for (const claim of [{ seat: 'KR' }, { actor: 'KR' }, { by: 'KR' }]) {
      const reply = await us.act({ type: 'ready', ready: true, ...claim });
      expect(reply).toMatchObject({ ok: false, refusal: { code: 'action.malformed' } });
    }
  });
});
