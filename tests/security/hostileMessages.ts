import type { Role } from '../../shared/engine/actions/defineAction.ts';
import { ACTIONS, type SeatAction } from '../../shared/engine/actions/index.ts';
import { SEATS } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { randomStream } from '../../shared/simulation/randomStream.ts';
import { pause2025 } from '../helpers/game.ts';
import { actionSamples } from './actionSamples.ts';

/** Values that have broken servers before, by name. */
export const NASTY: Readonly<Record<string, unknown>> = {
  proto: JSON.parse('{"__proto__": {"polluted": true}}'),
  constructorKey: { constructor: { prototype: { polluted: true } } },
  protoName: '__proto__',
  constructorName: 'constructor',
  toStringName: 'toString',
  huge: 1e308,
  tooHuge: Number.POSITIVE_INFINITY,
  unsafe: 2 ** 53 + 1,
  big: 9007199254740993n,
  notANumber: Number.NaN,
  minusZero: -0,
  minusOne: -1,
  half: 0.5,
  loneSurrogate: '\ud800',
  reversed: '\u202egnp.exe',
  zero: '\u0000',
  long: 'x'.repeat(3000),
  emoji: '👩‍👩‍👧‍👦'.repeat(60),
  markup: '<img src=x onerror=alert(1)>',
  sql: "'; DROP TABLE entries; --",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant as it stands
  format: '%s%n${7*7}{{7*7}}',
  path: '../../etc/passwd',
  nothing: null,
  absent: undefined,
  truth: true,
  list: [],
  object: {},
  deep: Array.from({ length: 200 }).reduce<unknown>((inside) => [inside], 1),
  date: new Date(0),
  bytes: new Uint8Array([1, 2, 3]),
  map: new Map([['type', 'ready']]),
};

type Bag = Record<string, unknown>;

/** Actions of all kinds, most of them as seats have really sent them in games of bots. */
export const recordedActions = (games: number): readonly SeatAction[] => [
  ...Array.from({ length: games }, (_, i) =>
    playGame({
      book: pause2025(),
      bots: { US: 'random', KR: 'random', CN: 'random' },
      seed: `recorded-${i}`,
    }),
  ).flatMap(({ entries }) =>
    entries
      .filter(({ actor }) => (SEATS as readonly string[]).includes(actor))
      .map(({ action }) => action as SeatAction),
  ),
  ...(Object.values(actionSamples()).filter(({ type }) =>
    (ACTIONS[type].roles as readonly Role[]).includes('seat'),
  ) as SeatAction[]),
];

/** An endless supply of hostile messages. The same seed gives the same ones. */
export const hostileMessages = (seed: string, samples: readonly SeatAction[]): (() => unknown) => {
  const chance = randomStream(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)]!;
  const nasty = (): unknown => pick(Object.values(NASTY));
  let count = 0;
  const id = (): string => `hostile-${String(count++).padStart(6, '0')}`;

  const random = (depth: number): unknown => {
    if (depth === 0 || chance() < 0.3) return nasty();
    const size = Math.floor(chance() * 4);
    if (chance() < 0.5) return Array.from({ length: size }, () => random(depth - 1));
    return Object.fromEntries(
      Array.from({ length: size }, () => [
        pick(['type', 'id', 'to', 'text', '__proto__', 'x']),
        random(depth - 1),
      ]),
    );
  };
  /** Breaks one place of a copy, at any depth. */
  const broken = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || chance() < 0.15) return nasty();
    if (Array.isArray(value)) {
      if (value.length === 0 || chance() < 0.2) return Array(Math.floor(chance() * 300)).fill(value[0] ?? 1);
      const at = Math.floor(chance() * value.length);
      return value.map((item, i) => (i === at ? broken(item) : item));
    }
    const keys = Object.keys(value);
    const key = pick([...keys, 'extra', '__proto__']);
    const copy: Bag = { ...value };
    if (chance() < 0.15) delete copy[key];
    else
      Object.defineProperty(copy, key, {
        value: broken((value as Bag)[key]),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    return copy;
  };
  return () => {
    const kind = chance();
    if (kind < 0.1) return nasty();
    if (kind < 0.25) return random(4);
    if (kind < 0.35) return { ...pick(samples), id: nasty() };
    // Whatever was right at another table: its offers and treaties are unknown here.
    if (kind < 0.5)
      return { ...pick(samples), id: id(), ...(chance() < 0.5 ? { offer: 'of-another-table' } : {}) };
    return { ...(broken(pick(samples)) as Bag), id: id() };
  };
};
