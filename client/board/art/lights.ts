import { THEME, withAlpha } from '../../theme.ts';
import { circle, disc, linear, type Picture, picture, radial, shaded } from './picture.ts';

/** A small bright bead. */
export const dot = (colour: string): Picture =>
  picture(16, 16, (ctx) => {
    disc(
      ctx,
      0,
      0,
      8,
      radial(
        ctx,
        [0, 0, 0, 7.5],
        [
          [0, withAlpha(colour, 0.7)],
          [0.4, withAlpha(colour, 0.25)],
          [1, withAlpha(colour, 0)],
        ],
      ),
    );
    disc(ctx, 0, 0, 2.6, '#ffffff');
    circle(ctx, 0, 0, 2.6, colour, 1.1);
  });

/** The point of an arc. */
export const arrow = (colour: string): Picture =>
  picture(30, 30, (ctx) => {
    ctx.beginPath();
    ctx.moveTo(10, 0);
    ctx.lineTo(-7, -9);
    ctx.quadraticCurveTo(-3, 0, -7, 9);
    ctx.closePath();
    shaded(ctx, 'rgba(0, 6, 14, 0.7)', 3, 1.5, () => {
      ctx.fillStyle = colour;
      ctx.fill();
    });
    ctx.fillStyle = linear(
      ctx,
      [0, -9, 0, 9],
      [
        [0, 'rgba(255, 255, 255, 0.75)'],
        [0.5, 'rgba(255, 255, 255, 0.1)'],
        [1, 'rgba(0, 0, 0, 0.2)'],
      ],
    );
    ctx.fill();
  });

/** A dotted line, 100 units long. */
export const track: Picture = picture(100, 6, (ctx) => {
  for (let x = -48; x < 50; x += 6) disc(ctx, x, 0, 1.1, 'rgba(255, 244, 214, 0.9)');
});

/** A lamp that is on: this capital is ready. */
export const light: Picture = picture(34, 34, (ctx) => {
  disc(
    ctx,
    0,
    0,
    17,
    radial(
      ctx,
      [0, 0, 0, 16],
      [
        [0, 'rgba(120, 255, 190, 0.8)'],
        [1, 'rgba(120, 255, 190, 0)'],
      ],
    ),
  );
  disc(ctx, 0, 0, 8.6, '#0a1622');
  disc(
    ctx,
    0,
    0,
    7.2,
    radial(
      ctx,
      [-2, -2, 0, 8],
      [
        [0, '#c9ffe4'],
        [1, '#2fbf86'],
      ],
    ),
  );
  ctx.strokeStyle = '#05301f';
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(-3.2, 0.2);
  ctx.lineTo(-0.8, 2.8);
  ctx.lineTo(3.5, -2.6);
  ctx.stroke();
});

export const ember: Picture = picture(14, 14, (ctx) =>
  disc(
    ctx,
    0,
    0,
    7,
    radial(
      ctx,
      [0, 0, 0, 6.5],
      [
        [0, '#fff1c4'],
        [0.3, '#ffb454'],
        [0.6, 'rgba(255, 90, 40, 0.5)'],
        [1, 'rgba(255, 60, 20, 0)'],
      ],
    ),
  ),
);

/** A curtain of light, 100 by 100 units, to be stretched over the board. */
export const sweep: Picture = picture(100, 100, (ctx) => {
  ctx.fillStyle = linear(
    ctx,
    [-50, 0, 50, 0],
    [
      [0, 'rgba(255, 190, 96, 0)'],
      [0.5, 'rgba(255, 190, 96, 0.10)'],
      [0.8, 'rgba(255, 204, 120, 0.30)'],
      [0.89, 'rgba(255, 220, 150, 0.46)'],
      [0.92, 'rgba(255, 214, 140, 0.30)'],
      [1, 'rgba(255, 190, 96, 0)'],
    ],
  );
  ctx.fillRect(-50, -50, 100, 100);
});

/** A frame of amber light, 100 by 100 units, to be stretched over the board. */
export const edge: Picture = picture(100, 100, (ctx) => {
  for (const [x0, y0, x1, y1] of [
    [-50, 0, -36, 0],
    [50, 0, 36, 0],
    [0, -50, 0, -34],
    [0, 50, 0, 34],
  ] as const) {
    ctx.fillStyle = linear(
      ctx,
      [x0, y0, x1, y1],
      [
        [0, withAlpha(THEME.amber, 0.5)],
        [0.3, withAlpha(THEME.amber, 0.17)],
        [1, withAlpha(THEME.amber, 0)],
      ],
    );
    ctx.fillRect(-50, -50, 100, 100);
  }
});
