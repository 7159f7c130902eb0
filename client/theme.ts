import type { BySeat, Seat } from '#shared/seats';

/**
 * Colour tokens of the game, the same values as the custom properties in `styles/tokens.css`.
 * Hue alone never carries meaning: every seat also has a flag, a letter code and a hatch.
 */
export const THEME = {
  ink: '#050e18',
  sea: '#16405a',
  land: '#2c4254',
  landDeep: '#18283b',
  panel: 'rgba(9, 22, 34, 0.82)',
  text: '#eaf3fa',
  textSoft: '#9db4c6',
  gold: '#f0cf86',
  goldDeep: '#b98a3a',
  ivory: '#f4ead2',
  ivoryDeep: '#d9c79c',
  sealRed: '#b3252f',
  alarm: '#ff5a4f',
  amber: '#ffb454',
  chip: '#9c8cff',
  energy: '#ffd166',
} as const;

/** The colours of one seat: the bright line, the deep fill of its land, the dark ink of its pills. */
export type SeatColours = { readonly bright: string; readonly fill: string; readonly deep: string };

/** Each seat's colours. */
export const SEAT_COLOURS: BySeat<SeatColours> = {
  US: { bright: '#6fb4ff', fill: '#1d4f91', deep: '#123563' },
  KR: { bright: '#4fe0bd', fill: '#17705f', deep: '#0c4a40' },
  CN: { bright: '#ff7a62', fill: '#8f2b2c', deep: '#5c1a1f' },
};

/** Land patterns that tell the seats apart without colour. */
export const SEAT_HATCH: BySeat<'lines' | 'dots' | 'diagonals'> = {
  US: 'lines',
  KR: 'dots',
  CN: 'diagonals',
};

/** Font stacks: the serif for names, the sans for figures. */
export const FONTS = {
  serif: '"Fraunces Variable", "Noto Sans KR Variable", "Noto Sans SC Variable", Georgia, serif',
  sans: '"Inter Variable", "Noto Sans KR Variable", "Noto Sans SC Variable", system-ui, sans-serif',
} as const;

/** A `#rrggbb` colour as the number that the renderer takes. */
export const colourNumber = (hex: string): number => Number.parseInt(hex.slice(1), 16);

/** The bright colour of a seat as a number. */
export const seatTint = (seat: Seat): number => colourNumber(SEAT_COLOURS[seat].bright);

/** A `#rrggbb` colour with an opacity, for canvas and CSS. */
export const withAlpha = (hex: string, alpha: number): string => {
  const n = colourNumber(hex);
  return `rgba(${n >> 16}, ${(n >> 8) & 255}, ${n & 255}, ${alpha})`;
};
