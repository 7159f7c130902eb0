import type { Seat } from '#shared/seats';
import { FONTS, SEAT_COLOURS, THEME, withAlpha } from '../../theme.ts';
import type { BarrierKind } from '../model.ts';
import { circle, disc, linear, type Picture, picture, radial, shaded, slab } from './picture.ts';

const PALE: Readonly<Record<Seat, readonly [string, string, string]>> = {
  US: ['#d3e8ff', '#8fc0f5', '#4f86c6'],
  KR: ['#d0fff2', '#7fe3c8', '#3a9c83'],
  CN: ['#ffdcd2', '#f7a08b', '#c0563f'],
};

/** One brick of a tariff wall, pale enough to read against the land. */
export const brick = (seat: Seat): Picture =>
  picture(17, 11, (ctx) => {
    const [top, middle, foot] = PALE[seat];
    slab(ctx, [-7.4, -4.2, 14.8, 9.2], 2, 'rgba(4, 12, 22, 0.8)');
    slab(
      ctx,
      [-6.75, -3.8, 13.5, 7.6],
      1.3,
      linear(
        ctx,
        [0, -3.8, 0, 3.8],
        [
          [0, top],
          [0.3, middle],
          [1, foot],
        ],
      ),
    );
    ctx.fillStyle = 'rgba(255, 255, 255, 0.35)';
    ctx.fillRect(-5.8, -3.5, 11.6, 0.9);
  });

const PILL_FONT = `700 13px ${FONTS.sans}`;

/** A number on a dark lozenge. */
export const pill = (seat: Seat, text: string, ruler: CanvasRenderingContext2D): Picture => {
  ruler.font = PILL_FONT;
  const width = Math.max(34, ruler.measureText(text).width + 18);
  return picture(width + 12, 34, (ctx) => {
    shaded(ctx, 'rgba(0, 4, 10, 0.85)', 6, 2, () =>
      slab(ctx, [-width / 2, -11, width, 22], 11, SEAT_COLOURS[seat].deep),
    );
    slab(
      ctx,
      [-width / 2, -11, width, 22],
      11,
      linear(
        ctx,
        [0, -11, 0, 11],
        [
          [0, SEAT_COLOURS[seat].fill],
          [1, SEAT_COLOURS[seat].deep],
        ],
      ),
    );
    ctx.beginPath();
    ctx.roundRect(-width / 2 + 0.7, -10.3, width - 1.4, 20.6, 10.3);
    ctx.strokeStyle = withAlpha('#ffffff', 0.62);
    ctx.lineWidth = 1.2;
    ctx.stroke();
    ctx.font = PILL_FONT;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = '#ffffff';
    ctx.fillText(text, 0, 0.8);
  });
};

const glyphs: Readonly<Record<BarrierKind, (ctx: CanvasRenderingContext2D) => void>> = {
  controls: (ctx) => {
    ctx.strokeRect(-3.6, -3.6, 7.2, 7.2);
    ctx.beginPath();
    for (const at of [-1.8, 1.8]) {
      for (const side of [-1, 1]) {
        ctx.moveTo(at, side * 3.6);
        ctx.lineTo(at, side * 6);
        ctx.moveTo(side * 3.6, at);
        ctx.lineTo(side * 6, at);
      }
    }
    ctx.stroke();
  },
  rareEarths: (ctx) => {
    ctx.beginPath();
    ctx.moveTo(-3.2, -5);
    ctx.lineTo(3.2, -5);
    ctx.lineTo(6, -1.4);
    ctx.lineTo(0, 6);
    ctx.lineTo(-6, -1.4);
    ctx.closePath();
    ctx.moveTo(-6, -1.4);
    ctx.lineTo(6, -1.4);
    ctx.moveTo(-1.8, -1.4);
    ctx.lineTo(0, 6);
    ctx.lineTo(1.8, -1.4);
    ctx.stroke();
  },
  coercion: (ctx) => {
    ctx.beginPath();
    ctx.moveTo(-5.6, -4.6);
    ctx.lineTo(-3.6, -4.6);
    ctx.lineTo(-2, 2.4);
    ctx.lineTo(4, 2.4);
    ctx.lineTo(5.4, -2.6);
    ctx.lineTo(-3, -2.6);
    ctx.stroke();
    disc(ctx, -1.4, 5, 1.1, ctx.strokeStyle as string);
    disc(ctx, 3.4, 5, 1.1, ctx.strokeStyle as string);
  },
  farm: (ctx) => {
    ctx.beginPath();
    ctx.moveTo(0, 6);
    ctx.lineTo(0, -3);
    for (const y of [-3.4, -0.4, 2.6]) {
      ctx.moveTo(0, y + 1.8);
      ctx.quadraticCurveTo(-4.4, y + 1, -4.2, y - 2.4);
      ctx.moveTo(0, y + 1.8);
      ctx.quadraticCurveTo(4.4, y + 1, 4.2, y - 2.4);
    }
    ctx.stroke();
  },
};

const padlock = (ctx: CanvasRenderingContext2D, colour: string): void => {
  disc(ctx, 9.4, 8.6, 6.4, '#0a131d');
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.arc(9.4, 6.9, 2.2, Math.PI, 0);
  ctx.stroke();
  slab(ctx, [6.2, 7, 6.4, 5], 1, colour);
};

/** A gate on an arc: a barred disc with the sign of what is held back; amber when licensed, red and locked when shut. */
export const gate = (kind: BarrierKind, state: 'half' | 'shut'): Picture =>
  picture(46, 46, (ctx) => {
    const colour = state === 'shut' ? THEME.alarm : THEME.amber;
    shaded(ctx, 'rgba(0, 4, 10, 0.9)', 6, 2, () => disc(ctx, 0, 0, 13.4, '#0a131d'));
    disc(
      ctx,
      0,
      0,
      13.4,
      radial(
        ctx,
        [-3, -5, 1, 18],
        [
          [0, '#2c3a49'],
          [1, '#0c151f'],
        ],
      ),
    );
    shaded(ctx, withAlpha(colour, 0.9), 6, 0, () => circle(ctx, 0, 0, 13.2, colour, 1.9));
    ctx.strokeStyle = withAlpha(colour, 0.4);
    ctx.lineWidth = 1.6;
    ctx.beginPath();
    for (const x of state === 'shut' ? [-8, -2.7, 2.7, 8] : [-8, 8]) {
      const reach = Math.sqrt(12.2 ** 2 - x * x);
      ctx.moveTo(x, -reach);
      ctx.lineTo(x, reach);
    }
    ctx.stroke();
    ctx.strokeStyle = '#ffffff';
    ctx.fillStyle = '#ffffff';
    ctx.lineWidth = 1.35;
    ctx.lineJoin = 'round';
    ctx.lineCap = 'round';
    glyphs[kind](ctx);
    if (state === 'shut') padlock(ctx, colour);
  });

const shieldPath = (ctx: CanvasRenderingContext2D): void => {
  ctx.beginPath();
  ctx.moveTo(0, -8);
  ctx.quadraticCurveTo(3.4, -5.6, 7, -5.6);
  ctx.quadraticCurveTo(7.4, 4, 0, 8.6);
  ctx.quadraticCurveTo(-7.4, 4, -7, -5.6);
  ctx.quadraticCurveTo(-3.4, -5.6, 0, -8);
  ctx.closePath();
};

const linkPath = (ctx: CanvasRenderingContext2D): void => {
  ctx.beginPath();
  ctx.roundRect(-8.6, -3.4, 10, 6.8, 3.4);
  ctx.roundRect(-1.4, -3.4, 10, 6.8, 3.4);
};

/** The emblem of a standing tie: a shield for an alliance, two links for an agreement. */
export const bond = (kind: 'security' | 'agreement'): Picture =>
  picture(40, 40, (ctx) => {
    shaded(ctx, 'rgba(0, 4, 10, 0.9)', 6, 2, () => disc(ctx, 0, 0, 13, '#0a131d'));
    disc(
      ctx,
      0,
      0,
      13,
      radial(
        ctx,
        [-3, -5, 1, 18],
        [
          [0, '#3a3a2c'],
          [1, '#131710'],
        ],
      ),
    );
    circle(ctx, 0, 0, 12.8, THEME.gold, 1.6);
    ctx.lineWidth = 1.6;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = THEME.gold;
    if (kind === 'security') {
      shieldPath(ctx);
      ctx.fillStyle = withAlpha(THEME.gold, 0.3);
      ctx.fill();
    } else linkPath(ctx);
    ctx.stroke();
  });
