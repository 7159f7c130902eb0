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

test('spectators who are a round behind get nothing of the present round: not a byte, not a frame, not by coming back', async () => {
  const body = { timeControl: 'blitz', spectatorDelay: 1 };
  const { code } = (await server.api('POST', '/api/tables', { token: guests[0]!.token, body })).body;
  expect((await server.facts(code)).spectatorDelay).toBe(1);
  // Whoever comes before the start sees who sits down, as it happens.
  const watcher = await sit(server.url, guests[3]!, code, 'spectator');
  const [us, kr, cn] = await Promise.all(
    (['US', 'KR', 'CN'] as const).map((seat, i) => sit(server.url, guests[i]!, code, seat)),
  );
  const players = [us!, kr!, cn!];
  for (const player of [...players, watcher]) await player.until(() => player.view().round === 1);
  expect(watcher.view()).toMatchObject({ setup: { spectatorDelay: 1 }, occupants: { CN: { name: 'Cy' } } });
  const before = framesOf(watcher.room.sessionId);

  const offered = await us!.act(anyTabling(us!, 'KR', false, 'canary-late-note'));
  expect(offered).toMatchObject({ ok: true });
  await us!.act({ type: 'speak', to: 'all', text: 'canary-late-word', pledge: null });
  await cn!.until(() => cn!.eventsOf('messageSpoken').length === 1);
  const offer = cn!.view().offers[0]!;
  expect(framesOf(watcher.room.sessionId)).toBe(before);
  const late = await sit(server.url, guests[4]!, code);
  const again = await sit(server.url, guests[3]!, code);
  for (const player of [watcher, late, again]) {
    expect(player.view()).toMatchObject({ round: 1, phase: 'negotiation', offers: [] });
    for (const word of ['canary', offer.id]) expect(bytes(player)).not.toContain(word);
  }
  // The first of the same person's two lines has been told that the other one acts now.
  const frames = framesOf(watcher.room.sessionId);
  expect(frames).toBe(before + 1);

  // The seats see it at once; whoever watches is told of all of it when the round is over, and of nothing after that.
  for (let phase = 0; phase < 2; phase++) {
    const ends = us!.view().clock.endsAt!;
    await server.clock.advance(ends - server.clock.now());
    await us!.until(() => us!.view().clock.endsAt !== ends);
  }
  await us!.act({ type: 'speak', to: 'all', text: 'canary-of-round-two', pledge: null });
  await us!.act({ type: 'speak', to: 'KR', text: 'canary-whisper', pledge: null });
  await kr!.until(() => kr!.eventsOf('messageSpoken').length === 3);
  for (const player of [watcher, late, again]) {
    await player.until(() => player.view().round === 2);
    for (const word of ['canary-late-note', 'canary-late-word', offer.id])
      expect(bytes(player)).toContain(word);
    for (const word of ['canary-of-round-two', 'canary-whisper']) expect(bytes(player)).not.toContain(word);
    expect(player.updates.at(-1)!.seq).toBe(player.events().length);
  }
  expect(framesOf(watcher.room.sessionId)).toBe(frames + 1);
  // At the end they see all that is public.
  while (us!.view().phase !== 'ended') {
    const { endsAt } = us!.view().clock;
    await server.clock.advance(endsAt! - server.clock.now());
    await us!.until(() => us!.view().phase === 'ended' || us!.view().clock.endsAt !== endsAt);
  }
  await watcher.until(() => watcher.view().phase === 'ended');
  expect(bytes(watcher)).toContain('canary-of-round-two');
  expect(bytes(watcher)).not.toContain('canary-whisper');
  const atEnd = await sit(server.url, guests[4]!, code);
  expect(atEnd.view().results).toEqual(us!.view().results);
});
