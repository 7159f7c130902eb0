import { describe, expect, test } from 'vitest';
import type { Action } from '../../shared/engine/actions/index.ts';
import { REFUSAL_CODES, type RefusalCode } from '../../shared/engine/refusal.ts';
import { clause, type Game, levelOf, only, openGame, pause2025, tableOffer } from '../helpers/game.ts';
import { tinyBook } from '../helpers/tinyScenario.ts';

type Table = Extract<Action, { type: 'table' }>;
type Speak = Extract<Action, { type: 'speak' }>;

const cars = clause('us-kr-auto-tariff', '15');
const ships = clause('kr-us-shipbuilding', '5');
const table = (wish: Partial<Table>): Table => ({
  type: 'table',
  to: ['KR'],
  clauses: [cars],
  sealed: false,
  note: '',
  spend: 4,
  ...wish,
});
const speak = (wish: Partial<Speak>): Speak => ({
  type: 'speak',
  to: 'all',
  text: 'hello',
  pledge: null,
  ...wish,
});
const pledge = { lever: 'us-kr-auto-tariff', bound: 'atMost', level: 1, by: 7 } as const;
const order = (lever: string, level: string): Action => ({
  type: 'order',
  lever,
  level: levelOf(lever, level),
});

const tiny = (options: Parameters<typeof tinyBook>[0] = {}): Game => openGame({ book: tinyBook(options) });
const price = { lever: 'price', level: 1, from: 0 };

const treatyOf = (game: Game): string => {
  const offer = tableOffer(game, 'US', { to: ['KR'], clauses: [cars, ships] });
  return only(game.act('KR', { type: 'accept', offer, spend: 4 }), 'treatySigned').treaty.id;
};

const broke = (): Game => {
  // Measures cost 2 each; 40 + 4 a round, so that spending two a round and sealing nothing never empties a seat:
  // a scenario with dear measures does.
  const game = openGame({ book: withRules({ measures: { perRound: 9, capital: 20 } }) });
  game.act('US', order('us-kr-auto-tariff', '0'));
  game.act('US', order('us-kr-steel-tariff', '0'));
  return game;
};

const withRules = (rules: Partial<ReturnType<typeof pause2025>['scenario']['rules']>) => {
  const book = pause2025();
  return { ...book, scenario: { ...book.scenario, rules: { ...book.scenario.rules, ...rules } } };
};

/** What is refused before it comes to the rules: tests/server/{hostile,tableQueue}, tests/security/{limits,door}. */
const AT_THE_DOOR = ['action.tooFast', 'action.otherTab', 'action.otherTable', 'unavailable'] as const;

/** How each other refusal is reached. The Record makes a code without a way to reach it a type error. */
const REACHED: Record<Exclude<RefusalCode, (typeof AT_THE_DOOR)[number]>, () => string> = {
  'action.malformed': () => openGame().refused('US', { type: 'accept', offer: 7 } as unknown as Action),
  'action.unknown': () => openGame().refused('US', { type: 'annex' } as unknown as Action),
  'action.notYours': () => openGame().refused('US', { type: 'tick' }),
  'game.notStarted': () => openGame({ started: false }).refused('US', speak({})),
  'game.ended': () => {
    const game = openGame();
    game.toEnd();
    return game.refused('US', speak({}));
  },
  'game.started': () => openGame().refused('system', { type: 'start' }),
  'game.paused': () => {
    const game = openGame();
    game.act('US', { type: 'pause' });
    return game.refused('KR', speak({}));
  },
  'game.notPaused': () => openGame().refused('US', { type: 'release' }),
  'game.closing': () => {
    const game = openGame();
    game.tick();
    return game.refused('US', table({}));
  },
  'pause.used': () => {
    const game = openGame();
    game.act('US', { type: 'pause' });
    game.act('US', { type: 'release' });
    game.act('KR', { type: 'release' });
    return game.refused('US', { type: 'pause' });
  },
  'pause.notNow': () => openGame({ roundMs: null }).refused('US', { type: 'pause' }),
  'pause.asked': () => {
    const game = openGame();
    game.act('US', { type: 'pause' });
    game.act('KR', { type: 'release' });
    return game.refused('KR', { type: 'release' });
  },
  'extend.noLimit': () => openGame({ roundMs: null }).refused('facilitator', { type: 'extend', ms: 1000 }),
  'tick.early': () => openGame().refused('system', { type: 'tick' }),
  'seat.vacant': () => {
    const game = openGame({ started: false });
    game.act('system', { type: 'occupy', seat: 'KR', occupant: { kind: 'vacant' }, holder: null });
    return game.refused('system', { type: 'standIn', seat: 'KR', bot: 'trader' });
  },
  'seat.unknown': () => tiny({ messages: 2 }).refused('US', speak({ to: 'CN' })),
  'seat.notAbsent': () => openGame().refused('system', { type: 'standIn', seat: 'KR', bot: null }),
  'start.seatsVacant': () => {
    const game = openGame({ started: false });
    game.act('system', { type: 'occupy', seat: 'KR', occupant: { kind: 'vacant' }, holder: null });
    return game.refused('system', { type: 'start' });
  },
  'news.unknown': () => openGame().refused('facilitator', { type: 'inject', card: 'ufo' }),
  'news.shown': () => {
    const game = openGame();
    const card = game.table.book.scenario.news[0]!.id;
    game.act('facilitator', { type: 'inject', card });
    return game.refused('facilitator', { type: 'inject', card });
  },
  'mandates.open': () => {
    const game = openGame();
    game.toEnd();
    return game.refused('facilitator', { type: 'openMandates' });
  },
  'mandates.notYet': () => openGame().refused('facilitator', { type: 'openMandates' }),
  'press.none': () => openGame({ press: 'none' }).refused('US', speak({})),
  'press.publicOnly': () => openGame({ press: 'public-only' }).refused('US', speak({ to: 'KR' })),
  'message.empty': () => openGame().refused('US', speak({ text: ' \u202e\u200b\u3164\u200d ' })),
  'message.tooLong': () => openGame().refused('US', speak({ text: 'x'.repeat(281) })),
  'message.tooMany': () => {
    const game = openGame();
    for (let i = 0; i < 20; i++) game.act('US', speak({}));
    return game.refused('US', speak({}));
  },
  'message.toSelf': () => openGame().refused('US', speak({ to: 'US' })),
  'pledge.notYourLever': () => openGame().refused('KR', speak({ pledge })),
  'pledge.unknownLevel': () => openGame().refused('US', speak({ pledge: { ...pledge, level: 9 } })),
  'pledge.round': () => openGame().refused('US', speak({ pledge: { ...pledge, by: 8 } })),
  'offer.unknown': () => openGame().refused('US', { type: 'withdraw', offer: 'nothing' }),
  'offer.ended': () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: [cars] });
    game.act('KR', { type: 'decline', offer, note: 'No.' });
    return game.refused('KR', { type: 'accept', offer, spend: 0 });
  },
  'offer.notYours': () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: [cars] });
    return game.refused('KR', { type: 'withdraw', offer });
  },
  'offer.notAddressed': () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: [cars] });
    return game.refused('CN', { type: 'accept', offer, spend: 0 });
  },
  'offer.own': () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: [cars] });
    return game.refused('US', { type: 'decline', offer, note: '' });
  },
  'offer.parties': () => openGame().refused('US', table({ to: ['US'] })),
  'offer.empty': () => openGame().refused('US', table({ clauses: [] })),
  'offer.tooManyClauses': () => {
    const clauses = pause2025()
      .scenario.levers.slice(0, 13)
      .map(({ id }) => ({ lever: id, level: 0, from: 0 }));
    return openGame().refused('US', table({ to: ['KR', 'CN'], clauses }));
  },
  'offer.incomplete': () => tiny({ complete: true }).refused('US', table({ clauses: [price], spend: 0 })),
  'offer.leverTwice': () => openGame().refused('US', table({ clauses: [cars, cars] })),
  'offer.unknownLever': () => openGame().refused('US', table({ clauses: [price] })),
  'offer.unknownLevel': () => openGame().refused('US', table({ clauses: [{ ...cars, level: 7 }] })),
  'offer.measureOnly': () =>
    openGame().refused('US', table({ to: ['CN'], clauses: [clause('us-cn-tariff', '145')] })),
  'offer.start': () => {
    const game = openGame();
    game.toRound(3);
    return game.refused('US', table({ clauses: [{ ...cars, from: 2 }] }));
  },
  'offer.ownerMissing': () => openGame().refused('US', table({ clauses: [clause('cn-us-purchases', '10')] })),
  'offer.leverBound': () => {
    const game = openGame();
    treatyOf(game);
    return game.refused('KR', table({ to: ['CN'], clauses: [ships] }));
  },
  'offer.offAgenda': () =>
    openGame().refused('KR', table({ to: ['US'], clauses: [clause('kr-defence-cost', '3')] })),
  'offer.agendaCost': () => broke().refused('US', table({ clauses: [clause('kr-defence-cost', '3')] })),
  'offer.noteTooLong': () => openGame().refused('US', table({ note: 'x'.repeat(501) })),
  'offer.tooMany': () => {
    const game = openGame();
    for (let i = 0; i < 8; i++) {
      const clauses = [
        { ...cars, level: 1 + (i % 2) },
        { ...ships, level: i >> 1 },
      ];
      const offer = tableOffer(game, 'US', { to: ['KR'], clauses, spend: 4 });
      game.act('US', { type: 'withdraw', offer });
    }
    return game.refused('US', table({}));
  },
  'offer.tooManyOpen': () => {
    const game = openGame();
    for (let i = 0; i < 5; i++)
      tableOffer(game, 'US', { to: ['KR'], clauses: [cars, { ...ships, from: i + 1 }] });
    return game.refused('US', table({}));
  },
  'offer.coolDown': () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: [cars, ships] });
    game.act('KR', { type: 'decline', offer, note: '' });
    return game.refused('US', table({ clauses: [ships, cars] }));
  },
  'offer.sealNeedsThird': () => openGame().refused('US', table({ to: ['KR', 'CN'], sealed: true })),
  'offer.sealCost': () => broke().refused('US', table({ sealed: true, spend: 0 })),
  'offer.weakerSeal': () => {
    const game = openGame();
    const offer = tableOffer(game, 'KR', {
      to: ['CN'],
      clauses: [clause('kr-supply-chains', 'as-is')],
      sealed: true,
    });
    return game.refused('CN', {
      type: 'counter',
      offer,
      clauses: [clause('cn-kr-rare-earths', 'open')],
      sealed: false,
      note: '',
      spend: 0,
    });
  },
  'offer.accepted': () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR', 'CN'], clauses: [cars] });
    game.act('KR', { type: 'accept', offer, spend: 4 });
    return game.refused('KR', { type: 'accept', offer, spend: 4 });
  },
  'offer.notAccepted': () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR', 'CN'], clauses: [cars] });
    return game.refused('KR', { type: 'takeBack', offer });
  },
  'offer.wontRatify': () => {
    const clauses = [
      clause('us-kr-auto-tariff', '0'),
      clause('us-kr-steel-tariff', '0'),
      clause('us-kr-reciprocal-tariff', '0'),
    ];
    return openGame().refused('US', table({ clauses }));
  },
  'offer.spend': () => openGame().refused('US', table({ spend: 5 })),
  'measure.none': () => tiny().refused('US', { type: 'order', lever: 'price', level: 1 }),
  'measure.unknownLever': () => openGame().refused('US', { type: 'order', lever: 'price', level: 1 }),
  'measure.unknownLevel': () =>
    openGame().refused('US', { type: 'order', lever: 'us-kr-auto-tariff', level: 9 }),
  'measure.notYours': () => openGame().refused('KR', order('us-kr-auto-tariff', '0')),
  'measure.mutual': () => openGame().refused('KR', order('kr-cn-fta', 'upgrade')),
  'measure.bound': () => {
    const game = openGame();
    treatyOf(game);
    return game.refused('US', order('us-kr-auto-tariff', '0'));
  },
  'measure.same': () => openGame().refused('US', order('us-kr-auto-tariff', '25')),
  'measure.twice': () => {
    const game = openGame();
    game.act('US', order('us-kr-auto-tariff', '15'));
    return game.refused('US', order('us-kr-auto-tariff', '0'));
  },
  'measure.tooMany': () => {
    const game = openGame();
    game.act('US', order('us-kr-auto-tariff', '15'));
    game.act('US', order('us-kr-steel-tariff', '0'));
    return game.refused('US', order('us-kr-chip-tariff', '15'));
  },
  'measure.cost': () => broke().refused('US', order('us-kr-chip-tariff', '15')),
  'measure.notOrdered': () => openGame().refused('US', { type: 'cancel', lever: 'us-kr-chip-tariff' }),
  'treaty.unknown': () => openGame().refused('US', { type: 'denounce', treaty: 'nothing' }),
  'treaty.notYours': () => {
    const game = openGame();
    return game.refused('CN', { type: 'denounce', treaty: treatyOf(game) });
  },
  'treaty.fallen': () => {
    const game = openGame();
    const treaty = treatyOf(game);
    game.act('US', { type: 'denounce', treaty });
    game.toRound(3);
    return game.refused('KR', { type: 'denounce', treaty });
  },
  'treaty.denounced': () => {
    const game = openGame();
    const treaty = treatyOf(game);
    game.act('US', { type: 'denounce', treaty });
    return game.refused('KR', { type: 'denounce', treaty });
  },
  'denounce.none': () => tiny().refused('US', { type: 'denounce', treaty: 'nothing' }),
  'denounce.lastRound': () => {
    const game = openGame();
    const treaty = treatyOf(game);
    game.toRound(6);
    return game.refused('US', { type: 'denounce', treaty });
  },
  'denounce.cost': () => {
    const game = openGame({ book: withRules({ measures: { perRound: 9, capital: 15 } }) });
    const treaty = treatyOf(game);
    game.act('US', order('us-kr-steel-tariff', '0'));
    game.act('US', order('us-kr-chip-tariff', '15'));
    return game.refused('US', { type: 'denounce', treaty });
  },
  'ready.same': () => openGame().refused('US', { type: 'ready', ready: false }),
};

describe('every refusal', () => {
  test.each(Object.entries(REACHED))('%s is reached, and changes nothing', (code, reach) => {
    expect(reach()).toBe(code);
  });

  test('no code is without a way to it', () => {
    expect([...Object.keys(REACHED), ...AT_THE_DOOR].sort()).toEqual([...REFUSAL_CODES].sort());
  });
});
