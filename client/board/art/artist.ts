import { SEATS, type Seat } from '#shared/seats';
import { SEAT_COLOURS, THEME } from '../../theme.ts';
import type { Art } from '../mark.ts';
import type { BarrierKind } from '../model.ts';
import { chip, coin, ship, tanker } from './cargoes.ts';
import { arrow, dot, edge, ember, light, sweep, track } from './lights.ts';
import { bond, brick, gate, pill } from './masonry.ts';
import { type Flags, halo, loadFlags, medallion, medallionShadow, ring, seatRings } from './medallions.ts';
import { label, oceanName } from './names.ts';
import { scroll, sheet, sheetGlow, sheetLeft, sheetRight, sheetShadow } from './papers.ts';
import type { Picture } from './picture.ts';
import { bubble, cross, rosette, stamp, telegram, wax } from './signs.ts';

const FIXED: Readonly<Record<string, Picture>> = {
  chip,
  coin,
  tanker,
  wax,
  stamp,
  cross,
  sheetShadow,
  sheetGlow,
  sheetLeft,
  sheetRight,
  telegram,
  bubble,
  rosette,
  ember,
  sweep,
  edge,
  track,
  light,
  medallionShadow,
};

const LIGHTS: Readonly<Record<string, string>> = {
  gold: THEME.gold,
  red: THEME.alarm,
  amber: THEME.amber,
  white: '#ffffff',
};

const isSeatName = (name: string): name is Seat => (SEATS as readonly string[]).includes(name);
const colourOf = (name: string): string => (isSeatName(name) ? SEAT_COLOURS[name].bright : LIGHTS[name]);

/** Draws any named picture at any size. */
export type Artist = {
  /** A fresh canvas with the picture, `pixels` canvas pixels for a unit. */
  readonly draw: (art: Art, pixels: number) => HTMLCanvasElement;
};

const pictureOf = (art: Art, flags: Flags, ruler: CanvasRenderingContext2D): Picture => {
  const [kind, first = '', ...rest] = art.split(':');
  const text = rest.join(':');
  const seat = first as Seat;
  switch (kind) {
    case 'medallion':
      return medallion(flags[seat]);
    case 'ring':
      return isSeatName(first) ? seatRings[first] : ring(colourOf(first));
    case 'halo':
      return halo(colourOf(first));
    case 'dot':
      return dot(colourOf(first));
    case 'arrow':
      return arrow(colourOf(first));
    case 'ship':
      return ship(seat);
    case 'brick':
      return brick(seat);
    case 'pill':
      return pill(seat, text, ruler);
    case 'label':
      return label(seat, text, ruler);
    case 'sheet':
      return sheet(flags, first, text === 'sealed');
    case 'scroll':
      return scroll(flags, first, text === 'sealed');
    case 'gate':
      return gate(first as BarrierKind, text === 'shut' ? 'shut' : 'half');
    case 'bond':
      return bond(first as 'security' | 'agreement');
    case 'ocean':
      return oceanName(art.slice('ocean:'.length));
    default:
      return FIXED[art];
  }
};

/** A canvas whose strokes are drawn by the processor: without a graphics card that is twenty times faster. */
export const newCanvas = (width: number, height: number): CanvasRenderingContext2D => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.ceil(width));
  canvas.height = Math.max(1, Math.ceil(height));
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('no 2d canvas');
  return ctx;
};

/** An artist with the flags at hand. */
export const engageArtist = async (): Promise<Artist> => {
  const flags = await loadFlags();
  const ruler = newCanvas(8, 8);
  return {
    draw: (art, pixels) => {
      const { width, height, draw } = pictureOf(art, flags, ruler);
      const ctx = newCanvas(width * pixels, height * pixels);
      ctx.translate(ctx.canvas.width / 2, ctx.canvas.height / 2);
      ctx.scale(pixels, pixels);
      draw(ctx);
      return ctx.canvas;
    },
  };
};
