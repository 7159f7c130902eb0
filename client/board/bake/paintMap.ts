import { type GeoPermissibleObjects, type GeoProjection, geoGraticule, geoPath } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import { SEATS, type Seat } from '#shared/seats';
import { SEAT_COLOURS, SEAT_HATCH, THEME, withAlpha } from '../../theme.ts';
import { type Land, outlineOf } from './land.ts';
import { CAPITALS, CITIES } from './places.ts';
import type { Frame } from './projection.ts';

type Brush = {
  readonly ctx: CanvasRenderingContext2D;
  readonly frame: Frame;
  readonly at: GeoProjection;
  /** Bake pixels for one pixel of a 1440-pixel-wide screen. */
  readonly unit: number;
  readonly shape: (geometry: GeoPermissibleObjects) => Path2D;
};

/** Paints one baked map: sea, coasts, neutral land, the three seats' land, city lights. No words, no vignette. */
export const paintMap = (canvas: HTMLCanvasElement, frame: Frame, at: GeoProjection, land: Land): void => {
  canvas.width = frame.width;
  canvas.height = frame.height;
  // Without this hint a browser without a graphics card draws canvas strokes twenty times slower.
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('no 2d canvas');
  const toPath = geoPath(at);
  const shape = (geometry: GeoPermissibleObjects) => new Path2D(toPath(geometry) ?? '');
  const brush: Brush = { ctx, frame, at, unit: frame.unit, shape };
  paintSea(brush);
  paintShoals(brush, land);
  paintNeutral(brush, land);
  for (const seat of SEATS) paintSeat(brush, seat, land.seats[seat]);
  paintCities(brush);
};

const point = (at: GeoProjection, place: readonly [number, number]): [number, number] =>
  at([place[0], place[1]]) ?? [0, 0];

const paintSea = ({ ctx, frame, at, unit, shape }: Brush): void => {
  const [x, y] = point(at, [176, 34]);
  const sea = ctx.createRadialGradient(x, y, 0, x, y, frame.width * 0.62);
  sea.addColorStop(0, '#1a4b68');
  sea.addColorStop(0.35, THEME.sea);
  sea.addColorStop(0.7, '#0c2538');
  sea.addColorStop(1, '#071522');
  ctx.fillStyle = sea;
  ctx.fillRect(0, 0, frame.width, frame.height);
  ctx.lineWidth = unit * 0.8;
  ctx.strokeStyle = 'rgba(150, 205, 240, 0.10)';
  ctx.stroke(
    shape(
      geoGraticule()
        .step([10, 10])
        .extent([
          [-180, -80],
          [180, 84],
        ])(),
    ),
  );
};

/** Water-lining, as on engraved charts: ever wider, ever fainter bands along the coast. */
const paintShoals = ({ ctx, unit, shape }: Brush, land: Land): void => {
  const coasts = [land.neutral, land.seats.US, land.seats.KR, land.seats.CN].map((part) =>
    shape(outlineOf(part)),
  );
  ctx.lineJoin = 'round';
  for (const [width, alpha] of [
    [46, 0.045],
    [32, 0.055],
    [20, 0.07],
    [11, 0.09],
    [5, 0.12],
  ]) {
    ctx.lineWidth = width * unit;
    ctx.strokeStyle = `rgba(96, 176, 214, ${alpha})`;
    for (const coast of coasts) ctx.stroke(coast);
  }
};

const paintNeutral = ({ ctx, frame, unit, shape }: Brush, land: Land): void => {
  const path = shape(land.neutral);
  const fill = ctx.createLinearGradient(0, 0, 0, frame.height);
  fill.addColorStop(0, '#22364a');
  fill.addColorStop(0.4, THEME.land);
  fill.addColorStop(1, '#1c2d41');
  ctx.save();
  ctx.shadowColor = 'rgba(0, 6, 14, 0.75)';
  ctx.shadowBlur = 14 * unit;
  ctx.shadowOffsetY = 5 * unit;
  ctx.fillStyle = fill;
  ctx.fill(path);
  ctx.restore();
  insideGlow(ctx, path, 'rgba(140, 180, 205, 0.20)', 9 * unit);
  ctx.lineWidth = 0.9 * unit;
  ctx.strokeStyle = 'rgba(150, 190, 215, 0.42)';
  ctx.stroke(shape(outlineOf(land.neutral)));
};

const insideGlow = (ctx: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void => {
  ctx.save();
  ctx.clip(path);
  ctx.strokeStyle = colour;
  ctx.lineJoin = 'round';
  for (const share of [1, 0.6, 0.3]) {
    ctx.lineWidth = width * share * 2;
    ctx.globalAlpha = 0.4;
    ctx.stroke(path);
  }
  ctx.restore();
};

const paintSeat = (brush: Brush, seat: Seat, land: MultiPolygon): void => {
  const { ctx, unit, shape, at } = brush;
  const colours = SEAT_COLOURS[seat];
  const path = shape(land);
  const outline = shape(outlineOf(land));
  ctx.save();
  ctx.shadowColor = withAlpha(colours.bright, 0.85);
  ctx.shadowBlur = 26 * unit;
  ctx.fillStyle = colours.fill;
  ctx.fill(path);
  ctx.shadowBlur = 9 * unit;
  ctx.fill(path);
  ctx.restore();
  ctx.save();
  ctx.clip(path);
  const [x, y] = point(at, CAPITALS[seat]);
  const light = ctx.createRadialGradient(x, y, 0, x, y, 420 * unit);
  light.addColorStop(0, withAlpha(colours.bright, 0.34));
  light.addColorStop(0.5, withAlpha(colours.bright, 0.08));
  light.addColorStop(1, withAlpha(colours.deep, 0.6));
  ctx.fillStyle = light;
  ctx.fillRect(0, 0, brush.frame.width, brush.frame.height);
  paintHatch(brush, seat, colours.bright);
  ctx.restore();
  insideGlow(ctx, path, withAlpha(colours.bright, 0.5), 9 * unit);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 1.5 * unit;
  ctx.strokeStyle = '#ffffff';
  ctx.globalAlpha = 0.78;
  ctx.stroke(outline);
  ctx.globalAlpha = 1;
};

const paintHatch = ({ ctx, frame, unit }: Brush, seat: Seat, colour: string): void => {
  const kind = SEAT_HATCH[seat];
  const step = 6.5 * unit;
  ctx.strokeStyle = withAlpha(colour, 0.26);
  ctx.fillStyle = withAlpha('#d8fff2', 0.5);
  ctx.lineWidth = 1.15 * unit;
  ctx.beginPath();
  if (kind === 'lines')
    for (let y = 0; y < frame.height; y += step) {
      ctx.moveTo(0, y);
      ctx.lineTo(frame.width, y);
    }
  if (kind === 'diagonals')
    for (let x = -frame.height; x < frame.width; x += step * 1.3) {
      ctx.moveTo(x, frame.height);
      ctx.lineTo(x + frame.height, 0);
    }
  ctx.stroke();
  if (kind !== 'dots') return;
  for (let y = 0, row = 0; y < frame.height; y += step * 0.8, row++)
    for (let x = (row % 2) * step * 0.5; x < frame.width; x += step) {
      ctx.beginPath();
      ctx.arc(x, y, 1.05 * unit, 0, Math.PI * 2);
      ctx.fill();
    }
};

const paintCities = ({ ctx, at, unit }: Brush): void => {
  ctx.save();
  ctx.globalCompositeOperation = 'lighter';
  for (const [longitude, latitude, size] of CITIES) {
    const [x, y] = point(at, [longitude, latitude]);
    const radius = (4 + size * 4) * unit;
    const glow = ctx.createRadialGradient(x, y, 0, x, y, radius);
    glow.addColorStop(0, 'rgba(255, 232, 180, 0.95)');
    glow.addColorStop(0.14, 'rgba(255, 214, 140, 0.55)');
    glow.addColorStop(0.45, 'rgba(255, 190, 110, 0.14)');
    glow.addColorStop(1, 'rgba(255, 180, 100, 0)');
    ctx.fillStyle = glow;
    ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  }
  ctx.restore();
};
