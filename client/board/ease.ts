/** Shapes of motion: each takes and gives 0..1, and holds outside it. */
export const clamp01 = (t: number): number => Math.min(1, Math.max(0, t));

export const easeInOut = (t: number): number => {
  const c = clamp01(t);
  return c * c * (3 - 2 * c);
};

export const easeOut = (t: number): number => 1 - (1 - clamp01(t)) ** 3;

export const easeIn = (t: number): number => clamp01(t) ** 3;

/** Overshoots a little before it rests. */
export const easeBack = (t: number): number => {
  const c = clamp01(t) - 1;
  return 1 + 2.4 * c ** 3 + 1.4 * c ** 2;
};

/** The share of a stretch [from, to] that `t` has covered. */
export const stage = (t: number, from: number, to: number): number => clamp01((t - from) / (to - from));

/** Rises from 0 to 1 and falls back: in by `rise`, out from `fall` on. */
export const swell = (t: number, rise: number, fall: number): number =>
  Math.min(easeInOut(stage(t, 0, rise)), 1 - easeInOut(stage(t, fall, 1)));

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** A fixed scatter in 0..1 for an index: the same on every machine. */
export const scatter = (index: number, salt = 0): number => {
  const x = Math.sin(index * 127.1 + salt * 311.7 + 17.3) * 43758.5453;
  return x - Math.floor(x);
};
