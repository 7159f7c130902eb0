import type { BySeat, Seat } from '#shared/seats';
import { SEAT_COLOURS } from '../../theme.ts';
import { circle, disc, linear, type Picture, picture, radial, shaded, slab } from './picture.ts';

const SHADOW = 'rgba(0, 6, 14, 0.75)';

const hull = (ctx: CanvasRenderingContext2D, side: string): void => {
  ctx.beginPath();
  ctx.moveTo(-21, 1.5);
  ctx.lineTo(22.5, 1.5);
  ctx.lineTo(18.5, 9.6);
  ctx.lineTo(-18.5, 9.6);
  ctx.closePath();
  ctx.fillStyle = side;
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(-19.6, 7);
  ctx.lineTo(19.8, 7);
  ctx.lineTo(18.3, 9.8);
  ctx.lineTo(-18.3, 9.8);
  ctx.closePath();
  ctx.fillStyle = '#d9412f';
  ctx.fill();
  ctx.fillStyle = 'rgba(255, 255, 255, 0.22)';
  ctx.fillRect(-20.6, 1.6, 42.6, 0.8);
};

const bridge = (ctx: CanvasRenderingContext2D): void => {
  slab(
    ctx,
    [-20, -8.6, 5.6, 10.2],
    0.8,
    linear(
      ctx,
      [-20, 0, -14.4, 0],
      [
        [0, '#ffffff'],
        [1, '#bfcbd6'],
      ],
    ),
  );
  ctx.fillStyle = '#20384f';
  ctx.fillRect(-19.3, -7.2, 4.3, 1.6);
  slab(ctx, [-18.6, -12.2, 2.6, 3.8], 0.5, '#f2b84b');
};

const STACKS = [3, 4, 4, 3, 3, 2];
const PAINTS: BySeat<readonly string[]> = {
  US: ['#4d93e8', '#6fb4ff', '#f4f1e6', '#e2543f', '#3f7fd0', '#f2b84b', '#8ecbff'],
  KR: ['#2fb795', '#4fe0bd', '#f4f1e6', '#f2b84b', '#238c74', '#5aa9e6', '#8df0d6'],
  CN: ['#e8553f', '#ff7a62', '#f2b84b', '#f4f1e6', '#c93c30', '#ff9d86', '#5aa9e6'],
};

const containers = (ctx: CanvasRenderingContext2D, seat: Seat): void => {
  const paints = PAINTS[seat];
  STACKS.forEach((height, column) => {
    for (let row = 0; row < height; row++) {
      const colour = paints[(column * 3 + row * 2 + column * row) % paints.length];
      const [x, y] = [-13.2 + column * 5.3, -1.7 - row * 3.1];
      ctx.fillStyle = colour;
      ctx.fillRect(x, y, 4.9, 2.8);
      ctx.fillStyle = 'rgba(255, 255, 255, 0.28)';
      ctx.fillRect(x, y, 4.9, 0.7);
      ctx.fillStyle = 'rgba(0, 0, 0, 0.2)';
      ctx.fillRect(x + 2.3, y, 0.4, 2.8);
    }
  });
};

/** A container ship that sails to the right, its boxes in the exporter's colours. */
export const ship = (seat: Seat): Picture =>
  picture(54, 36, (ctx) => {
    shaded(ctx, SHADOW, 4, 2.4, () => {
      containers(ctx, seat);
      hull(ctx, '#101c28');
    });
    containers(ctx, seat);
    bridge(ctx);
    hull(
      ctx,
      linear(
        ctx,
        [0, 1, 0, 8],
        [
          [0, '#24384a'],
          [1, '#0c1620'],
        ],
      ) as unknown as string,
    );
    ctx.fillStyle = SEAT_COLOURS[seat].bright;
    ctx.fillRect(16.5, 2.9, 3.2, 1.5);
  });

/** A gas tanker with its round tanks. */
export const tanker: Picture = picture(54, 36, (ctx) => {
  shaded(ctx, SHADOW, 4, 2.4, () => hull(ctx, '#15324a'));
  for (const x of [-8.6, 0.4, 9.4])
    disc(
      ctx,
      x,
      0.4,
      5.2,
      radial(
        ctx,
        [x - 1.6, -2.2, 0.4, 6],
        [
          [0, '#ffffff'],
          [0.5, '#f2e3ad'],
          [1, '#c99a2e'],
        ],
      ),
    );
  bridge(ctx);
  hull(ctx, '#15324a');
  ctx.fillStyle = '#ffd166';
  ctx.fillRect(-12.6, 2.9, 28, 1.1);
});

/** A chip: gold legs, dark body, violet heart. */
export const chip: Picture = picture(36, 36, (ctx) => {
  shaded(ctx, SHADOW, 4, 2, () => slab(ctx, [-11, -11, 22, 22], 3, '#0d1822'));
  ctx.fillStyle = '#d9b066';
  for (let i = -2; i <= 2; i++) {
    const at = i * 4 - 1;
    ctx.fillRect(at, -14.2, 2, 3.6);
    ctx.fillRect(at, 10.6, 2, 3.6);
    ctx.fillRect(-14.2, at, 3.6, 2);
    ctx.fillRect(10.6, at, 3.6, 2);
  }
  slab(
    ctx,
    [-11, -11, 22, 22],
    3,
    linear(
      ctx,
      [-11, -11, 11, 11],
      [
        [0, '#33475a'],
        [1, '#101b26'],
      ],
    ),
  );
  slab(
    ctx,
    [-6.4, -6.4, 12.8, 12.8],
    1.8,
    linear(
      ctx,
      [-6, -6, 6, 6],
      [
        [0, '#c3b8ff'],
        [0.5, '#8d7bff'],
        [1, '#6a55e0'],
      ],
    ),
  );
  ctx.strokeStyle = 'rgba(255, 255, 255, 0.75)';
  ctx.lineWidth = 0.9;
  ctx.beginPath();
  for (const y of [-3.4, -1.2]) {
    ctx.moveTo(-4, y);
    ctx.lineTo(y < -2 ? 1 : -1, y);
  }
  ctx.stroke();
  disc(ctx, -8.4, 8.4, 0.9, '#d9b066');
});

/** A gold coin: money that goes abroad. */
export const coin: Picture = picture(34, 34, (ctx) => {
  shaded(ctx, SHADOW, 4, 2, () => disc(ctx, 0, 0, 12, '#8a6425'));
  disc(
    ctx,
    0,
    0,
    12,
    linear(
      ctx,
      [-9, -10, 9, 11],
      [
        [0, '#fff0bf'],
        [0.4, '#e6bd62'],
        [1, '#9a6c22'],
      ],
    ),
  );
  circle(ctx, 0, 0, 9.4, 'rgba(110, 74, 18, 0.75)', 1);
  disc(
    ctx,
    0,
    0,
    8.9,
    linear(
      ctx,
      [-6, -8, 6, 9],
      [
        [0, '#f3d287'],
        [1, '#c08f38'],
      ],
    ),
  );
  ctx.strokeStyle = '#5d3f10';
  ctx.lineWidth = 1.9;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(0, 5);
  ctx.lineTo(0, -5);
  ctx.moveTo(-4, -0.6);
  ctx.lineTo(0, -5);
  ctx.lineTo(4, -0.6);
  ctx.stroke();
});
