import { newCanvas } from '../art/artist.ts';
import type { Layout, MapShape } from '../layout.ts';

const PICTURES: Readonly<Record<MapShape, string>> = {
  wide: new URL('../../assets/map-wide.webp', import.meta.url).href,
  tall: new URL('../../assets/map-tall.webp', import.meta.url).href,
};

const loaded = new Map<MapShape, Promise<HTMLImageElement>>();

/** Loads a baked map, once. */
export const loadMap = (shape: MapShape): Promise<HTMLImageElement> => {
  const known = loaded.get(shape);
  if (known) return known;
  const image = new Image();
  image.src = PICTURES[shape];
  const promise = image.decode().then(() => image);
  loaded.set(shape, promise);
  promise.catch(() => loaded.delete(shape));
  return promise;
};

/** Paper grain: hides the banding of the dark gradients. The same on every machine. */
const grain = (size: number): CanvasRenderingContext2D => {
  const ctx = newCanvas(size, size);
  const pixels = ctx.createImageData(size, size);
  let seed = 20250409;
  for (let i = 0; i < pixels.data.length; i += 4) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const light = seed >>> 31 ? 255 : 0;
    pixels.data[i] = light;
    pixels.data[i + 1] = light;
    pixels.data[i + 2] = light;
    pixels.data[i + 3] = ((seed >>> 16) & 15) * 0.6;
  }
  ctx.putImageData(pixels, 0, 0);
  return ctx;
};

const shade = (ctx: CanvasRenderingContext2D, width: number, height: number): void => {
  const reach = Math.hypot(width, height) / 2;
  const dark = ctx.createRadialGradient(
    width / 2,
    height * 0.47,
    reach * 0.5,
    width / 2,
    height * 0.47,
    reach * 1.02,
  );
  dark.addColorStop(0, 'rgba(3, 9, 16, 0)');
  dark.addColorStop(0.55, 'rgba(3, 9, 16, 0.28)');
  dark.addColorStop(1, 'rgba(3, 9, 16, 0.82)');
  ctx.fillStyle = dark;
  ctx.fillRect(0, 0, width, height);
  for (const [y0, y1] of [
    [0, 0.09],
    [1, 0.9],
  ]) {
    const edge = ctx.createLinearGradient(0, y0 * height, 0, y1 * height);
    edge.addColorStop(0, 'rgba(3, 9, 16, 0.5)');
    edge.addColorStop(1, 'rgba(3, 9, 16, 0)');
    ctx.fillStyle = edge;
    ctx.fillRect(0, 0, width, height);
  }
};

/** The whole still background for a layout, `pixels` canvas pixels for a CSS pixel: one texture, one draw. */
export const paintBackdrop = (image: HTMLImageElement, layout: Layout, pixels: number): HTMLCanvasElement => {
  const ctx = newCanvas(layout.width * pixels, layout.height * pixels);
  const { width, height } = ctx.canvas;
  ctx.fillStyle = '#071522';
  ctx.fillRect(0, 0, width, height);
  ctx.imageSmoothingQuality = 'high';
  const scale = layout.map.scale * pixels;
  ctx.drawImage(
    image,
    layout.map.x * pixels,
    layout.map.y * pixels,
    image.naturalWidth * scale,
    image.naturalHeight * scale,
  );
  shade(ctx, width, height);
  const pattern = ctx.createPattern(grain(192).canvas, 'repeat');
  if (pattern) {
    ctx.fillStyle = pattern;
    ctx.fillRect(0, 0, width, height);
  }
  return ctx.canvas;
};
