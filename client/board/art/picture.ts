/** A picture that can be drawn at any size: its box in units, and how to draw it around its middle. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly draw: (ctx: CanvasRenderingContext2D) => void;
};

export const picture = (
  width: number,
  height: number,
  draw: (ctx: CanvasRenderingContext2D) => void,
): Picture => ({ width, height, draw });

/** A filled circle. */
export const disc = (
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string | CanvasGradient,
): void => {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.fillStyle = fill;
  ctx.fill();
};

/** A circle's line. */
export const circle = (
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  stroke: string | CanvasGradient,
  width: number,
): void => {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.strokeStyle = stroke;
  ctx.lineWidth = width;
  ctx.stroke();
};

/** A filled rectangle with round corners. */
export const slab = (
  ctx: CanvasRenderingContext2D,
  [x, y, width, height]: readonly [number, number, number, number],
  radius: number,
  fill: string | CanvasGradient,
): void => {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
  ctx.fillStyle = fill;
  ctx.fill();
};

type Stops = readonly (readonly [offset: number, colour: string])[];

const filled = (gradient: CanvasGradient, stops: Stops): CanvasGradient => {
  for (const [offset, colour] of stops) gradient.addColorStop(offset, colour);
  return gradient;
};

/** A straight gradient between two points. */
export const linear = (
  ctx: CanvasRenderingContext2D,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  stops: Stops,
): CanvasGradient => filled(ctx.createLinearGradient(x0, y0, x1, y1), stops);

/** A round gradient from a point outwards. */
export const radial = (
  ctx: CanvasRenderingContext2D,
  [x, y, inner, outer]: readonly [number, number, number, number],
  stops: Stops,
): CanvasGradient => filled(ctx.createRadialGradient(x, y, inner, x, y, outer), stops);

/** Draws something with a soft shadow under it; blur and offset in units. */
export const shaded = (
  ctx: CanvasRenderingContext2D,
  colour: string,
  blur: number,
  offsetY: number,
  draw: () => void,
): void => {
  // Shadows ignore the canvas's scale, so they are given in its pixels.
  const scale = ctx.getTransform().a;
  ctx.save();
  ctx.shadowColor = colour;
  ctx.shadowBlur = blur * scale;
  ctx.shadowOffsetY = offsetY * scale;
  draw();
  ctx.restore();
};

/** A star with `points` points. */
export const star = (
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  points: number,
  fill: string,
): void => {
  ctx.beginPath();
  for (let i = 0; i < points * 2; i++) {
    const reach = i % 2 === 0 ? radius : radius * 0.42;
    const angle = (i * Math.PI) / points - Math.PI / 2;
    ctx.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
  }
  ctx.closePath();
  ctx.fillStyle = fill;
  ctx.fill();
};
