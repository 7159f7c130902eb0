import { SEATS } from '#shared/seats';
import { SEAT_COLOURS, withAlpha } from '../../theme.ts';
import { newCanvas } from '../art/artist.ts';

/** Dashes in one texture: the ribbon's u runs over some of them, so that moving never wraps. */
export const DASHES = 16;

const [WIDTH, HEIGHT] = [128, 64];

type Band = readonly (readonly [offset: number, colour: string])[];

/** A strip that is the same all along but for soft ends. */
const strip = (band: Band): HTMLCanvasElement => {
  const ctx = newCanvas(WIDTH, HEIGHT);
  const across = ctx.createLinearGradient(0, 0, 0, HEIGHT);
  for (const [offset, colour] of band) across.addColorStop(offset, colour);
  ctx.fillStyle = across;
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  ctx.globalCompositeOperation = 'destination-in';
  const along = ctx.createLinearGradient(0, 0, WIDTH, 0);
  along.addColorStop(0, 'rgba(0, 0, 0, 0.15)');
  along.addColorStop(0.05, 'rgba(0, 0, 0, 1)');
  along.addColorStop(0.97, 'rgba(0, 0, 0, 1)');
  along.addColorStop(1, 'rgba(0, 0, 0, 0.35)');
  ctx.fillStyle = along;
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  return ctx.canvas;
};

/** A soft hump of one colour across the strip. */
const soft = (colour: string, peak: number): Band =>
  Array.from({ length: 17 }, (_, i) => {
    const x = (i - 8) / 8;
    return [i / 16, withAlpha(colour, peak * Math.exp(-4.2 * x * x) * (1 - x * x))];
  });

/** Glass: dark rims, the colour within, a light line on the upper side. */
const glass = (bright: string, fill: string): Band => [
  [0, withAlpha(fill, 0)],
  [0.2, withAlpha(fill, 0)],
  [0.27, withAlpha(fill, 0.75)],
  [0.34, withAlpha(bright, 0.95)],
  [0.42, 'rgba(255, 255, 255, 0.62)'],
  [0.5, withAlpha(bright, 0.92)],
  [0.62, withAlpha(bright, 0.78)],
  [0.72, withAlpha(fill, 0.9)],
  [0.78, withAlpha(fill, 0)],
  [1, withAlpha(fill, 0)],
];

/** An empty river bed: what flowed in the base year and no longer does. */
const bed = (bright: string): Band => [
  [0, withAlpha(bright, 0)],
  [0.2, withAlpha(bright, 0)],
  [0.235, withAlpha(bright, 0.6)],
  [0.28, 'rgba(4, 12, 22, 0.42)'],
  [0.72, 'rgba(4, 12, 22, 0.42)'],
  [0.765, withAlpha(bright, 0.6)],
  [0.8, withAlpha(bright, 0)],
  [1, withAlpha(bright, 0)],
];

/** Comets: a white head that tapers into a long tail behind it. */
const dashes = (): HTMLCanvasElement => {
  const ctx = newCanvas(DASHES * WIDTH, HEIGHT);
  for (let i = 0; i < DASHES; i++) {
    const head = i * WIDTH + WIDTH * 0.8;
    const tail = i * WIDTH + WIDTH * 0.1;
    for (const [reach, alpha] of [
      [15, 0.22],
      [10, 0.42],
      [6.5, 0.95],
    ]) {
      const light = ctx.createLinearGradient(tail, 0, head, 0);
      light.addColorStop(0, 'rgba(255, 255, 255, 0)');
      light.addColorStop(0.55, `rgba(255, 255, 255, ${alpha * 0.35})`);
      light.addColorStop(1, `rgba(255, 255, 255, ${alpha})`);
      ctx.fillStyle = light;
      ctx.beginPath();
      ctx.moveTo(tail, HEIGHT / 2);
      ctx.quadraticCurveTo(tail + (head - tail) * 0.6, HEIGHT / 2 - reach, head - reach, HEIGHT / 2 - reach);
      ctx.arc(head - reach, HEIGHT / 2, reach, -Math.PI / 2, Math.PI / 2);
      ctx.quadraticCurveTo(tail + (head - tail) * 0.6, HEIGHT / 2 + reach, tail, HEIGHT / 2);
      ctx.fill();
    }
  }
  return ctx.canvas;
};

/** The share of a strip's height that the visible band fills. */
export const BAND_SHARE = 0.5;

/** All strips that ribbons are made of, by texture key. */
export const ribbonTextures = (): ReadonlyMap<string, HTMLCanvasElement> => {
  const strips = new Map([
    ['ribbon/shadow', strip(soft('#000a14', 0.62))],
    ['ribbon/dash', dashes()],
  ]);
  for (const seat of SEATS) {
    const { bright, fill } = SEAT_COLOURS[seat];
    strips.set(`ribbon/glow/${seat}`, strip(soft(bright, 0.5)));
    strips.set(`ribbon/core/${seat}`, strip(glass(bright, fill)));
    strips.set(`ribbon/bed/${seat}`, strip(bed(bright)));
  }
  return strips;
};
