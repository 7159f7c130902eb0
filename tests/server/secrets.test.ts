import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyTabling } from '../helpers/packages.ts';
import { newGuest, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';
import { bytesOf, framesOf } from '../helpers/wire.ts';

let server: ServerUnderTest;
let guests: readonly TestGuest[];

beforeAll(async () => {
  server = await startServer();
  guests = await Promise.all(['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => newGuest(server.api, name)));
});
afterAll(() => server.close());

const bytes = (player: Player): string => bytesOf(player.room.sessionId);

test('nothing of what two seats keep to themselves reaches any other socket: not a byte, not a frame', async () => {
  const { body } = await server.api('POST', '/api/tables', { token: guests[0]!.token, body: {} });
  const [us, kr, cn] = await Promise.all(
    (['US', 'KR', 'CN'] as const).map((seat, i) => sit(server.url, guests[i]!, body.code, seat)),
  );
  const watcher = await sit(server.url, guests[3]!, body.code);
  for (const player of [us!, kr!, cn!, watcher]) await player.until(() => player.view().round === 1);
  const outside = [cn!, watcher];
  const framesBefore = outside.map((player) => framesOf(player.room.sessionId));

  const tabled = await us!.act(anyTabling(us!, 'KR', true, 'canary-note'));
  expect(tabled).toMatchObject({ ok: true });
  await kr!.until(() => kr!.view().offers.length === 1);
  const offer = kr!.view().offers[0]!;
  expect((await kr!.act({ type: 'decline', offer: offer.id, note: 'canary-decline' })).ok).toBe(true);
  expect((await us!.act({ type: 'speak', to: 'KR', text: 'canary-whisper', pledge: null })).ok).toBe(true);
  await us!.act({ type: 'ready', ready: true });
  await kr!.until(() => kr!.eventsOf('messageSpoken').length === 1);
  await us!.until(() => us!.eventsOf('offerDeclined').length === 1);
  expect(outside.map((player) => framesOf(player.room.sessionId))).toEqual(framesBefore);

  // The next thing that is public for all, so that whatever was on its way to the others has arrived.
  const late = await sit(server.url, guests[4]!, body.code);
  expect((await us!.act({ type: 'speak', to: 'all', text: 'public-word', pledge: null })).ok).toBe(true);
  for (const player of [...outside, late]) {
    await player.until(() => player.eventsOf('messageSpoken').length === 1);
    expect(bytes(player)).toContain('public-word');
    expect(bytes(player)).not.toContain('canary');
    expect(bytes(player)).not.toContain(offer.id);
    expect(player.updates.at(-1)!.seq).toBe(player.events().length);
  }
  // The test can see: the two ends did get it.
  for (const canary of ['canary-note', 'canary-decline', 'canary-whisper']) {
    expect(bytes(us!)).toContain(canary);
    expect(bytes(kr!)).toContain(canary);
  }

  // Nor does the wire ever show the seed, the mandates, the capital of others, or who holds a seat.
  for (const player of [us!, kr!, cn!, watcher, late]) {
    for (const word of [
      'seed',
      'deck',
      'holder',
      ...guests.map(({ id }) => id),
      ...guests.map(({ token }) => token),
    ])
      expect(bytes(player)).not.toContain(word);
  }
  const mandates = [us!, kr!, cn!].map((player) => player.view().own!.mandate);
  for (const [i, player] of [us!, kr!, cn!].entries())
    for (const [j, mandate] of mandates.entries()) if (i !== j) expect(bytes(player)).not.toContain(mandate);
  for (const mandate of mandates) expect(bytes(watcher)).not.toContain(mandate);
});
