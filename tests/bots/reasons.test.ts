import { beforeAll, describe, expect, test } from 'vitest';
import { paying, reliefFrom } from '../../shared/bots/alone.ts';
import { type Bargain, type Deal, dealAt } from '../../shared/bots/bargain.ts';
import type { Bot, BotSight, Move } from '../../shared/bots/bot.ts';
import { botNamed } from '../../shared/bots/index.ts';
import { lastOffer } from '../../shared/bots/manner.ts';
import { isNegotiating } from '../../shared/bots/moves.ts';
import { prospectOf } from '../../shared/bots/prospect.ts';
import { offerReason, refusalReason } from '../../shared/bots/reasons.ts';
import { type Mask, maskOf } from '../../shared/bots/situation.ts';
import { hardened } from '../../shared/bots/statesman.ts';
import { dealWith, studyOf, worthOf } from '../../shared/bots/study.ts';
import { PLAIN } from '../../shared/bots/style.ts';
import { decideOn, readSight } from '../../shared/bots/writtenSight.ts';
import { previewPackage } from '../../shared/engine/preview.ts';
import type { Clause, Offer, Treaty } from '../../shared/engine/state.ts';
import { withClauses } from '../../shared/engine/treaties.ts';
import type { View } from '../../shared/engine/view.ts';
import { bySeat, SEATS } from '../../shared/seats.ts';
import { actionOf, sightFor } from '../../shared/table/autoplay.ts';
import { newTable } from '../../shared/table/table.ts';
import { en } from '../../shared/text/en.ts';
import { pause2025 } from '../helpers/game.ts';

/** A decision as it was made: who, on what sight, what and why. */
type Decision = { readonly name: string; readonly bot: Bot; readonly sight: BotSight; readonly move: Move };

const book = pause2025();
const EPS = 1e-6;

/** All decisions of one game of bots. */
const decisionsOf = (bots: readonly [string, string, string], seed: string): readonly Decision[] => {
  const names = bySeat((seat) => bots[SEATS.indexOf(seat)]!);
  const setup = {
    scenario: book.scenario.id,
    press: 'full',
    roundMs: 60_000,
    explain: false,
    reveal: 'end',
  } as const;
  const occupants = bySeat((seat) => ({ kind: 'bot', bot: names[seat] }) as const);
  const table = newTable({
    book,
    opening: { setup, seed, mandates: {}, occupants },
    now: 0,
  });
  table.submit('system', { type: 'start' }, 0);
  const made: Decision[] = [];
  for (let now = 0; table.state.phase !== 'ended'; ) {
    const moves = SEATS.flatMap((seat) => {
      const written = sightFor(table, seat);
      const move = written === null ? null : decideOn(book, written);
      if (written === null || move === null) return [];
      made.push({ name: names[seat], bot: botNamed(names[seat])!, sight: readSight(book, written), move });
      return table.submit(seat, actionOf(table, seat, move), now).entry ?? [];
    });
    if (moves.length > 0) continue;
    now = table.state.clock.endsAt ?? now;
    table.submit('system', { type: 'tick' }, now);
  }
  return made;
};

const GAMES = [
  [['conceder', 'boulware', 'micro'], 'why 1'],
  [['trader', 'micro', 'conceder'], 'why 2'],
  [['trader:hedger', 'boulware', 'trader'], 'why 3'],
  [['analyst', 'analyst', 'trader'], 'why 4'],
  [['micro', 'random', 'analyst'], 'why 5'],
  [['statesman', 'analyst', 'trader'], 'why 6'],
  [['trader', 'trader', 'statesman'], 'why 7'],
] as const;

let decisions: readonly Decision[] = [];
beforeAll(() => {
  decisions = GAMES.flatMap(([bots, seed]) => decisionsOf(bots, seed));
});

// Enough of each kind to be sure, few enough to be quick.
const MOST = 12;
const because = (...keys: readonly string[]): readonly Decision[] => {
  const found = decisions.filter(({ move }) => keys.includes(move.reason.key));
  expect(found.length, keys.join()).toBeGreaterThan(0);
  return found.filter((_, i) => i % Math.ceil(found.length / MOST) === 0);
};

const isThinker = ({ name }: Decision): boolean => /^(analyst|statesman)/.test(name);
const studyBy = ({ name, sight }: Decision) => studyOf(sight, name === 'statesman' ? hardened(PLAIN) : PLAIN);

const bargainOf = (decision: Decision, group: Mask): Bargain =>
  isThinker(decision)
    ? dealWith(studyBy(decision), group, []).bargain
    : prospectOf(decision.sight, PLAIN, group).bargain;

const dealOf = (
  decision: Decision,
  group: Mask,
  clauses: readonly Clause[],
): { bargain: Bargain; deal: Deal } => {
  const bargain = bargainOf(decision, group);
  return { bargain, deal: dealAt(bargain, withClauses(book, bargain.situation.outlook, clauses)) };
};

const total = (deal: Deal): number => deal.theirs.reduce((sum, gain) => sum + gain, 0);

const again = ({ bot, sight }: Decision, changes: Partial<BotSight>): Move | null =>
  bot.next({ ...sight, ...changes });

const withView = ({ view }: BotSight, changes: Partial<View>): Partial<BotSight> => ({
  view: { ...view, ...changes },
});

/** The offer that a decision is about. */
const offerOf = ({ sight, move }: Decision): Offer => {
  const id = 'offer' in move.action ? move.action.offer : '';
  return sight.view.offers.find((offer) => offer.id === id)!;
};

const withOffer = ({ sight }: Decision, offer: Offer): Partial<BotSight> =>
  withView(sight, { offers: sight.view.offers.map((one) => (one.id === offer.id ? offer : one)) });

/** What each clause of a package adds for its reader, the best first. */
const partsOf = (decision: Decision, group: Mask, clauses: readonly Clause[]) => {
  const { bargain, deal } = dealOf(decision, group, clauses);
  return clauses
    .map((one) => {
      const at = book.leverIndex[one.lever]!;
      const without = dealAt(bargain, deal.levels.with(at, bargain.situation.outlook[at]!));
      return { clause: one, mine: deal.mine - without.mine, theirs: total(deal) - total(without) };
    })
    .sort((one, other) => other.mine - one.mine);
};

/** What a decision lays down, read by its maker. */
const laidBy = (decision: Decision) => {
  const { action } = decision.move;
  if (action.type !== 'table' && action.type !== 'counter') throw new Error('lays nothing down');
  const to = action.type === 'table' ? [...action.to, decision.sight.own.seat] : offerOf(decision).parties;
  const group = maskOf(to);
  return {
    group,
    clauses: action.clauses,
    ...dealOf(decision, group, action.clauses),
    parts: partsOf(decision, group, action.clauses),
  };
};

/** Whether the others of a bargain have a say in a lever. */
const isAsked = ({ others }: Bargain, lever: string): boolean =>
  book.leverOf(lever).owners.some((owner) => others.some(({ seat }) => seat === owner));

/** Taking the good out of an offer, clause by clause: from some point on it is not accepted any more, at the latest when it brings nothing. */
const ceasesToAccept = (decision: Decision): void => {
  const offer = offerOf(decision);
  const group = maskOf(offer.parties);
  expect(dealOf(decision, group, offer.clauses).deal.mine).toBeGreaterThan(0);
  let { clauses } = offer;
  for (const { clause: good } of partsOf(decision, group, clauses)) {
    clauses = clauses.filter((one) => one.lever !== good.lever);
    const move = again(decision, withOffer(decision, { ...offer, clauses }));
    const accepts = move?.action.type === 'accept' && move.action.offer === offer.id;
    const { mine } = dealOf(decision, group, clauses).deal;
    if (mine <= 0) expect(accepts).toBe(false);
    if (!accepts) return;
  }
  throw new Error('accepts whatever is offered');
};

/** An offer with nothing in it but what its reader likes. */
const sweetened = (decision: Decision): Offer => {
  const offer = offerOf(decision);
  const good = partsOf(decision, maskOf(offer.parties), offer.clauses).filter(({ mine }) => mine > 0);
  return { ...offer, clauses: good.map((part) => part.clause) };
};

/** What each reason claims, tried by deciding again without the factor that it names, or by reading the value that it states. */
const checks: Readonly<Record<string, () => void>> = {
  'reason.ready': () => {
    for (const decision of because('reason.ready')) {
      expect(decision.move.action).toEqual({ type: 'ready', ready: true });
      const { own } = decision.sight;
      expect(again(decision, { own: { ...own, ready: true } })?.action.type).not.toBe('table');
    }
  },
  'reason.random.any': () => {
    for (const { name } of because('reason.random.any')) expect(name).toBe('random');
  },
  'reason.bot.enough': () => {
    for (const decision of because('reason.bot.enough')) {
      ceasesToAccept(decision);
      const offer = offerOf(decision);
      const { sight } = decision;
      const own = { ...sight.own, ready: false, tabled: 0 };
      const next = decision.bot.next({
        ...sight,
        ...withView(sight, { offers: [], phase: 'negotiation' }),
        own,
      });
      const asks = next?.action.type === 'table' ? [...next.action.to, own.seat] : [];
      const isTimed = /^(conceder|boulware)/.test(decision.name);
      if (next?.action.type !== 'table' || isTimed || maskOf(asks) !== maskOf(offer.parties)) continue;
      const asked = dealOf(decision, maskOf(asks), next.action.clauses).deal.mine;
      expect(dealOf(decision, maskOf(offer.parties), offer.clauses).deal.mine).toBeGreaterThanOrEqual(
        asked - EPS,
      );
    }
  },
  'reason.bot.expected': () => {
    for (const decision of because('reason.bot.expected')) {
      ceasesToAccept(decision);
      const study = studyBy(decision);
      const { parties, clauses } = offerOf(decision);
      const { deal } = dealOf(decision, maskOf(parties), clauses);
      const otherwise = isNegotiating(decision.sight) ? study.now : study.later;
      expect(worthOf(study, deal, maskOf(parties))).toBeGreaterThanOrEqual(otherwise - EPS);
    }
  },
  'reason.bot.deadline': () => {
    for (const decision of because('reason.bot.deadline')) {
      const { view } = decision.sight;
      expect([view.phase, view.round]).toEqual(['closing', book.scenario.rules.rounds]);
      const { parties, clauses } = offerOf(decision);
      expect(dealOf(decision, maskOf(parties), clauses).deal.mine).toBeGreaterThan(0);
      const earlier = again(decision, withView(decision.sight, { round: 2, phase: 'negotiation' }));
      expect(earlier?.reason.key).not.toBe('reason.bot.deadline');
    }
  },
  'reason.bot.worse': () => {
    for (const decision of because('reason.bot.worse')) {
      const offer = offerOf(decision);
      expect(dealOf(decision, maskOf(offer.parties), offer.clauses).deal.mine).toBeLessThan(0);
      const better = again(decision, withOffer(decision, sweetened(decision)));
      expect(better?.action).not.toMatchObject({ type: 'decline', offer: offer.id });
    }
  },
  'reason.bot.fix': () => {
    for (const decision of because('reason.bot.fix')) {
      const offer = offerOf(decision);
      const { lever, level } = decision.move.reason.params;
      const others = offer.clauses.filter((one) => one.lever !== lever);
      const mended = {
        ...offer,
        clauses: [...others, { lever: String(lever), level: Number(level), from: 0 }],
      };
      const before = dealOf(decision, maskOf(offer.parties), offer.clauses).deal.mine;
      const after = dealOf(decision, maskOf(offer.parties), mended.clauses).deal.mine;
      expect(before).toBeLessThan(0);
      expect(after).toBeGreaterThan(0);
      const study = studyBy(decision);
      const expected = isNegotiating(decision.sight) ? study.now : study.later;
      if (isThinker(decision)) expect(after).toBeGreaterThanOrEqual(expected - EPS);
      expect(again(decision, withOffer(decision, mended))?.action).not.toMatchObject({
        type: 'decline',
        offer: offer.id,
      });
    }
  },
  'reason.bot.notEnough': () => {
    const decision = because('reason.bot.enough')[0]!;
    const { parties, clauses, by } = offerOf(decision);
    const { bargain, deal } = dealOf(decision, maskOf(parties), clauses);
    expect(deal.mine).toBeGreaterThan(0);
    expect(refusalReason(bargain, deal, 1e6, by).key).toBe('reason.bot.notEnough');
    expect(refusalReason(bargain, { ...deal, mine: -1 }, 1e6, by).key).toBe('reason.bot.worse');
  },
  'reason.bot.spoiled': () => {
    for (const decision of because('reason.bot.spoiled')) {
      const offer = offerOf(decision);
      expect(offer.accepted).toContain(decision.sight.own.seat);
      expect(dealOf(decision, maskOf(offer.parties), offer.clauses).deal.mine).toBeLessThan(0);
      const better = again(decision, withOffer(decision, sweetened(decision)));
      expect(
        better?.reason.key === 'reason.bot.spoiled' && offerOf({ ...decision, move: better }).id === offer.id,
      ).toBe(false);
    }
  },
  'reason.bot.renewed': () => {
    for (const decision of because('reason.bot.renewed')) {
      const stale = offerOf(decision);
      const offers = decision.sight.view.offers.filter(({ id }) => id !== stale.id);
      const next = again(decision, withView(decision.sight, { offers }))?.action;
      expect(next?.type).toBe('table');
      const to = next?.type === 'table' ? next.to : [];
      expect(maskOf([...to, decision.sight.own.seat])).toBe(maskOf(stale.parties));
    }
  },
  'reason.bot.first': () => {
    for (const decision of because('reason.bot.first')) {
      const { group, deal } = laidBy(decision);
      expect(deal.mine).toBeCloseTo(prospectOf(decision.sight, PLAIN, group).best!.mine, 6);
    }
  },
  'reason.bot.step': () => {
    for (const decision of because('reason.bot.step')) {
      const { own, events } = decision.sight;
      const alone = events.filter((event) => event.kind !== 'offerTabled' || event.offer.by === own.seat);
      const next = again(decision, { events: alone });
      expect(next?.reason.key).toBe('reason.bot.first');
      expect(Number(decision.move.reason.params.steps)).toBeGreaterThan(0);
    }
  },
  'reason.bot.forced': () => {
    for (const decision of because('reason.bot.forced')) {
      const { rounds } = book.scenario.rules;
      expect(decision.sight.view.round).toBeGreaterThan(rounds - 2);
      const earlier = again(decision, withView(decision.sight, { round: 1 }));
      expect(earlier?.reason.key).not.toBe('reason.bot.forced');
    }
  },
  'reason.bot.pace': () => {
    for (const decision of because('reason.bot.pace')) {
      const share = Number(decision.move.reason.params.share);
      const { group, deal } = laidBy(decision);
      const best = prospectOf(decision.sight, PLAIN, group).best!.mine;
      expect(deal.mine).toBeGreaterThanOrEqual(((share - 0.5) / 100) * best - EPS);
      const first = again(decision, withView(decision.sight, { round: 1 }));
      if (first?.reason.key === 'reason.bot.pace') expect(first.reason.params.share).toBe(100);
    }
  },
  'reason.bot.ask, reason.bot.askAll, reason.bot.logroll, reason.bot.logrollAll': () => {
    const keys = ['reason.bot.ask', 'reason.bot.askAll', 'reason.bot.logroll', 'reason.bot.logrollAll'];
    for (const key of keys.filter((one) => one !== 'reason.bot.askAll'))
      for (const decision of because(key)) {
        const { bargain, parts } = laidBy(decision);
        const { asks, gives } = decision.move.reason.params;
        const named = (lever: unknown) => parts.find((part) => part.clause.lever === lever);
        const most = parts.filter((part) => isAsked(bargain, part.clause.lever))[0]!;
        expect(named(asks)!.mine).toBeGreaterThan(0);
        expect(named(asks)!.mine).toBeCloseTo(most.mine, 6);
        const gifts = parts.filter(({ mine, theirs }) => mine < 0 && theirs > -mine + EPS);
        if (gives === undefined) expect(gifts).toEqual([]);
        else expect(named(gives)!.theirs).toBeCloseTo(Math.max(...gifts.map(({ theirs }) => theirs)), 6);
      }
  },
  'reason.bot.concession, reason.bot.concessionAll': () => {
    for (const decision of because('reason.bot.concession', 'reason.bot.concessionAll')) {
      const { bargain, deal } = laidBy(decision);
      const earlier = lastOffer(decision.sight, bargain)!;
      const at = book.leverIndex[String(decision.move.reason.params.gives)]!;
      expect(deal.mine).toBeLessThan(earlier.mine);
      expect(total(deal)).toBeGreaterThan(total(earlier));
      const without = dealAt(bargain, deal.levels.with(at, earlier.levels[at]!));
      expect(without.mine).toBeGreaterThan(deal.mine);
      expect(total(without)).toBeLessThan(total(deal));
    }
  },
  'reason.bot.seal': () => {
    for (const decision of because('reason.bot.seal')) {
      expect(decision.move.action).toMatchObject({ type: 'table', sealed: true });
      const plain = botNamed(decision.name.split(':')[0]!)!.next(decision.sight);
      expect(plain?.action).not.toMatchObject({ sealed: true });
    }
  },
  'reason.bot.open': () => {
    const decision = because('reason.bot.enough')[0]!;
    const { seat } = decision.sight.own;
    const bargain = bargainOf(decision, maskOf(SEATS));
    const outlook = bargain.situation.outlook;
    const alone = book.scenario.levers.flatMap(({ owners, levels }, lever) =>
      owners.length > 1 || owners[0] !== seat
        ? []
        : levels.map((_, level) => dealAt(bargain, outlook.with(lever, level))),
    );
    const good = alone.filter(({ mine }) => mine > EPS);
    expect(good.length).toBeGreaterThan(0);
    for (const deal of good)
      expect(offerReason(bargain, deal, null)).toEqual({ key: 'reason.bot.open', params: {} });
  },
  'reason.bot.denounce': () => {
    const { sight } = because('reason.bot.expected')[0]!;
    const sheet = prospectOf(sight, PLAIN, maskOf(SEATS)).bargain;
    const { outlook } = sheet.situation;
    // A treaty that binds a lever of everybody at the level that is worst for this seat.
    const worst = book.scenario.levers.flatMap(({ id, levels }, lever): Clause[] => {
      const gains = levels.map((_, level) => dealAt(sheet, outlook.with(lever, level)).mine);
      const level = gains.indexOf(Math.min(...gains));
      return gains[level]! < -1 ? [{ lever: id, level, from: 0 }] : [];
    });
    const treaty: Treaty = {
      id: 'ruinous-1',
      offer: 'offer-000',
      parties: SEATS,
      clauses: worst.slice(0, 6),
      sealed: false,
      round: 1,
      denouncedBy: null,
      fallsIn: null,
      fallen: false,
    };
    const own = { ...sight.own, ready: false, capital: 60 };
    const view = {
      ...sight.view,
      own,
      phase: 'negotiation',
      round: 3,
      offers: [],
      treaties: [treaty],
    } as const;
    const there = { ...sight, own, view };
    const bot = botNamed('analyst')!;
    expect(bot.next(there)?.reason.key).toBe('reason.bot.denounce');
    expect(reliefFrom(there, PLAIN, treaty)).toBeGreaterThan(0);
    const bound = previewPackage(book, view, own.mandate, []).before;
    const free = previewPackage(book, { ...view, treaties: [] }, own.mandate, []).before;
    expect(free).toBeGreaterThan(bound);
    expect(bot.next({ ...there, standIn: true })?.reason.key).not.toBe('reason.bot.denounce');
    const harmless = {
      ...treaty,
      clauses: worst.slice(0, 1).map((one) => ({ ...one, level: outlook[book.leverIndex[one.lever]!]! })),
    };
    expect(bot.next({ ...there, view: { ...view, treaties: [harmless] } })?.reason.key).not.toBe(
      'reason.bot.denounce',
    );
  },
  'reason.bot.measure': () => {
    const { sight } = because('reason.bot.expected', 'reason.bot.deadline').find(isThinker)!;
    const last = { ...sight.view, phase: 'closing', round: book.scenario.rules.rounds, offers: [] } as const;
    const bot = botNamed('analyst')!;
    const ordered = book.scenario.seats.flatMap((seat) =>
      book.mandatesOf(seat).flatMap(({ id }) => {
        const own = { ...sight.own, seat, mandate: id, capital: 60, measures: [] };
        const there = { ...sight, own, view: { ...last, own, viewer: seat, treaties: [] } };
        const move = bot.next(there);
        return move === null ? [] : [{ there, move }];
      }),
    );
    expect(ordered.length).toBeGreaterThan(0);
    for (const { there, move } of ordered) {
      expect(move.reason).toEqual({
        key: 'reason.bot.measure',
        params: { lever: move.action.type === 'order' ? move.action.lever : '' },
      });
      expect(move.action).toMatchObject(
        paying(there, PLAIN)[0]!.lever === move.reason.params.lever ? {} : { none: true },
      );
      const poor = { ...there.own, capital: 0 };
      expect(bot.next({ ...there, own: poor, view: { ...there.view, own: poor } })).toBeNull();
    }
  },
};

describe('what a bot says', () => {
  test.each(Object.keys(checks))('%s is true', (keys) => checks[keys]!());

  test('is checked whatever it says', () => {
    const isReason = (key: string) => key.startsWith('reason.bot.') || key.startsWith('reason.random.');
    const checked = Object.keys(checks).flatMap((keys) => keys.split(', '));
    expect(Object.keys(en).filter((key) => isReason(key) && !checked.includes(key))).toEqual([]);
    const said = new Set(decisions.map(({ move }) => move.reason.key));
    expect([...said].filter((key) => !checked.includes(key))).toEqual([]);
  });
});
