import { THEME } from '../../theme.ts';
import { drawWax } from './papers.ts';
import { circle, disc, linear, type Picture, picture, shaded, slab, star } from './picture.ts';

/** The seal alone, before it is pressed. */
export const wax: Picture = picture(34, 34, (ctx) => drawWax(ctx, 0, 0, 13));

/** A news telegram: a pale strip with a red edge and lines of print. */
export const telegram: Picture = picture(112, 72, (ctx) => {
  shaded(ctx, 'rgba(0, 4, 12, 0.9)', 9, 4, () => slab(ctx, [-50, -30, 100, 60], 3, '#e9e2cf'));
  slab(
    ctx,
    [-50, -30, 100, 60],
    3,
    linear(
      ctx,
      [0, -30, 0, 30],
      [
        [0, '#fffdf4'],
        [1, '#dfd5ba'],
      ],
    ),
  );
  slab(ctx, [-50, -30, 100, 11], 2, THEME.sealRed);
  star(ctx, -42, -24.4, 3, 5, '#ffe9d8');
  ctx.strokeStyle = 'rgba(255, 233, 216, 0.85)';
  ctx.lineWidth = 1.4;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(-35, -24.5);
  ctx.lineTo(14, -24.5);
  ctx.stroke();
  slab(ctx, [22, -12, 20, 20], 1.5, 'rgba(91, 77, 51, 0.35)');
  ctx.strokeStyle = 'rgba(60, 52, 38, 0.8)';
  for (const [y, from, to, weight] of [
    [-9, -42, 12, 2.6],
    [-2, -42, 8, 1.3],
    [4, -42, 14, 1.3],
    [10, -42, 4, 1.3],
    [17, -42, 42, 1.3],
    [23, -42, 26, 1.3],
  ]) {
    ctx.lineWidth = weight;
    ctx.beginPath();
    ctx.moveTo(from, y);
    ctx.lineTo(to, y);
    ctx.stroke();
  }
});

/** A round stamp with a tick. */
export const stamp: Picture = picture(44, 44, (ctx) => {
  ctx.strokeStyle = '#1c8f6c';
  circle(ctx, 0, 0, 17, '#1c8f6c', 2.6);
  circle(ctx, 0, 0, 13.4, '#1c8f6c', 1);
  ctx.lineWidth = 3.8;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(-6.6, 0.4);
  ctx.lineTo(-1.8, 5.4);
  ctx.lineTo(7, -5.4);
  ctx.stroke();
});

/** A refusal: a red cross in a ring. */
export const cross: Picture = picture(44, 44, (ctx) => {
  circle(ctx, 0, 0, 15, '#d3363c', 2.8);
  ctx.strokeStyle = '#d3363c';
  ctx.lineWidth = 3.8;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(-6, -6);
  ctx.lineTo(6, 6);
  ctx.moveTo(6, -6);
  ctx.lineTo(-6, 6);
  ctx.stroke();
});

/** Speech: a bubble with three dots. */
export const bubble: Picture = picture(56, 46, (ctx) => {
  shaded(ctx, 'rgba(0, 4, 12, 0.8)', 6, 2, () => {
    ctx.beginPath();
    ctx.roundRect(-20, -16, 40, 24, 11);
    ctx.moveTo(-8, 6);
    ctx.lineTo(-11, 16);
    ctx.lineTo(2, 7);
    ctx.fillStyle = '#f4f8fb';
    ctx.fill();
  });
  for (const x of [-9, 0, 9]) disc(ctx, x, -4, 2.5, '#33516b');
});

/** A pledge: a rosette with two tails. */
export const rosette: Picture = picture(40, 52, (ctx) => {
  ctx.fillStyle = '#b98a3a';
  ctx.beginPath();
  ctx.moveTo(-7, 2);
  ctx.lineTo(-10, 22);
  ctx.lineTo(-4.6, 18);
  ctx.lineTo(0, 22);
  ctx.lineTo(4.6, 18);
  ctx.lineTo(10, 22);
  ctx.lineTo(7, 2);
  ctx.fill();
  shaded(ctx, 'rgba(0, 4, 12, 0.8)', 5, 2, () => star(ctx, 0, -4, 15, 14, '#f0cf86'));
  for (let i = 0; i < 14; i++)
    disc(
      ctx,
      Math.cos((i * Math.PI) / 7) * 11,
      -4 + Math.sin((i * Math.PI) / 7) * 11,
      3.4,
      i % 2 ? '#f7dfa6' : '#dcb564',
    );
  disc(ctx, 0, -4, 8.6, '#fff6dd');
  circle(ctx, 0, -4, 8.6, '#b98a3a', 1.2);
  star(ctx, 0, -3.8, 5, 5, '#b98a3a');
});
