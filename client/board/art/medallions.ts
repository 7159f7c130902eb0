import { CN, KR, US } from 'country-flag-icons/string/1x1';
import { type BySeat, bySeat, type Seat } from '#shared/seats';
import { SEAT_COLOURS, withAlpha } from '../../theme.ts';
import { circle, disc, linear, type Picture, picture, radial, shaded } from './picture.ts';

const SVG: BySeat<string> = { US, KR, CN };

/** The three flags as pictures, ready to draw. */
export type Flags = BySeat<HTMLImageElement>;

const loadFlag = async (seat: Seat): Promise<HTMLImageElement> => {
  const image = new Image(256, 256);
  image.src = `data:image/svg+xml,${encodeURIComponent(SVG[seat].replace('<svg ', '<svg width="256" height="256" '))}`;
  await image.decode();
  return image;
};

/** Decodes the flags; once per board. */
export const loadFlags = async (): Promise<Flags> => {
  const [us, kr, cn] = await Promise.all([loadFlag('US'), loadFlag('KR'), loadFlag('CN')]);
  return { US: us, KR: kr, CN: cn };
};

/** A flag in a circle. */
export const roundel = (
  ctx: CanvasRenderingContext2D,
  flag: HTMLImageElement,
  x: number,
  y: number,
  radius: number,
): void => {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.clip();
  ctx.drawImage(flag, x - radius, y - radius, radius * 2, radius * 2);
  ctx.restore();
};

const GOLD = [
  [0, '#fff3cf'],
  [0.28, '#e2bd72'],
  [0.5, '#9c7433'],
  [0.72, '#f3d694'],
  [1, '#a87c38'],
] as const;

const drawMedallion = (ctx: CanvasRenderingContext2D, flag: HTMLImageElement): void => {
  disc(ctx, 0, 0, 36, '#0a1622');
  circle(ctx, 0, 0, 34.2, linear(ctx, [-24, -34, 24, 34], GOLD), 3.4);
  circle(ctx, 0, 0, 32, 'rgba(3, 8, 14, 0.9)', 1.6);
  disc(ctx, 0, 0, 31, '#0c1724');
  circle(ctx, 0, 0, 30.2, linear(ctx, [20, 30, -20, -30], GOLD), 1);
  roundel(ctx, flag, 0, 0, 28.6);
  disc(
    ctx,
    0,
    0,
    28.6,
    radial(
      ctx,
      [0, 0, 16, 28.6],
      [
        [0, 'rgba(0, 0, 0, 0)'],
        [0.75, 'rgba(0, 4, 12, 0.10)'],
        [1, 'rgba(0, 4, 12, 0.52)'],
      ],
    ),
  );
  ctx.save();
  ctx.beginPath();
  ctx.arc(0, 0, 28.6, 0, Math.PI * 2);
  ctx.clip();
  ctx.beginPath();
  ctx.ellipse(-3, -19, 27, 15, -0.16, 0, Math.PI * 2);
  ctx.fillStyle = linear(
    ctx,
    [0, -30, 0, -4],
    [
      [0, 'rgba(255, 255, 255, 0.46)'],
      [1, 'rgba(255, 255, 255, 0)'],
    ],
  );
  ctx.fill();
  ctx.restore();
};

export const medallion = (flag: HTMLImageElement): Picture =>
  picture(76, 76, (ctx) => drawMedallion(ctx, flag));

export const medallionShadow: Picture = picture(108, 108, (ctx) =>
  disc(
    ctx,
    0,
    0,
    54,
    radial(
      ctx,
      [0, 0, 26, 53],
      [
        [0, 'rgba(0, 5, 12, 0.85)'],
        [0.35, 'rgba(0, 5, 12, 0.55)'],
        [1, 'rgba(0, 5, 12, 0)'],
      ],
    ),
  ),
);

/** A thin bright line around a medallion, with its own light. */
export const ring = (colour: string): Picture =>
  picture(112, 112, (ctx) => {
    shaded(ctx, withAlpha(colour, 0.95), 9, 0, () => {
      circle(ctx, 0, 0, 39.5, colour, 2.1);
      circle(ctx, 0, 0, 39.5, colour, 1.6);
    });
    circle(ctx, 0, 0, 39.5, 'rgba(255, 255, 255, 0.55)', 0.7);
  });

/** Light without a source: white-hot in the middle, gone at the rim. */
export const halo = (colour: string): Picture =>
  picture(128, 128, (ctx) =>
    disc(
      ctx,
      0,
      0,
      64,
      radial(
        ctx,
        [0, 0, 0, 63],
        [
          [0, withAlpha(colour, 0.9)],
          [0.3, withAlpha(colour, 0.52)],
          [0.55, withAlpha(colour, 0.22)],
          [0.8, withAlpha(colour, 0.06)],
          [1, withAlpha(colour, 0)],
        ],
      ),
    ),
  );

export const seatRings = bySeat((seat) => ring(SEAT_COLOURS[seat].bright));
