import { describe, expect, test } from 'vitest';
import type { Entry } from '../../shared/engine/log.ts';
import { SEATS, type Seat, type Viewer } from '../../shared/seats.ts';
import { randomStream } from '../../shared/simulation/randomStream.ts';
import { botSeats, playBot } from '../../shared/table/autoplay.ts';
import { newTable, type Table } from '../../shared/table/table.ts';
import { pause2025 } from '../helpers/game.ts';

const GAMES = Number(process.env.GAMES ?? 60);
const SEED = process.env.SEED ?? 'canaries';
const VIEWERS = [...SEATS, 'spectator'] as const;

/** A secret that can be found in bytes, and who may have it. */
type Canary = { readonly text: string; readonly known: readonly Viewer[] };

/** Everything that a viewer receives over a whole game, as bytes. */
type Ear = { readonly hear: (value: unknown) => void; readonly bytes: () => string };
const ear = (): Ear => {
  const parts: string[] = [];
  return { hear: (value) => parts.push(JSON.stringify(value)), bytes: () => parts.join('\n') };
};

/** A game in which bots play and every seat also whispers, seals, orders and declines with words that are marked. */
const playMarked = (seed: string) => {
  const chance = randomStream(`${SEED} ${seed}`);
  const book = pause2025();
  const canaries: Canary[] = [];
  const person = (name: string) => ({ kind: 'person', name, standIn: 'random' }) as const;
  const opening = {
    setup: {
      scenario: book.scenario.id,
      press: 'full',
      roundMs: 60_000,
      explain: chance() < 0.5,
      reveal: 'facilitator',
    },
    seed,
    mandates: {},
    occupants: { US: person('Ann'), KR: person('Bo'), CN: person('Cy') },
  } as const;
  const table = newTable({ book, opening, now: 0 });
  const ears = new Map<Viewer, Ear>(VIEWERS.map((viewer) => [viewer, ear()]));
  let heard = 0;
  const publish = (): void => {
    for (const entry of table.entries.slice(heard) as readonly Entry[])
      for (const [viewer, { hear }] of ears) hear(table.updateFor(viewer, entry, 0));
    heard = table.entries.length;
    // Somebody comes back, or comes late.
    if (chance() < 0.1) for (const [viewer, { hear }] of ears) hear(table.welcome(viewer, 0));
  };
  let count = 0;
  const mark = (...known: readonly Viewer[]): string => {
    const text = `canary-${seed}-${count++}.`;
    canaries.push({ text, known });
    return text;
  };
  const submit = (actor: Seat | 'system', action: object, now: number) =>
    table.submit(actor, { ...action, id: `marked-${String(count++).padStart(6, '0')}` }, now);

  /** Adds marked words to what the bots do. Refusals count, too: their texts must tell nothing. */
  const whisper = (seat: Seat, now: number): void => {
    const to = SEATS[(SEATS.indexOf(seat) + 1 + Math.floor(chance() * 2)) % 3]!;
    const said = submit(seat, { type: 'speak', to, text: mark(seat, to), pledge: null }, now);
    const levers = book.scenario.levers.filter(({ owners }) =>
      owners.every((one) => one === seat || one === to),
    );
    const lever = levers[Math.floor(chance() * levers.length)]!;
    const clauses = [{ lever: lever.id, level: Math.floor(chance() * lever.levels.length), from: 0 }];
    const tabled = submit(
      seat,
      { type: 'table', to: [to], clauses, sealed: true, note: mark(seat, to), spend: 0 },
      now,
    );
    for (const { reply } of [said, tabled]) ears.get(seat)!.hear(reply);
    const offer = tabled.entry?.events.find((event) => event.kind === 'offerTabled')?.offer.id;
    if (offer === undefined) return;
    canaries.push({ text: offer, known: [seat, to] });
    // The third, who has never heard of it, asks about it.
    const third = SEATS.find((one) => one !== seat && one !== to)!;
    const asked = submit(third, { type: 'accept', offer: 'no-such-offer', spend: 0 }, now);
    expect(submit(third, { type: 'accept', offer, spend: 0 }, now).reply).toMatchObject({
      ok: asked.reply.ok,
      refusal: asked.reply.ok ? undefined : asked.reply.refusal,
    });
    if (chance() < 0.5) submit(to, { type: 'decline', offer, note: mark(seat, to) }, now);
  };
  submit('system', { type: 'start' }, 0);
  let now = 0;
  while (table.state.phase !== 'ended') {
    for (const seat of SEATS) {
      if (table.state.phase === 'negotiation') whisper(seat, now);
      for (let moves = 0; moves < 2 && botSeats(table.state).includes(seat); moves++)
        playBot(table, seat, now);
      publish();
    }
    now = table.state.clock.endsAt ?? now;
    submit('system', { type: 'tick' }, now);
    publish();
  }
  for (const [viewer, { hear }] of ears) hear(table.welcome(viewer, 0));
  for (const seat of SEATS) canaries.push({ text: `"${table.state.mandates[seat]}"`, known: [seat] });
  canaries.push({ text: seed === '' ? 'seed' : `"seed"`, known: [] });
  return { table, canaries, ears };
};

/** The canaries that somebody has who should not; and how many were found where they belong, so that the test can see. */
const search = (canaries: readonly Canary[], ears: ReadonlyMap<Viewer, Ear>) => {
  const leaks: string[] = [];
  let found = 0;
  for (const [viewer, { bytes }] of ears) {
    const all = bytes();
    for (const { text, known } of canaries) {
      if (!all.includes(text)) continue;
      if (known.includes(viewer)) found++;
      else leaks.push(`${viewer} has ${text}`);
    }
  }
  return { leaks, found };
};

describe('S5: secrets', () => {
  test(`S5: ${GAMES} games: no viewer's bytes hold a word, an offer or a mandate that is not for it (seed ${SEED})`, () => {
    let total = 0;
    let marks = 0;
    for (let game = 0; game < GAMES; game++) {
      const { canaries, ears, table } = playMarked(`game-${game}`);
      const { leaks, found } = search(canaries, ears);
      expect(leaks, `game ${game}`).toEqual([]);
      expect(table.state.phase satisfies Table['state']['phase']).toBe('ended');
      total += found;
      marks += canaries.length;
    }
    console.log(
      `S5: ${GAMES} games, ${marks} canaries, found ${total} times where they belong, 0 times elsewhere`,
    );
    expect(total).toBeGreaterThan(GAMES * 10);
  });
});
