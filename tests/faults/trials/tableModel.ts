import fc from 'fast-check';
import { expect } from 'vitest';
import type { Action } from '../../../shared/engine/actions/index.ts';
import type { Event } from '../../../shared/engine/events.ts';
import { type Entry, stateHash } from '../../../shared/engine/log.ts';
import { type Actor, SEATS, type Seat } from '../../../shared/seats.ts';
import { restoreTable, type Table } from '../../../shared/table/table.ts';
import { clause, koreaChina, openGame } from '../../helpers/game.ts';

/**
 * A table as simple as can be: which offers there are and who has accepted them, whose absence is bridged, whether the clock
 * stands, and what was done before. It knows what has to be refused, and what must come of what is not.
 */
type ModelOffer = {
  readonly by: Seat;
  readonly parties: readonly Seat[];
  readonly round: number;
  accepted: readonly Seat[];
  state: string;
};
export type Model = {
  phase: 'negotiation' | 'closing' | 'ended';
  round: number;
  isPaused: boolean;
  readonly away: Set<Seat>;
  readonly offers: Map<string, ModelOffer>;
  readonly done: { readonly actor: Actor; readonly input: Action & { readonly id: string } }[];
};

/** The real table, the log that survives it, and the time. */
export type Real = { table: Table; disk: Entry[]; now: number; count: number };

const ROUNDS = 6;

/** Opens both. */
export const setUp = (): { readonly model: Model; readonly real: Real } => {
  const { table } = openGame();
  const model: Model = {
    phase: 'negotiation',
    round: 1,
    isPaused: false,
    away: new Set(),
    offers: new Map(),
    done: [],
  };
  return { model, real: { table, disk: [...table.entries], now: 2_000, count: 0 } };
};

const restored = ({ table, disk }: Real): Table => {
  const again = restoreTable({ book: table.book, entries: JSON.parse(JSON.stringify(disk)) as Entry[] });
  if ('brokenAt' in again) throw new Error(`broken at ${again.brokenAt}`);
  return again;
};

const nextRound = (model: Model): void => {
  const isLast = model.round === ROUNDS;
  for (const offer of model.offers.values())
    if (offer.state === 'open' && (isLast || offer.round < model.round)) offer.state = 'expired';
  if (isLast) model.phase = 'ended';
  else Object.assign(model, { phase: 'negotiation', round: model.round + 1 });
};

/** What the events of something that was done mean for the model. */
const follow = (model: Model, events: readonly Event[]): void => {
  for (const event of events) {
    const offer =
      'offer' in event && typeof event.offer === 'string' ? model.offers.get(event.offer) : undefined;
    if (event.kind === 'closingBegan') {
      expect(model.phase).toBe('negotiation');
      model.phase = 'closing';
    } else if (event.kind === 'seatsMet') {
      expect(model.phase).toBe('closing');
      nextRound(model);
    } else if (event.kind === 'offerTabled') {
      const { id, by, parties, round } = event.offer;
      model.offers.set(id, { by, parties, round, accepted: [by], state: 'open' });
    } else if (offer !== undefined) {
      if (event.kind === 'offerAccepted') offer.accepted = [...offer.accepted, event.by];
      if (event.kind === 'acceptanceTakenBack')
        offer.accepted = offer.accepted.filter((seat) => seat !== event.by);
      if (event.kind === 'offerDeclined') offer.state = 'declined';
      if (event.kind === 'offerCountered') offer.state = 'countered';
      if (event.kind === 'offerWithdrawn') offer.state = 'withdrawn';
      if (event.kind === 'offerUnratified') offer.state = 'unratified';
    } else if (event.kind === 'treatySigned') {
      const signed = model.offers.get(event.treaty.offer);
      if (signed !== undefined) signed.state = 'signed';
    }
  }
};

/** Whether an action can't be allowed, whatever the scenario's rules about packages and capital say. */
const mustBeRefused = (model: Model, actor: Actor, action: Action): boolean => {
  if (model.phase === 'ended') return true;
  if (action.type === 'pause' || action.type === 'release')
    return model.isPaused === (action.type === 'pause');
  if (actor === 'system') return false;
  if (model.isPaused) return true;
  if (['table', 'counter', 'speak'].includes(action.type) && model.phase !== 'negotiation') return true;
  if (!('offer' in action)) return false;
  const offer = model.offers.get(action.offer);
  if (offer === undefined || offer.state !== 'open' || !offer.parties.includes(actor as Seat)) return true;
  if (action.type === 'withdraw') return offer.by !== actor;
  if (action.type === 'accept') return offer.accepted.includes(actor as Seat);
  if (action.type === 'takeBack') return offer.by === actor || !offer.accepted.includes(actor as Seat);
  return offer.by === actor;
};

/** What both have to agree on after every step. */
const agree = (model: Model, { table, disk }: Real): void => {
  const { state } = table;
  expect(table.entries).toEqual(disk);
  expect([state.phase, state.phase === 'ended' ? model.round : state.round]).toEqual([
    model.phase,
    model.round,
  ]);
  expect(state.pause !== null).toBe(model.isPaused);
  for (const seat of SEATS) {
    const occupant = state.occupants[seat];
    expect(occupant.kind === 'person' && occupant.standIn !== null).toBe(model.away.has(seat));
  }
  for (const [id, { state: end, accepted }] of model.offers) {
    const offer = state.offers.find((one) => one.id === id);
    expect({ id, end: offer?.state, accepted: [...(offer?.accepted ?? [])].sort() }).toEqual({
      id,
      end,
      accepted: [...accepted].sort(),
    });
    // What one gives another gets: one treaty, of the same clauses, in the eyes of all its parties.
    const treaties = state.treaties.filter((treaty) => treaty.offer === id);
    expect(treaties.length).toBe(end === 'signed' ? 1 : 0);
    for (const treaty of treaties)
      for (const party of treaty.parties) expect(table.viewOf(party).treaties).toContainEqual(treaty);
  }
};

export type Step = fc.Command<Model, Real>;

const step = (name: string, run: (model: Model, real: Real) => void): Step => ({
  check: () => true,
  run: (model, real) => {
    run(model, real);
    agree(model, real);
  },
  toString: () => name,
});

const submit = (model: Model, real: Real, actor: Actor, action: Action): readonly Event[] | null => {
  const input = { ...action, id: `model-${String(real.count++).padStart(6, '0')}` };
  const before = stateHash(real.table.state);
  const impossible = mustBeRefused(model, actor, action);
  const { reply, entry } = real.table.submit(actor, input, real.now);
  if (!reply.ok || entry === null) {
    expect(stateHash(real.table.state)).toBe(before);
    return null;
  }
  expect({ action: action.type, impossible }).toEqual({ action: action.type, impossible: false });
  real.disk = [...real.disk, entry];
  model.done.push({ actor, input });
  follow(model, entry.events);
  return entry.events;
};

const PACKAGES = [
  koreaChina(),
  koreaChina().slice(0, 2),
  [clause('us-kr-auto-tariff', '15')],
  [clause('kr-cn-fta', 'upgrade'), clause('us-kr-auto-tariff', '15')],
];

const offerAt = ({ offers }: Model, index: number): string =>
  [...offers.keys()].at(-1 - (index % Math.max(1, offers.size))) ?? 'none-yet';

const seat = fc.constantFrom(...SEATS);
const index = fc.nat({ max: 3 });

type Make = (model: Model) => Action;

const tabling = fc
  .record({ to: fc.subarray([...SEATS], { minLength: 1, maxLength: 2 }), pack: index, sealed: fc.boolean() })
  .map(
    ({ to, pack, sealed }): Make =>
      () => {
        const clauses = PACKAGES[pack] ?? [];
        return { type: 'table', to, clauses, sealed, note: '', spend: 4 };
      },
  );

const countering = fc.tuple(index, index).map(
  ([i, pack]): Make =>
    (model) => {
      const clauses = PACKAGES[pack] ?? [];
      return { type: 'counter', offer: offerAt(model, i), clauses, sealed: false, note: '', spend: 4 };
    },
);

const answering = fc
  .tuple(index, fc.constantFrom('accept', 'accept', 'accept', 'takeBack', 'decline', 'withdraw'))
  .map(
    ([i, type]): Make =>
      (model) => {
        const offer = offerAt(model, i);
        if (type === 'accept') return { type, offer, spend: 4 };
        return type === 'decline' ? { type, offer, note: '' } : { type, offer };
      },
  );

const actions: fc.Arbitrary<Make> = fc.oneof(
  { arbitrary: tabling, weight: 3 },
  { arbitrary: answering, weight: 5 },
  countering,
  fc.boolean().map(
    (ready): Make =>
      () => ({ type: 'ready', ready }),
  ),
  fc.constant<Make>(() => ({ type: 'speak', to: 'all', text: 'so it goes', pledge: null })),
);

type Proposal = { readonly by: Seat; readonly to: readonly Seat[]; readonly pack: number };

/** Packages among seats that own their levers, so that most are allowed. */
const PROPOSALS: readonly Proposal[] = [
  { by: 'KR', to: ['CN'], pack: 0 },
  { by: 'CN', to: ['KR'], pack: 0 },
  { by: 'US', to: ['KR'], pack: 2 },
  { by: 'KR', to: ['US', 'CN'], pack: 3 },
];

const proposing: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...PROPOSALS), fc.boolean())
  .map(([{ by, to, pack }, sealed]) =>
    step(`${by} tables package ${pack}`, (model, real) => {
      const clauses = PACKAGES[pack] ?? [];
      submit(model, real, by, { type: 'table', to: [...to], clauses, sealed, note: '', spend: 4 });
    }),
  );

/** One of the parties of an offer, or whoever else, does something about it. */
const responding: fc.Arbitrary<Step> = fc.tuple(answering, index, seat).map(([make, i, anybody]) =>
  step('somebody answers an offer', (model, real) => {
    const action = make(model);
    const parties = 'offer' in action ? model.offers.get(action.offer)?.parties : undefined;
    submit(model, real, parties?.[i] ?? anybody, action);
  }),
);

const acting: fc.Arbitrary<Step> = fc.tuple(seat, actions).map(([actor, make]) =>
  step(`${actor} acts`, (model, real) => {
    submit(model, real, actor, make(model));
  }),
);

/** Everything that can happen to a table. */
export const STEPS: fc.Arbitrary<Step>[] = [
  acting,
  acting,
  proposing,
  proposing,
  responding,
  responding,
  responding,
  responding,
  fc.tuple(seat, actions).map(([actor, make]) =>
    step(`the store fails under ${actor}`, (model, real) => {
      const input = { ...make(model), id: `model-${String(real.count++).padStart(6, '0')}` };
      const before = stateHash(real.table.state);
      real.table.decide(actor, input, real.now);
      expect(stateHash(real.table.state)).toBe(before);
    }),
  ),
  fc.tuple(seat, actions).map(([actor, make]) =>
    step(`killed after ${actor}'s action was stored, before it was answered`, (model, real) => {
      const input = { ...make(model), id: `model-${String(real.count++).padStart(6, '0')}` };
      const { entry } = real.table.decide(actor, input, real.now);
      if (entry !== null) {
        real.disk = [...real.disk, entry];
        follow(model, entry.events);
        model.done.push({ actor, input });
      }
      real.table = restored(real);
      if (entry !== null)
        expect(real.table.submit(actor, input, real.now).reply).toEqual({ id: input.id, ok: true });
    }),
  ),
  fc.constant(
    step('killed', (_, real) => {
      const before = stateHash(real.table.state);
      real.table = restored(real);
      expect(stateHash(real.table.state)).toBe(before);
    }),
  ),
  index.map((i) =>
    step('an action comes again', ({ done }, real) => {
      const again = done.at(-1 - i);
      if (again === undefined) return;
      const { reply, entry } = real.table.submit(again.actor, again.input, real.now + 1);
      expect({ reply, entry }).toEqual({ reply: { id: again.input.id, ok: true }, entry: null });
    }),
  ),
  fc.constant(
    step('the time is up', (model, real) => {
      const { pause, clock } = real.table.state;
      real.now = Math.max(real.now, pause?.until ?? clock.endsAt ?? real.now);
      if (model.phase === 'ended') return;
      const wasPaused = model.isPaused;
      model.isPaused = false;
      const events = submit(model, real, 'system', { type: 'tick' });
      expect(events?.map(({ kind }) => kind)).toContain(
        wasPaused ? 'resumed' : model.phase === 'closing' ? 'closingBegan' : 'seatsMet',
      );
    }),
  ),
  fc.nat({ max: 1000 }).map((ms) =>
    step('some time passes', (_, real) => {
      const { pause, clock, phase } = real.table.state;
      const due = pause?.until ?? clock.endsAt ?? Number.POSITIVE_INFINITY;
      real.now = Math.min(due - 1, real.now + ms);
      if (phase !== 'ended')
        expect(real.table.decide('system', { type: 'tick' }, real.now).reply).toMatchObject({
          refusal: { code: 'tick.early' },
        });
    }),
  ),
  seat.map((actor) =>
    step(`${actor} stops the clock`, (model, real) => {
      if (submit(model, real, actor, { type: 'pause' }) !== null) model.isPaused = true;
    }),
  ),
  seat.map((actor) =>
    step(`${actor} asks to go on`, (model, real) => {
      const events = submit(model, real, actor, { type: 'release' });
      if (events?.some(({ kind }) => kind === 'resumed') === true) model.isPaused = false;
    }),
  ),
  seat.map((actor) =>
    step(`${actor} leaves or comes back`, (model, real) => {
      const isBack = model.away.has(actor);
      const events = submit(model, real, 'system', {
        type: 'standIn',
        seat: actor,
        bot: isBack ? null : 'trader',
      });
      expect(events === null).toBe(model.phase === 'ended');
      if (events === null) return;
      if (isBack) model.away.delete(actor);
      else model.away.add(actor);
    }),
  ),
];
