import type { Seat } from '#shared/seats';

/**
 * A named picture. The `art` folder draws it once per size; a mark places it.
 * The part after the last colon is its text or number.
 */
export type Art =
  | `medallion:${Seat}`
  | `ring:${Seat | 'gold' | 'red' | 'white'}`
  | `halo:${Seat | 'gold' | 'red' | 'amber' | 'white'}`
  | `ship:${Seat}`
  | `brick:${Seat}`
  | `pill:${Seat}:${string}`
  | `label:${Seat}:${string}`
  | `sheet:${string}`
  | `scroll:${string}`
  | `gate:${'controls' | 'rareEarths' | 'coercion' | 'farm'}:${'half' | 'shut'}`
  | `bond:${'security' | 'agreement'}`
  | `dot:${Seat | 'gold' | 'white'}`
  | `arrow:${Seat}`
  | `ocean:${string}`
  | 'chip'
  | 'coin'
  | 'tanker'
  | 'wax'
  | 'stamp'
  | 'sheetShadow'
  | 'sheetGlow'
  | 'sheetLeft'
  | 'sheetRight'
  | 'telegram'
  | 'bubble'
  | 'rosette'
  | 'cross'
  | 'ember'
  | 'sweep'
  | 'edge'
  | 'track'
  | 'light'
  | 'medallionShadow';

/** One picture on the board: where, how large (1 = its natural size), how turned (radians), how visible. */
export type Mark = {
  readonly art: Art;
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly turn: number;
  readonly alpha: number;
  /** A 0xrrggbb factor on the picture's colours; white leaves them alone. */
  readonly tint: number;
  /** Adds light instead of covering. */
  readonly glow: boolean;
};

/** Options of a mark that differ from "natural size, upright, opaque". */
export type MarkOptions = Partial<Omit<Mark, 'art' | 'x' | 'y'>> & { readonly scale?: number };

/** Places a picture. */
export const mark = (art: Art, x: number, y: number, options: MarkOptions = {}): Mark => ({
  art,
  x,
  y,
  scaleX: options.scaleX ?? options.scale ?? 1,
  scaleY: options.scaleY ?? options.scale ?? 1,
  turn: options.turn ?? 0,
  alpha: options.alpha ?? 1,
  tint: options.tint ?? 0xffffff,
  glow: options.glow ?? false,
});
