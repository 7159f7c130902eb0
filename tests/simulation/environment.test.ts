import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeatAction } from '../../shared/engine/actions/index.ts';
import { hash53 } from '../../shared/engine/chance.ts';
import { allowed } from '../../shared/engine/submit.ts';
import type { View } from '../../shared/engine/view.ts';
import { type Book, openBook } from '../../shared/scenarios/book.ts';
import { SEATS, type Seat } from '../../shared/seats.ts';
import type { ActionMask, Draft, PackageMask } from '../../shared/simulation/actionMask.ts';
import { type Environment, openEnvironment, STEPS_A_TURN } from '../../shared/simulation/environment.ts';
import { clause, koreaChina, pause2025 } from '../helpers/game.ts';
import { tinyBook, twoSeats } from '../helpers/tinyScenario.ts';

const AGENTS = { US: 'agent', KR: 'agent', CN: 'agent' };
const MIXED = { US: 'bot:trader', KR: 'agent', CN: 'bot:random' };

const open = (seats: Partial<Record<Seat, string>> = AGENTS, book: Book = pause2025()): Environment => {
  const environment = openEnvironment(book, { seats });
  if ('error' in environment) throw new Error(JSON.stringify(environment.error));
  return environment;
};

const opened = (seed = 'a seed', seats = AGENTS, book = pause2025()): Environment => {
  const environment = open(seats, book);
  environment.reset(seed);
  return environment;
};

/** Seeded chance of the test's own. */
const chanceOf = (seed: string) => {
  let count = 0;
  const below = (n: number): number => Math.floor((hash53(`${seed} ${count++}`) / 2 ** 53) * n);
  return { below, pick: <T>(items: readonly T[]): T => items[below(items.length)]! };
};

type Chance = ReturnType<typeof chanceOf>;
type Step = Readonly<Record<string, unknown>>;

const pickLevel = (levels: Readonly<Record<string, readonly number[]>>, { pick }: Chance) => {
  const lever = pick(Object.keys(levels));
  return { lever, level: pick(levels[lever]!) };
};

/** A package put together clause by clause, from what the masks list. */
const pickPackage = (
  environment: Environment,
  seat: Seat,
  start: Pick<PackageMask, 'sealed'> & ({ readonly to: readonly Seat[] } | { readonly offer: string }),
  chance: Chance,
): Step => {
  const base = 'to' in start ? { to: start.to } : { offer: start.offer };
  let draft: Draft = { ...base, sealed: chance.pick(start.sealed), clauses: [] };
  for (;;) {
    const mask = environment.packageMask(seat, draft)!;
    const isOver = Object.keys(mask.levers).length === 0;
    if (mask.refusal === null && (isOver || chance.below(4) === 0))
      return {
        ...draft,
        type: 'to' in start ? 'table' : 'counter',
        note: '',
        spend: chance.below(mask.spend + 1),
      };
    if (isOver) return { type: 'pass' };
    const next = { ...pickLevel(mask.levers, chance), from: chance.pick(mask.from) };
    draft = { ...draft, clauses: [...draft.clauses, next] };
  }
};

/** An action drawn from the mask alone. */
const pickStep = (environment: Environment, seat: Seat, mask: ActionMask, chance: Chance): Step => {
  const { pick, below } = chance;
  const type = pick(mask.types);
  switch (type) {
    case 'pass':
      return { type };
    case 'speak': {
      const pledges = Object.keys(mask.speak.pledges).length > 0 && below(2) === 0;
      const bound = pick(['atLeast', 'atMost']);
      const pledge = pledges
        ? { ...pickLevel(mask.speak.pledges, chance), bound, by: pick(mask.speak.by) }
        : null;
      return { type, to: pick(mask.speak.to), text: pledge === null ? 'words' : '', pledge };
    }
    case 'table':
    case 'counter':
      return pickPackage(
        environment,
        seat,
        pick<ActionMask['table'][number] | ActionMask['counter'][number]>(mask[type]),
        chance,
      );
    case 'accept': {
      const { offer, spend } = pick(mask.accept);
      return { type, offer, spend: below(spend + 1) };
    }
    case 'order':
      return { type, ...pickLevel(mask.order, chance) };
    case 'cancel':
      return { type, lever: pick(mask.cancel) };
    case 'denounce':
      return { type, treaty: pick(mask.denounce) };
    case 'decline':
      return { type, offer: pick(mask.decline), note: '' };
    default:
      return { type, offer: pick(mask[type]) };
  }
};

type Look = (seat: Seat, mask: ActionMask) => void;

/** Plays a game to its end by the masks; returns the kinds of steps that were made. A refusal fails the test. */
const playRandomly = (environment: Environment, seed: string, look: Look = () => {}): string[] => {
  const chance = chanceOf(seed);
  const made: string[] = [];
  for (;;) {
    const seat = environment.agentSelection;
    if (seat === null) return made;
    const mask = environment.actionMask(seat);
    look(seat, mask);
    const step = pickStep(environment, seat, mask, chance);
    const refusal = environment.step(step);
    if (refusal !== null)
      throw new Error(`seed ${seed}: ${JSON.stringify(step)} was refused: ${JSON.stringify(refusal)}`);
    made.push(String(step.type));
  }
};

const levelsIn = (levels: Readonly<Record<string, readonly number[]>>): string[] => Object.keys(levels);

const completeBook = () => tinyBook({ complete: true });

/** Only whole packages sign, and the first level of one lever can't be in any. */
const narrowBook = (): Book => {
  const scenario = twoSeats({ complete: true });
  const [price, ...rest] = scenario.levers;
  const [first, ...levels] = price!.levels;
  const narrow = { ...price!, levels: [{ ...first!, treaty: false }, ...levels] };
  const book = openBook({ ...scenario, levers: [narrow, ...rest] });
  if ('error' in book) throw new Error(JSON.stringify(book.error));
  return book;
};

describe('a random agent that knows the masks alone', () => {
  test('plays eighteen seeded games without a refusal, and finds every kind of action', () => {
    const made = new Set<string>();
    for (let i = 0; i < 18; i++) {
      const seats = i < 12 ? AGENTS : MIXED;
      const environment = opened(`game ${i}`, seats);
      for (const type of playRandomly(environment, `chance ${i}`)) made.add(type);
      expect(Object.values(environment.terminations)).toEqual([true, true, true]);
      for (const seat of environment.agents) expect(environment.infos[seat]?.refusals).toBe(0);
    }
    expect([...made].sort()).toEqual(
      [
        'pass',
        'speak',
        'table',
        'counter',
        'accept',
        'takeBack',
        'decline',
        'withdraw',
        'order',
        'cancel',
        'denounce',
      ].sort(),
    );
  });

  test.each([
    ['two seats', tinyBook],
    ['two seats where only whole packages sign', completeBook],
    ['two seats and a level that no package can have', narrowBook],
  ])('plays a scenario of %s', (_, bookOf) => {
    let offers = 0;
    for (let i = 0; i < 10; i++) {
      const made = playRandomly(opened(`tiny ${i}`, AGENTS, bookOf()), `chance ${i}`);
      offers += made.filter((type) => type === 'table' || type === 'counter').length;
    }
    expect(offers).toBeGreaterThan(10);
  });

  test('talk that the table does not allow is in no mask', () => {
    for (const press of ['none', 'public-only'] as const) {
      const environment = openEnvironment(pause2025(), { seats: AGENTS, press });
      if ('error' in environment) throw new Error('refused');
      environment.reset('quiet');
      playRandomly(environment, press, (_, mask) => {
        if (press === 'none') expect(mask.types).not.toContain('speak');
        else expect(mask.speak.to.filter((to) => to !== 'all')).toEqual([]);
      });
    }
  });
});

describe('a mask', () => {
  /** Looks into every fifth turn of some games. */
  const looks = (
    look: (environment: Environment, seat: Seat, mask: ActionMask, view: View) => void,
  ): void => {
    for (let i = 0; i < 4; i++) {
      const environment = opened(`look ${i}`);
      let turn = 0;
      playRandomly(environment, `look ${i}`, (seat, mask) => {
        if (turn++ % 5 === 0) look(environment, seat, mask, environment.observe(seat)!);
      });
    }
  };

  test('leaves out nothing that the rules allow: measures, answers, clauses', () => {
    looks(({ book }, seat, mask, view) => {
      const may = (action: SeatAction): boolean => allowed(book, view, seat, action, 0) === null;
      const expectSame = (
        listed: readonly string[],
        ids: readonly string[],
        make: (id: string) => SeatAction,
      ) => expect([...listed].sort()).toEqual(ids.filter((id) => may(make(id))).sort());
      const offers = view.offers.map(({ id }) => id);
      const accepted = mask.accept.map(({ offer }) => offer);
      expectSame(accepted, offers, (offer) => ({ type: 'accept', offer, spend: 0 }));
      expectSame(mask.decline, offers, (offer) => ({ type: 'decline', offer, note: '' }));
      expectSame(mask.withdraw, offers, (offer) => ({ type: 'withdraw', offer }));
      expectSame(mask.takeBack, offers, (offer) => ({ type: 'takeBack', offer }));
      expectSame(
        mask.denounce,
        view.treaties.map(({ id }) => id),
        (treaty) => ({ type: 'denounce', treaty }),
      );
      for (const { offer, spend } of mask.accept) {
        expect(may({ type: 'accept', offer, spend })).toBe(true);
        expect(may({ type: 'accept', offer, spend: spend + 1 })).toBe(false);
      }
      const others = SEATS.filter((other) => other !== seat);
      for (const { id: lever, levels } of book.scenario.levers)
        for (const level of levels.keys()) {
          expect(may({ type: 'order', lever, level })).toBe(mask.order[lever]?.includes(level) ?? false);
          for (const to of [...others.map((other) => [other]), others]) {
            const clauses = [{ lever, level, from: 0 }];
            if (!may({ type: 'table', to, clauses, sealed: false, note: '', spend: 0 })) continue;
            const group = mask.table.find((candidate) => candidate.to.join() === to.join());
            expect(group?.levers[lever]).toContain(level);
          }
        }
    });
  });

  test('names nothing that the view does not know', () => {
    looks((_, __, mask, view) => {
      const offers = view.offers.map(({ id }) => id);
      const named = [
        ...mask.accept.map(({ offer }) => offer),
        ...mask.counter.map(({ offer }) => offer),
        ...mask.decline,
        ...mask.withdraw,
        ...mask.takeBack,
      ];
      expect(named.filter((id) => !offers.includes(id))).toEqual([]);
      const treaties = view.treaties.map(({ id }) => id);
      expect(mask.denounce.filter((id) => !treaties.includes(id))).toEqual([]);
    });
  });

  test('and view stay the same whatever the others do under seal', () => {
    const seen = [true, false].map((secret) => {
      const environment = opened('sealed');
      environment.step({ type: 'pass' });
      const offer = { type: 'table', to: ['CN'], clauses: koreaChina(), sealed: true, note: '', spend: 4 };
      if (secret) expect(environment.step(offer)).toBeNull();
      environment.step({ type: 'pass' });
      if (secret) {
        const [open] = environment.actionMask('CN').accept;
        expect(environment.step({ type: 'accept', ...open })).toBeNull();
        expect(environment.table?.state.treaties).toHaveLength(1);
      }
      environment.step({ type: 'pass' });
      expect(environment.agentSelection).toBe('US');
      return { view: environment.observe('US'), mask: environment.actionMask('US') };
    });
    expect(seen[0]).toEqual(seen[1]);
  });

  test('judges clauses within a whole package where only those sign', () => {
    const environment = opened('narrow', AGENTS, narrowBook());
    const [group] = environment.actionMask('US').table;
    expect(group).toMatchObject({ to: ['KR'], levers: { price: [1, 2], date: [0, 1, 2] } });
    const half: Draft = { to: ['KR'], sealed: false, clauses: [{ lever: 'date', level: 2, from: 0 }] };
    const mask = environment.packageMask('US', half);
    expect(mask).toMatchObject({ refusal: { code: 'offer.incomplete' }, levers: { price: [1, 2] } });
    expect(levelsIn(mask!.levers)).toEqual(['price']);
  });

  test('is empty out of turn', () => {
    const environment = opened();
    expect(environment.agentSelection).toBe('US');
    expect(environment.actionMask('KR').types).toEqual([]);
    expect(environment.packageMask('KR', { to: ['US'], sealed: false, clauses: [] })).toBeNull();
  });

  test('says of a draft what tabling it would: why not, or how much may be spent', () => {
    const environment = opened();
    const draft = (clauses: Draft['clauses']): Draft => ({ to: ['KR'], sealed: false, clauses });
    const tariff = clause('us-kr-auto-tariff', '15');
    expect(environment.packageMask('US', draft([]))?.refusal?.code).toBe('offer.empty');
    expect(environment.packageMask('US', draft([tariff, tariff]))?.refusal?.code).toBe('offer.leverTwice');
    expect(environment.packageMask('US', draft([clause('kr-cn-fta', 'upgrade')]))).toMatchObject({
      refusal: { code: 'offer.ownerMissing' },
      levers: {},
      spend: 0,
    });
    const mask = environment.packageMask('US', draft([tariff]))!;
    expect(mask.refusal).toBeNull();
    expect(levelsIn(mask.levers)).not.toContain('us-kr-auto-tariff');
    const table = { ...draft([tariff]), type: 'table', note: '' };
    expect(environment.step({ ...table, spend: mask.spend + 1 })?.code).toBe('offer.spend');
    expect(environment.step({ ...table, spend: mask.spend })).toBeNull();
  });
});

describe('a game of turns', () => {
  const pass = { type: 'pass' };
  const turns = (environment: Environment, count: number): string[] =>
    Array.from({ length: count }, () => {
      const { round, phase } = environment.table!.state;
      const turn = `${environment.agentSelection} ${round} ${phase}`;
      environment.step(pass);
      return turn;
    });

  test('goes US, KR, CN, then once more in the closing phase, round by round to the end', () => {
    const environment = opened();
    const inRound = (round: number) =>
      ['negotiation', 'closing'].flatMap((phase) => SEATS.map((seat) => `${seat} ${round} ${phase}`));
    expect(turns(environment, 36)).toEqual([1, 2, 3, 4, 5, 6].flatMap(inRound));
    expect(environment.agentSelection).toBeNull();
    expect(environment.step(pass)?.code).toBe('game.ended');
  });

  test('comes back to a seat that is addressed after it has passed', () => {
    const environment = opened();
    environment.step(pass);
    const offer = { type: 'table', to: ['US'], clauses: [clause('us-kr-auto-tariff', '15')], sealed: false };
    expect(environment.step({ ...offer, note: '', spend: 4 })).toBeNull();
    expect(turns(environment, 4)).toEqual([
      'KR 1 negotiation',
      'CN 1 negotiation',
      'US 1 negotiation',
      'US 1 closing',
    ]);
  });

  test('in the closing phase offers can be answered, but nothing new is tabled', () => {
    const environment = opened();
    const offer = { type: 'table', to: ['KR'], clauses: [clause('us-kr-auto-tariff', '15')], sealed: false };
    environment.step({ ...offer, note: '', spend: 4 });
    turns(environment, 4);
    expect(environment.agentSelection).toBe('KR');
    const { types, decline } = environment.actionMask('KR');
    expect(types).toEqual(expect.arrayContaining(['pass', 'decline', 'order']));
    for (const type of ['table', 'counter', 'speak']) expect(types).not.toContain(type);
    expect(environment.step({ type: 'decline', offer: decline[0], note: '' })).toBeNull();
  });

  test('goes on without an agent that never passes', () => {
    const environment = opened();
    for (let i = 0; i < STEPS_A_TURN; i++) {
      expect(environment.infos.US).toMatchObject({ stepsLeft: STEPS_A_TURN - i, refusals: i });
      expect(environment.step({ type: 'accept', offer: 'none', spend: 0 })?.code).toBe('offer.unknown');
    }
    expect(environment.agentSelection).toBe('KR');
    expect(environment.infos).toMatchObject({ US: { stepsLeft: 0 }, KR: { stepsLeft: STEPS_A_TURN } });
  });

  test.each(['ready', 'pause', 'release', 'tick', 'advance', 'occupy', '__proto__'])(
    '%s is no step',
    (type) => {
      expect(opened().step({ type })?.code).toBe('action.unknown');
    },
  );

  test('whatever comes in is answered, and what is refused changes nothing at the table', () => {
    const environment = opened();
    const before = JSON.stringify(environment.table?.state);
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('table', 'accept', 'order', 'speak'), (text, type) => {
        const inside = JSON.parse(text) as unknown;
        for (const input of [inside, { ...(inside as object), type, extra: inside }]) {
          if (environment.infos.US?.stepsLeft === 1) environment.reset('a seed');
          expect(environment.step(input)).not.toBeNull();
        }
        expect(JSON.stringify(environment.table?.state)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an environment', () => {
  test('shows an agent its view, and nothing of a seat that a bot plays', () => {
    const environment = opened('views', MIXED);
    expect(environment.agents).toEqual(['KR']);
    playRandomly(environment, 'views', (seat) => {
      expect(environment.observe(seat)).toEqual(environment.table?.viewOf(seat));
      for (const other of ['US', 'CN'] as const) expect(environment.observe(other)).toBeNull();
      expect(Object.keys(environment.infos)).toEqual(['KR']);
    });
  });

  test('gives the same game for the same seed and steps, another one for another seed', () => {
    const record = (seed: string): string => {
      const environment = opened(seed, MIXED);
      const seen: unknown[] = [];
      playRandomly(environment, 'steps', (seat, mask) => seen.push(environment.observe(seat), mask));
      return JSON.stringify([seen, environment.table?.entries]);
    };
    expect(record('one')).toBe(record('one'));
    expect(record('one')).not.toBe(record('two'));
    const again = open(MIXED);
    again.reset('other');
    playRandomly(again, 'steps');
    again.reset('one');
    expect(JSON.stringify(again.observe('KR'))).toBe(JSON.stringify(opened('one', MIXED).observe('KR')));
  });

  test('rewards nobody before the end, and then everybody with the settled score', () => {
    const environment = opened('rewards', MIXED);
    playRandomly(environment, 'rewards', () => {
      expect(environment.rewards).toEqual({ US: 0, KR: 0, CN: 0 });
      const { flows } = environment.table!.state;
      expect(environment.infos.KR?.flow).toBe(flows.KR.at(-1) ?? null);
    });
    const { results } = environment.table!.state;
    for (const seat of SEATS) expect(environment.rewards[seat]).toBe(results![seat].score / 100);
    expect(Object.values(environment.rewards).some((reward) => reward !== 0)).toBe(true);
  });

  test('of bots alone is over as soon as it begins', () => {
    const environment = opened('bots', { US: 'bot:trader', KR: 'bot:random', CN: 'bot:trader' });
    expect(environment.agentSelection).toBeNull();
    expect(environment.terminations).toEqual({ US: true, KR: true, CN: true });
  });

  test('that was never reset has nothing to show', () => {
    const environment = open();
    expect([environment.agentSelection, environment.table, environment.observe('US')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(environment.step({ type: 'pass' })?.code).toBe('game.notStarted');
  });

  test.each([
    [
      { US: 'agent', KR: 'agent' },
      { seat: 'CN', found: '' },
    ],
    [
      { ...AGENTS, KR: 'bot:napoleon' },
      { seat: 'KR', found: 'bot:napoleon' },
    ],
    [
      { ...AGENTS, US: 'trader' },
      { seat: 'US', found: 'trader' },
    ],
  ])('needs a player for every seat: %j', (seats, params) => {
    expect(openEnvironment(pause2025(), { seats })).toEqual({ error: { code: 'environment.seat', params } });
  });
});

const talk = (lines: readonly unknown[], ...words: readonly string[]) => {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { stdout, status, stderr } = spawnSync(process.execPath, ['server/cli/environment.ts', ...words], {
    encoding: 'utf8',
    input: `${input}\n`,
  });
  const said = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { said, status, stderr };
};

const SEATED = ['--seats', 'US=bot:trader,KR=agent,CN=bot:random'];

describe('environment, line by line', () => {
  test('answers every line with one, and whatever is wrong with an error', () => {
    const lines = [
      { method: 'observe' },
      { method: 'mask' },
      { method: 'step', action: { type: 'pass' } },
      { method: 'reset', seed: 'lines' },
      { method: 'observe', seat: 'US' },
      { method: 'mask', seat: 'US', draft: { to: ['KR'], sealed: false, clauses: [] } },
      { method: 'mask', draft: { to: 'KR' } },
      { method: 'step', action: { type: 'accept', offer: 'none', spend: 0 } },
      { method: 'step' },
      { method: 'fly' },
      'no JSON',
      '',
      '[]',
      { method: 'reset' },
      { method: 'rewards' },
      { method: 'scenario' },
    ];
    const { said, status } = talk(lines, ...SEATED);
    expect(said.map((line) => line.error?.code ?? Object.keys(line)[0])).toEqual([
      'game.notStarted',
      'game.notStarted',
      'game.notStarted',
      'agentSelection',
      'environment.notAgent',
      'environment.notYourTurn',
      'environment.malformed',
      'offer.unknown',
      'environment.malformed',
      'environment.unknownMethod',
      'environment.malformed',
      'environment.malformed',
      'environment.malformed',
      'environment.malformed',
      'agentSelection',
      'scenario',
    ]);
    expect(status).toBe(0);
  });

  test('is the environment of this process: same steps, same answers', () => {
    const environment = opened('twin', MIXED);
    const steps = [
      { type: 'pass' },
      { type: 'speak', to: 'all', text: 'hello', pledge: null },
      { type: 'pass' },
    ];
    const lines = [
      { method: 'reset', seed: 'twin' },
      { method: 'observe' },
      { method: 'mask' },
      { method: 'mask', draft: { to: ['CN'], sealed: true, clauses: koreaChina().slice(0, 2) } },
      ...steps.flatMap((action) => [
        { method: 'step', action },
        { method: 'observe', seat: 'KR' },
      ]),
    ];
    const { said } = talk(lines, ...SEATED);
    expect(said[1].observation).toEqual(environment.observe('KR'));
    expect(said[2].mask).toEqual(environment.actionMask('KR'));
    const draft = { to: ['CN'] as const, sealed: true, clauses: koreaChina().slice(0, 2) };
    expect(said[3].mask).toEqual(environment.packageMask('KR', draft));
    for (const [i, step] of steps.entries()) {
      const refusal = environment.step(step);
      const { agentSelection, rewards, terminations, infos } = environment;
      expect(said[4 + 2 * i]).toEqual(
        refusal === null ? { agentSelection, rewards, terminations, infos } : { error: refusal },
      );
      expect(said[5 + 2 * i].observation).toEqual(environment.observe('KR'));
    }
  });

  test('ends where it is closed, and plays a scenario from a file', () => {
    const file = join(tmpdir(), `between-giants-environment-${process.pid}.json`);
    writeFileSync(file, JSON.stringify(twoSeats()));
    const lines = [{ method: 'reset', seed: 7 }, { method: 'close' }, { method: 'rewards' }];
    const { said, status } = talk(lines, '--scenario', file, '--seats', 'US=agent,KR=agent');
    expect(said).toMatchObject([{ rewards: { US: 0, KR: 0 } }, { closed: true }]);
    expect([said.length, status]).toEqual([2, 0]);
  });

  test.each([
    [2, 'environment.seat', ['--seats', 'US=agent']],
    [2, 'environment.seat', ['--seats', 'US=agent,KR=bot:napoleon,CN=agent']],
    [1, 'environment.scenario', ['--scenario', 'no-such-file.json']],
  ])('exit code %d, %s: %j', (status, code, words) => {
    const ended = talk([{ method: 'close' }], ...words);
    expect([ended.status, ended.said[0].error.code]).toEqual([status, code]);
    expect(ended.stderr.trim()).not.toBe('');
  });

  test.each([[['--seats', 'nobody']], [['--press', 'loud']]])('exit code 2: %j', (words) => {
    expect(talk([], ...words).status).toBe(2);
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.runIf(hasPython)('agent.py plays a whole game over the lines (only where python3 is installed)', () => {
  const command = [
    process.execPath,
    'server/cli/environment.ts',
    '--seats',
    'US=agent,KR=bot:trader,CN=agent',
  ];
  const { stdout, stderr, status } = spawnSync('python3', ['tests/simulation/agent.py', ...command], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { error, agentSelection, terminations, infos } = JSON.parse(stdout);
  expect({ error, agentSelection, terminations }).toEqual({
    error: undefined,
    agentSelection: null,
    terminations: { US: true, KR: true, CN: true },
  });
  expect(infos).toMatchObject({ US: { refusals: 0 }, CN: { refusals: 0 } });
});
