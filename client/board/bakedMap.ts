import type { BySeat } from '#shared/seats';

type Pixel = readonly [x: number, y: number];

/** What the layout knows of a baked map picture, all in the picture's pixels. */
export type BakedMap = {
  readonly width: number;
  readonly height: number;
  readonly capitals: BySeat<Pixel>;
  /** Left, top, right, bottom of the land that matters. */
  readonly focus: readonly [number, number, number, number];
  /** Where the ocean's name is centred, and a point that gives its direction. */
  readonly ocean: readonly [Pixel, Pixel];
};
