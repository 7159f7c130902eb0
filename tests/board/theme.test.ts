import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FONTS, SEAT_COLOURS, SEAT_HATCH, THEME } from '../../client/theme.ts';
import { SEATS } from '../../shared/seats.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira and Fernandes (2009), severity 1: what a missing cone leaves of linear RGB. */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const XYZ: Matrix = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
];
const WHITE: Triple = [0.95047, 1, 1.08883];

const times = (matrix: Matrix, v: Triple): Triple =>
  matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as unknown as Triple;

const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

const labOf = (hex: string, sight: Matrix): Triple => {
  const seen = times(sight, linear(hex)).map((c) => Math.min(1, Math.max(0, c))) as unknown as Triple;
  const [x, y, z] = times(XYZ, seen).map((value, i) => {
    const t = value / WHITE[i];
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const luminance = (hex: string): number => times(XYZ, linear(hex))[1];
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8');
const [darkTokens = '', lightTokens = ''] = css.split("[data-theme='light']");

/** What a token is in a theme; in light, what it is not given anew stays as in dark. */
const token = (theme: Theme, name: string): string => {
  const found = (tokens: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
  const colour = (theme === 'light' ? found(lightTokens) : undefined) ?? found(darkTokens);
  if (colour === undefined) throw new Error(`no colour --${name}`);
  return colour;
};

const THEMES = ['dark', 'light'] as const;
type Theme = (typeof THEMES)[number];

const GROUNDS = ['ink', 'sheet', 'well', 'deep'];
const TEXTS = ['text', 'text-soft', 'text-mild', 'gold', 'gain', 'loss', 'warn-text', 'bad-text'];
const MARKS = ['us', 'kr', 'cn', 'alarm', 'amber', 'chip', 'energy', 'gold', 'line-ink'];

describe.each(THEMES)('the %s colours', (theme) => {
  test('of two seats can be told apart with any kind of sight', () => {
    for (const [name, sight] of Object.entries(SIGHTS))
      for (const [a, b] of [
        ['us', 'kr'],
        ['kr', 'cn'],
        ['us', 'cn'],
      ] as const) {
        const [one, other] = [labOf(token(theme, a), sight), labOf(token(theme, b), sight)];
        const difference = Math.hypot(...one.map((value, i) => value - other[i]));
        expect(difference, `${a} and ${b}, ${name} sight`).toBeGreaterThanOrEqual(15);
      }
  });

  test('of text and of marks stand out against every ground (WCAG AA: 4.5 and 3 to 1)', () => {
    for (const ground of GROUNDS) {
      for (const text of TEXTS)
        expect(contrast(token(theme, text), token(theme, ground)), `${text} on ${ground}`).toBeGreaterThan(
          4.5,
        );
      for (const mark of MARKS)
        expect(contrast(token(theme, mark), token(theme, ground)), `${mark} on ${ground}`).toBeGreaterThan(3);
    }
  });
});

describe('colours', () => {
  test('are not the only sign of a seat: each has a hatch of its own', () => {
    expect(new Set(SEATS.map((seat) => SEAT_HATCH[seat])).size).toBe(3);
  });

  test('of text and of the pills meet WCAG AA on their grounds', () => {
    for (const ground of [THEME.ink, '#091622'])
      for (const text of [THEME.text, THEME.textSoft, THEME.gold])
        expect(contrast(text, ground)).toBeGreaterThan(4.5);
    for (const seat of SEATS) {
      expect(contrast('#ffffff', SEAT_COLOURS[seat].fill)).toBeGreaterThan(4.5);
      expect(contrast(SEAT_COLOURS[seat].bright, THEME.ink)).toBeGreaterThan(3);
    }
  });

  test('are the same in the style sheet', () => {
    const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const wanted = [
      ...Object.entries({ ...THEME, ...FONTS }).map(([name, value]) => [kebab(name), value]),
      ...SEATS.flatMap((seat) => {
        const { bright, fill, deep } = SEAT_COLOURS[seat];
        const name = seat.toLowerCase();
        return [
          [name, bright],
          [`${name}-fill`, fill],
          [`${name}-deep`, deep],
        ];
      }),
    ];
    for (const [name, value] of wanted) expect(css).toContain(`--${name}: ${value};`);
  });
});
