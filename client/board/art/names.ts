import type { Seat } from '#shared/seats';
import { FONTS, SEAT_COLOURS, THEME } from '../../theme.ts';
import { type Picture, picture } from './picture.ts';

const NAME_FONT = `600 18px ${FONTS.serif}`;
const LOCAL_FONT = `600 13px ${FONTS.sans}`;
const OCEAN_FONT = `italic 400 25px ${FONTS.serif}`;
const OCEAN_LOCAL_FONT = `500 12px ${FONTS.sans}`;

/** Text with a dark edge, so that it reads on any land. */
const outlined = (ctx: CanvasRenderingContext2D, text: string, y: number, colour: string): void => {
  ctx.lineJoin = 'round';
  ctx.strokeStyle = 'rgba(3, 10, 18, 0.92)';
  ctx.lineWidth = 5;
  ctx.strokeText(text, 0, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, 0, y);
};

/** A capital's name over its name in its own script. `text`: the two, parted by a bar. */
export const label = (seat: Seat, text: string, ruler: CanvasRenderingContext2D): Picture => {
  const [name, local] = text.split('|');
  ruler.font = NAME_FONT;
  const width = Math.max(60, ruler.measureText(name).width + 16);
  return picture(width, 54, (ctx) => {
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.font = NAME_FONT;
    outlined(ctx, name, -10, THEME.ivory);
    if (!local) return;
    ctx.font = LOCAL_FONT;
    outlined(ctx, local, 11, SEAT_COLOURS[seat].bright);
  });
};

/** Letters set apart one by one: canvas letter spacing is not known to every browser. */
const spaced = (ctx: CanvasRenderingContext2D, text: string, gap: number, y: number): void => {
  const letters = [...text];
  const widths = letters.map((letter) => ctx.measureText(letter).width + gap);
  let x = -(widths.reduce((sum, width) => sum + width, 0) - gap) / 2;
  letters.forEach((letter, i) => {
    ctx.fillText(letter, x, y);
    x += widths[i];
  });
};

/** The name of the ocean, as charts write it. `text`: one line, or two parted by a bar. */
export const oceanName = (text: string): Picture =>
  picture(380, 70, (ctx) => {
    const [first, second] = text.split('|');
    ctx.textBaseline = 'middle';
    ctx.fillStyle = 'rgba(150, 200, 232, 0.34)';
    ctx.font = OCEAN_FONT;
    spaced(ctx, first, 8, -12);
    if (!second) return;
    ctx.fillStyle = 'rgba(150, 200, 232, 0.26)';
    ctx.font = OCEAN_LOCAL_FONT;
    spaced(ctx, second, 5, 16);
  });
