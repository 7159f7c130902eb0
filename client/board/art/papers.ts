import { SEATS, type Seat } from '#shared/seats';
import { THEME } from '../../theme.ts';
import { type Flags, roundel } from './medallions.ts';
import { circle, disc, linear, type Picture, picture, radial, shaded, slab, star } from './picture.ts';

const INK = '#5b4d33';
const [WIDTH, HEIGHT] = [58, 76];

const paper = (ctx: CanvasRenderingContext2D, width: number, height: number): void => {
  const box = [-width / 2, -height / 2, width, height] as const;
  slab(
    ctx,
    box,
    3.4,
    linear(
      ctx,
      [-width / 2, -height / 2, width / 2, height / 2],
      [
        [0, '#fffaec'],
        [0.5, '#f5ebd0'],
        [1, '#dcc997'],
      ],
    ),
  );
  ctx.beginPath();
  ctx.roundRect(-width / 2 + 2.6, -height / 2 + 2.6, width - 5.2, height - 5.2, 2);
  ctx.strokeStyle = 'rgba(150, 118, 62, 0.75)';
  ctx.lineWidth = 0.8;
  ctx.stroke();
  ctx.beginPath();
  ctx.roundRect(-width / 2 + 0.4, -height / 2 + 0.4, width - 0.8, height - 0.8, 3.2);
  ctx.strokeStyle = 'rgba(255, 255, 255, 0.65)';
  ctx.stroke();
};

/** A wax seal with a star pressed into it. */
export const drawWax = (ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void => {
  ctx.save();
  ctx.translate(x, y);
  shaded(ctx, 'rgba(40, 0, 0, 0.6)', 2.5, 1.2, () => {
    ctx.beginPath();
    for (let i = 0; i <= 28; i++) {
      const reach = radius * (i % 2 === 0 ? 1 : 0.89);
      ctx.lineTo(Math.cos((i * Math.PI) / 14) * reach, Math.sin((i * Math.PI) / 14) * reach);
    }
    ctx.closePath();
    ctx.fillStyle = radial(
      ctx,
      [-radius * 0.35, -radius * 0.4, 0, radius * 1.5],
      [
        [0, '#e2504d'],
        [0.5, THEME.sealRed],
        [1, '#6f1119'],
      ],
    );
    ctx.fill();
  });
  circle(ctx, 0, 0, radius * 0.7, 'rgba(90, 8, 14, 0.75)', radius * 0.1);
  star(ctx, 0, 0.2, radius * 0.46, 5, 'rgba(255, 226, 212, 0.95)');
  ctx.restore();
};

const arrows = (ctx: CanvasRenderingContext2D, x: number, y: number): void => {
  ctx.strokeStyle = INK;
  ctx.lineWidth = 1;
  ctx.lineCap = 'round';
  ctx.beginPath();
  for (const side of [-1, 1]) {
    ctx.moveTo(x - 4 * side, y + side * 1.8);
    ctx.lineTo(x + 4 * side, y + side * 1.8);
    ctx.lineTo(x + 2.2 * side, y + side * 3.6);
  }
  ctx.stroke();
};

const crest = (ctx: CanvasRenderingContext2D, flags: Flags, seats: readonly Seat[], y: number): void => {
  const step = seats.length > 2 ? 15.5 : 23;
  seats.forEach((seat, i) => {
    const x = (i - (seats.length - 1) / 2) * step;
    disc(ctx, x, y, 6.4, 'rgba(90, 70, 30, 0.55)');
    roundel(ctx, flags[seat], x, y, 5.8);
  });
  if (seats.length === 2) arrows(ctx, 0, y);
};

const writing = (ctx: CanvasRenderingContext2D, top: number): void => {
  ctx.strokeStyle = 'rgba(91, 77, 51, 0.72)';
  ctx.lineWidth = 1.2;
  ctx.lineCap = 'round';
  [38, 33, 37, 30, 17].forEach((length, i) => {
    ctx.beginPath();
    ctx.moveTo(-20, top + i * 5.4);
    ctx.lineTo(-20 + length, top + i * 5.4);
    ctx.stroke();
  });
};

const heading = (ctx: CanvasRenderingContext2D): void => {
  ctx.strokeStyle = 'rgba(150, 118, 62, 0.85)';
  ctx.lineWidth = 0.9;
  ctx.beginPath();
  ctx.moveTo(-20, -27.6);
  ctx.lineTo(-6, -27.6);
  ctx.moveTo(6, -27.6);
  ctx.lineTo(20, -27.6);
  ctx.stroke();
  star(ctx, 0, -27.6, 3.6, 5, '#a8823f');
};

const seatsIn = (word: string): readonly Seat[] =>
  word.split('+').filter((part): part is Seat => (SEATS as readonly string[]).includes(part));

/** An offer among the named seats, the proposer first. A sealed one is a folded letter. */
export const sheet = (flags: Flags, parties: string, isSealed: boolean): Picture =>
  picture(WIDTH + 4, HEIGHT + 4, (ctx) => {
    paper(ctx, WIDTH, HEIGHT);
    if (isSealed) return drawLetter(ctx, flags, seatsIn(parties));
    heading(ctx);
    crest(ctx, flags, seatsIn(parties), -14);
    writing(ctx, -0.5);
    circle(ctx, 17, 24.5, 7, 'rgba(179, 37, 47, 0.6)', 1);
    star(ctx, 17, 24.7, 3.4, 5, 'rgba(179, 37, 47, 0.55)');
  });

const drawLetter = (ctx: CanvasRenderingContext2D, flags: Flags, seats: readonly Seat[]): void => {
  ctx.fillStyle = linear(
    ctx,
    [0, -38, 0, 10],
    [
      [0, 'rgba(146, 112, 56, 0.10)'],
      [1, 'rgba(146, 112, 56, 0.42)'],
    ],
  );
  ctx.beginPath();
  ctx.moveTo(-27, -36);
  ctx.lineTo(27, -36);
  ctx.lineTo(0, 4);
  ctx.closePath();
  ctx.fill();
  ctx.strokeStyle = 'rgba(120, 90, 40, 0.6)';
  ctx.lineWidth = 0.9;
  ctx.stroke();
  crest(ctx, flags, seats, 25);
  drawWax(ctx, 0, 3, 11);
};

/** A treaty at rest: a small sheet with a gold edge, a ribbon and a seal. */
export const scroll = (flags: Flags, parties: string, isSealed: boolean): Picture =>
  picture(40, 48, (ctx) => {
    shaded(ctx, 'rgba(0, 4, 10, 0.85)', 5, 2.4, () => slab(ctx, [-13, -17, 26, 34], 2.4, '#d9c79c'));
    paper(ctx, 26, 34);
    ctx.beginPath();
    ctx.roundRect(-13, -17, 26, 34, 2.6);
    ctx.strokeStyle = THEME.gold;
    ctx.lineWidth = 1.5;
    ctx.stroke();
    const seats = seatsIn(parties);
    const step = seats.length > 2 ? 7.6 : 10;
    seats.forEach((seat, i) => {
      roundel(ctx, flags[seat], (i - (seats.length - 1) / 2) * step, -9, 3.7);
    });
    ctx.strokeStyle = 'rgba(91, 77, 51, 0.75)';
    ctx.lineWidth = 1;
    ctx.beginPath();
    for (const [y, length] of isSealed
      ? []
      : [
          [-1.4, 17],
          [1.8, 14],
        ]) {
      ctx.moveTo(-8.5, y);
      ctx.lineTo(-8.5 + length, y);
    }
    ctx.stroke();
    ctx.fillStyle = '#8f1c26';
    ctx.beginPath();
    ctx.moveTo(-4.4, 9);
    ctx.lineTo(-6.4, 20);
    ctx.lineTo(-2.6, 17.6);
    ctx.lineTo(0, 20.5);
    ctx.lineTo(2.6, 17.6);
    ctx.lineTo(6.4, 20);
    ctx.lineTo(4.4, 9);
    ctx.fill();
    drawWax(ctx, 0, 8.6, 6.4);
  });

/** A soft dark patch under a lifted sheet. */
export const sheetShadow: Picture = picture(92, 110, (ctx) => {
  shaded(ctx, 'rgba(0, 4, 12, 0.9)', 11, 0, () => slab(ctx, [-26, -34, 52, 68], 4, 'rgba(0, 4, 12, 0.6)'));
});

/** Gold light around a sheet that waits for an answer. */
export const sheetGlow: Picture = picture(126, 144, (ctx) => {
  for (const blur of [26, 14, 6])
    shaded(ctx, 'rgba(255, 214, 120, 0.95)', blur, 0, () => slab(ctx, [-29, -38, 58, 76], 4, '#ffe6a8'));
});

const TEAR = [-38, -31, -25, -20, -13, -8, 0, 6, 13, 19, 26, 31, 38];

const tornHalf = (side: -1 | 1): Picture =>
  picture(WIDTH + 4, HEIGHT + 4, (ctx) => {
    ctx.beginPath();
    ctx.moveTo(side * 31, -40);
    TEAR.forEach((y, i) => {
      ctx.lineTo((i % 2 === 0 ? 3 : -3) + side * 0.6, y);
    });
    ctx.lineTo(side * 31, 40);
    ctx.closePath();
    ctx.clip();
    paper(ctx, WIDTH, HEIGHT);
    heading(ctx);
    writing(ctx, -6);
  });

export const sheetLeft: Picture = tornHalf(-1);
export const sheetRight: Picture = tornHalf(1);
