import { expect, it } from 'vitest';
import type { LocalPlan } from '../../client/connection/local/localPlan.ts';
import { openLocalTable } from '../../client/connection/local/localTable.ts';
import type { Entry } from '../../shared/engine/log.ts';
import type { Update } from '../../shared/protocol.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { bySeat, type Seat } from '../../shared/seats.ts';

/** Time that a test moves by itself, in the order in which things fall due. */
const handClock = () => {
  let now = 1_000_000;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    clock: {
      now: () => now,
      chance: () => 0.5,
      after: (ms: number, run: () => void) => {
        const item = { at: now + ms, run };
        waiting.push(item);
        return () => {
          waiting = waiting.filter((other) => other !== item);
        };
      },
    },
    /** Runs what falls due next; false: nothing waits. */
    step: (): boolean => {
      const [next] = [...waiting].sort((a, b) => a.at - b.at);
      if (next === undefined) return false;
      waiting = waiting.filter((other) => other !== next);
      now = Math.max(now, next.at);
      next.run();
      return true;
    },
    skip: (ms: number) => {
      now += ms;
    },
  };
};

const planFor = (self: Seat | null, roundMs: number | null = null): LocalPlan => ({
  scenario: 'short-pause-2025',
  self,
  name: 'Ann',
  seats: bySeat(() => 'conceder'),
  press: 'full',
  explain: true,
  hints: false,
  roundMs,
  seed: 'local-1',
  pace: [500, 900],
});

const open = (plan: LocalPlan, kept: readonly Entry[] = []) => {
  const time = handClock();
  const entries: Entry[] = [...kept];
  const updates: Update[] = [];
  const local = openLocalTable({
    plan,
    book: bookOf(plan.scenario),
    kept,
    clock: time.clock,
    ears: { entry: (entry) => entries.push(entry), update: (update) => updates.push(update) },
  });
  return { ...time, entries, updates, local };
};

it('plays bots among themselves to the end, for a spectator, and then rests', () => {
  const { local, updates, step } = open(planFor(null));
  for (let steps = 0; step(); steps++) expect(steps).toBeLessThan(3000);
  expect(local.table.state.phase).toBe('ended');
  expect(updates.at(-1)?.view.phase).toBe('ended');
  expect(updates.every(({ view }) => view.viewer === 'spectator' && view.own === null)).toBe(true);
  expect(updates.slice(0, -1).every(({ view }) => view.mandates === null)).toBe(true);
});

it('goes on from what was kept, with the same state, and lets its player act and end a round', () => {
  const first = open(planFor('KR'));
  for (let i = 0; i < 12; i++) first.step();
  const again = open(planFor('KR'), first.entries);
  expect(again.local.table.state).toEqual(first.local.table.state);
  expect(again.updates[0]?.events.length).toBe(again.updates[0]?.seq);
  expect(again.local.act({ type: 'ready', id: 'ready-0001', ready: true })).toEqual({
    id: 'ready-0001',
    ok: true,
  });
  for (let steps = 0; again.local.table.state.round === 1; steps++) {
    expect(steps).toBeLessThan(500);
    expect(again.step()).toBe(true);
  }
  expect(again.updates.at(-1)?.view.round).toBe(2);
});

it('goes on from where what was kept is whole, and begins anew when nothing is', () => {
  const first = open(planFor('KR'));
  for (let i = 0; i < 5; i++) first.step();
  const torn = (at: number) => first.entries.map((entry, i) => (i === at ? { ...entry, hash: 'x' } : entry));
  const last = first.entries.length - 1;
  const again = open(planFor('KR'), torn(last));
  expect(again.local.table.entries.slice(0, last)).toEqual(first.entries.slice(0, last));
  expect(again.entries.slice(first.entries.length)).toEqual(again.local.table.entries.slice(last));
  expect(again.local.table.state.round).toBe(1);
  const anew = open(planFor('KR'), torn(0));
  expect(anew.local.table.state.round).toBe(1);
  expect(anew.entries.slice(first.entries.length)).toEqual(anew.local.table.entries);
});

it('gives the clock back the time in which the browser was closed', () => {
  const first = open(planFor('KR', 60_000));
  const left = (first.local.table.state.clock.endsAt ?? 0) - first.clock.now();
  first.local.stop();
  const time = handClock();
  time.skip(10 * 60_000);
  const again = openLocalTable({
    plan: planFor('KR', 60_000),
    book: bookOf('short-pause-2025'),
    kept: first.entries,
    clock: time.clock,
    ears: { entry: () => undefined, update: () => undefined },
  });
  expect((again.table.state.clock.endsAt ?? 0) - time.clock.now()).toBe(left);
});

it('lets nobody act at a table that is only looked at', () => {
  const reply = open(planFor(null)).local.act({ type: 'ready', id: 'ready-0001', ready: true });
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'action.notYours' } });
});
