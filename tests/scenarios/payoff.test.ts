import { describe, expect, it } from 'vitest';
import { headlinesOf, payoffOf, payoffTerms, stanceOf } from '../../shared/engine/payoff.ts';
import { baseGains, gainOf, opened, pauseBook, withLevels } from './books.ts';
import { tiny } from './tiny.ts';

type Row = readonly [changes: Readonly<Record<string, string>>, us: number, kr: number, cn: number];

const near = (found: number, wanted: number, within: number, what: string): void =>
  expect(Math.abs(found - wanted), `${what}: ${found.toFixed(2)} is not ${wanted}`).toBeLessThan(within);

const expectGains = ([changes, us, kr, cn]: Row, within: number): void => {
  const found = baseGains(changes);
  const name = JSON.stringify(changes);
  near(found.US, us, within, `US ${name}`);
  near(found.KR, kr, within, `KR ${name}`);
  near(found.CN, cn, within, `CN ${name}`);
};

/** What the design states for one lever moved from snapback, at base weights; printed to one decimal. */
const singleMoves: readonly Row[] = [
  [{ 'kr-us-tariff': '10' }, -3.5, -0.2, 0.7],
  [{ 'kr-us-tariff': '25' }, -7.5, -3.1, 1.5],
  [{ 'kr-chip-support': '26' }, 0.9, -1.3, 0.5],
  [{ 'kr-chip-support': '45' }, -1.1, 1, -0.7],
  [{ 'us-chip-grants': 'none' }, 1.5, -1.3, 0.4],
  [{ 'us-chip-grants': 'enlarged' }, -0.9, 1.1, -0.7],
  [{ 'kr-alaska-lng': 'study' }, 0.9, -0.3, 0],
  [{ 'kr-alaska-lng': 'join' }, 4.7, -2.8, -0.3],
  [{ 'cn-kr-investment': '5' }, -1, 1.6, 0.4],
  [{ 'cn-kr-investment': '10' }, -2.6, 3, 0.4],
  [{ 'kr-investment-screening': 'screen' }, 2.2, -0.8, -1.3],
  [{ 'kr-investment-screening': 'ban' }, 4, -3.1, -3.8],
  [{ 'kr-us-shipbuilding': '5' }, 3.6, -2.3, -0.3],
  [{ 'kr-us-shipbuilding': '10' }, 7.3, -4.6, -0.5],
  [{ 'kr-us-shipbuilding': '15' }, 11, -7, -0.8],
  [{ 'kr-us-fabs': '5' }, 3.3, -2.5, -0.2],
  [{ 'kr-us-fabs': '10' }, 6.7, -5.1, -0.4],
  [{ 'kr-us-fabs': '20' }, 13.4, -11.1, -0.9],
];

const truce = {
  'us-cn-tariff': '20',
  'cn-us-tariff': '10',
  'cn-us-rare-earths': 'open',
  'cn-us-purchases': '10',
};
const july = {
  ...truce,
  'us-kr-reciprocal-tariff': '15',
  'us-kr-auto-tariff': '15',
  'us-kr-chip-tariff': '15',
  'kr-us-shipbuilding': '15',
  'kr-us-fabs': '20',
  'kr-us-energy': '25',
  'us-kr-security': 'reaffirmed',
  'us-fab-licences': 'granted',
};
const november = {
  ...july,
  'us-kr-chip-tariff': '0',
  'kr-us-shipbuilding': '10',
  'kr-us-fabs': '10',
  'kr-us-energy': '10',
  'us-kr-security': 'extended',
};

describe('the tariff pause, against the figures of its design and tuning', () => {
  it.each(singleMoves)('one lever: %o', (...row) => expectGains(row, 0.12));

  it.each<Row>([
    [truce, 23.1, 0.1, 10.6],
    [july, 42, -12.4, 14.2],
    [november, 24.4, 10.8, 12.8],
    [{ ...november, 'kr-chip-controls': 'partial', 'kr-investment-screening': 'screen' }, 35.6, 4.3, 1.4],
  ])('history: %o', (...row) => expectGains(row, 0.15));

  it.each([
    [
      'the pause in the war',
      {},
      {
        'deal-maker': -42,
        'tech-hawk': -41,
        exporters: 12.8,
        'alliance-first': 11.3,
        autonomy: 10.3,
        'self-reliance': -14,
        'wedge-driver': -12.3,
      },
    ],
    [
      'the pause in a truce',
      { 'us-cn-tariff': '30', 'cn-us-tariff': '10' },
      {
        'rust-belt': -2,
        'deal-maker': -2,
        'tech-hawk': -5,
        exporters: 12,
        'alliance-first': 10.7,
        autonomy: 9.8,
        'self-reliance': 16.6,
        'wedge-driver': 16.1,
      },
    ],
  ])('%s', (_, changes, wanted) => {
    const levels = withLevels(pauseBook, pauseBook.pause, changes);
    // US values are printed without decimals.
    for (const [mandate, value] of Object.entries(wanted))
      near(
        gainOf(pauseBook, mandate, pauseBook.snapback, levels),
        value,
        value % 1 === 0 ? 0.55 : 0.12,
        mandate,
      );
  });
});

describe('diplomacy, not decrees', () => {
  const { levers } = pauseBook.scenario;
  const lasting = levers.filter((lever) => lever.owners.length === 1 && lever.pause === lever.snapback);

  it.each([
    ['snapback', pauseBook.snapback],
    ['the pause', pauseBook.pause],
  ])('from %s nobody gains more than 2 bn for good by moving one lever alone', (_, start) => {
    for (const lever of lasting)
      for (const { id } of pauseBook.mandatesOf(lever.owners[0]).filter(({ id }) => !id.startsWith('base')))
        for (const level of lever.levels) {
          const levels = withLevels(pauseBook, start, { [lever.id]: level.id });
          const gain = gainOf(pauseBook, id, start, levels);
          expect(gain, `${id}: ${lever.id} ${level.id} gives ${gain.toFixed(2)}`).toBeLessThanOrEqual(2);
        }
  });

  it('standing down alone from the war costs Washington, together it pays', () => {
    const war = pauseBook.pause;
    const alone = withLevels(pauseBook, war, { 'us-cn-tariff': '30' });
    const together = withLevels(pauseBook, alone, { 'cn-us-tariff': '10' });
    for (const { id } of pauseBook.mandatesOf('US'))
      expect(gainOf(pauseBook, id, alone, together), id).toBeGreaterThan(25);
  });

  it('coercion is China’s best reply to alignment for a wedge-driver, and no bargain for anyone else', () => {
    const aligned = withLevels(pauseBook, pauseBook.snapback, { 'kr-chip-controls': 'full' });
    const punished = withLevels(pauseBook, aligned, { 'cn-kr-coercion': 'hard' });
    expect(gainOf(pauseBook, 'wedge-driver', aligned, punished)).toBeGreaterThan(5);
    expect(gainOf(pauseBook, 'growth', aligned, punished)).toBeLessThan(0);
    const outOfTheBlue = withLevels(pauseBook, pauseBook.snapback, { 'cn-kr-coercion': 'hard' });
    for (const { id } of pauseBook.mandatesOf('CN'))
      expect(gainOf(pauseBook, id, pauseBook.snapback, outOfTheBlue), id).toBeLessThan(0);
  });
});

describe('terms, headlines, stance', () => {
  it('terms add up to the payoff, with the mandate’s weight or the component’s', () => {
    const levels = withLevels(pauseBook, pauseBook.snapback, november);
    const outcome = pauseBook.economyAt(levels, []);
    for (const { id } of pauseBook.scenario.mandates) {
      const sum = payoffTerms(pauseBook, id, levels, outcome).reduce((total, { value }) => total + value, 0);
      expect(payoffOf(pauseBook, id, levels, outcome)).toBeCloseTo(sum, 9);
    }
    const term = (mandate: string, component: string): number =>
      payoffTerms(pauseBook, mandate, levels, outcome).find((each) => each.component === component)!.value;
    expect(term('base-us', 'us-shipyards')).toBeCloseTo(0.4 * 10, 9);
    expect(term('deal-maker', 'us-shipyards')).toBeCloseTo(0.55 * 10, 9);
    expect(term('tech-hawk', 'us-technology')).toBeCloseTo(52 * 0.1575, 9);
    // -.014 (20 - 12)^2
    expect(term('base-kr', 'kr-reserves')).toBeCloseTo(-0.896, 9);
  });

  it('without an economy only levers count', () => {
    const terms = payoffTerms(pauseBook, 'base-kr', pauseBook.snapback, null);
    expect(terms.find(({ component }) => component === 'kr-income')!.value).toBe(0);
  });

  it('headlines are met exactly where their words say', () => {
    const metAt = (mandate: string, changes: Readonly<Record<string, string>>): readonly string[] =>
      headlinesOf(pauseBook, mandate, withLevels(pauseBook, pauseBook.snapback, changes), null)
        .filter(({ met }) => met)
        .map(({ id }) => id);
    for (const { id } of pauseBook.scenario.mandates) expect(metAt(id, {}), id).toEqual([]);
    expect(metAt('deal-maker', { 'kr-us-shipbuilding': '15' })).toEqual([]);
    expect(metAt('deal-maker', { 'kr-us-shipbuilding': '10', 'kr-us-fabs': '10' })).toEqual(['investment']);
    expect(metAt('deal-maker', { 'us-kr-auto-tariff': '15' })).toEqual(['cars-for-nothing']);
    expect(metAt('deal-maker', { 'us-kr-auto-tariff': '15', 'kr-us-energy': '10' })).toEqual([]);
    expect(metAt('rust-belt', { 'us-kr-steel-tariff': '0', 'us-kr-auto-tariff': '15' })).toEqual([
      'duty-free',
    ]);
    expect(metAt('alliance-first', { 'kr-chip-controls': 'partial' })).toEqual(['exposed']);
    expect(metAt('alliance-first', { 'kr-chip-controls': 'full', 'us-kr-security': 'extended' })).toEqual([
      'reaffirmed',
    ]);
    expect(metAt('self-reliance', { 'us-cn-tariff': '30' })).toEqual(['licences']);
    expect(metAt('self-reliance', { 'us-cn-tariff': '30', 'cn-us-rare-earths': 'open' })).toEqual([]);
    expect(metAt('wedge-driver', { 'kr-cn-fta': 'upgrade', 'kr-chip-controls': 'partial' })).toEqual([]);
  });

  it('Korea’s stance runs over the whole square and starts beside China’s supply chains', () => {
    const at = (changes: Readonly<Record<string, string>>) =>
      stanceOf(pauseBook, withLevels(pauseBook, pauseBook.snapback, changes));
    expect(at({})).toEqual({ x: 0, y: 0.25 });
    expect(
      at({ 'kr-chip-controls': 'full', 'kr-investment-screening': 'ban', 'us-kr-security': 'extended' })!.x,
    ).toBe(1);
    expect(at({ 'kr-cn-fta': 'upgrade', 'cn-kr-investment': '10' })!.y).toBe(1);
    expect(at({ 'kr-supply-chains': 'relocate' })!.y).toBe(0);
    expect(stanceOf(opened(tiny()), [0, 0])).toBeNull();
  });

  it('sums are linear between knots and flat outside', () => {
    const book = opened(tiny());
    const value = (levels: readonly number[]): number => payoffOf(book, 'us', levels, null);
    // amounts 0, 10, 40 through the knots [5, 1], [25, 5]
    expect([0, 1, 2].map((level) => value([level, 0]))).toEqual([1, 2, 5]);
  });
});
