import type { Seat } from '../../../shared/seats.ts';
import map from '../../assets/map-wide.webp';
import { loadedImage } from '../../charts/picture.ts';
import { flagAddress } from '../../parts/flag.tsx';
import { FONTS, SEAT_COLOURS, THEME, withAlpha } from '../../theme.ts';
import { t } from '../../words/language.ts';
import type { Card } from './card.ts';

/** The size that link previews and messengers ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const LEFT = 70;
const RIGHT = 560;
const EDGE = CARD_SIZE.width - 70;

type Pen = CanvasRenderingContext2D;
type Pictures = ReadonlyMap<string, CanvasImageSource>;

const serif = (size: number, weight = 600): string => `${weight} ${size}px ${FONTS.serif}`;
const sans = (size: number, weight = 500): string => `${weight} ${size}px ${FONTS.sans}`;

/** Writes a line that ends in … where there is no more room. Gives its width. */
const write = (pen: Pen, text: string, x: number, y: number, room: number): number => {
  let shown = text;
  while (shown.length > 1 && pen.measureText(shown).width > room) shown = `${shown.slice(0, -2).trimEnd()}…`;
  pen.fillText(shown, x, y);
  return pen.measureText(shown).width;
};

const paintGround = (pen: Pen, pictures: Pictures, colour: string): void => {
  const { width, height } = CARD_SIZE;
  pen.fillStyle = THEME.ink;
  pen.fillRect(0, 0, width, height);
  const chart = pictures.get('map');
  if (chart !== undefined) {
    pen.globalAlpha = 0.75;
    pen.drawImage(chart, -60, -90, width + 120, (width + 120) * 0.66);
    pen.globalAlpha = 1;
  }
  const veil = pen.createLinearGradient(0, 0, width, 0);
  veil.addColorStop(0, withAlpha(THEME.ink, 0.92));
  veil.addColorStop(0.42, withAlpha(THEME.ink, 0.62));
  veil.addColorStop(1, withAlpha(THEME.ink, 0.8));
  pen.fillStyle = veil;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 12, height);
};

/** A seat's round seal, ringed in gold, as on the board. */
const paintSeal = (pen: Pen, pictures: Pictures, seat: Seat, x: number, y: number, radius: number): void => {
  const flag = pictures.get(`square ${seat}`);
  const ring = (reach: number, width: number, colour: string): void => {
    pen.beginPath();
    pen.arc(x, y, reach, 0, 2 * Math.PI);
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    pen.stroke();
  };
  pen.save();
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.clip();
  if (flag !== undefined) pen.drawImage(flag, x - radius, y - radius, 2 * radius, 2 * radius);
  pen.restore();
  ring(radius + 3, 6, THEME.goldDeep);
  ring(radius + 9, 4, SEAT_COLOURS[seat].bright);
};

const paintScore = (pen: Pen, pictures: Pictures, { seat, name, score }: Card): void => {
  const seals: readonly Seat[] = seat === null ? ['US', 'KR', 'CN'] : [seat];
  seals.forEach((one, i) => {
    paintSeal(pen, pictures, one, LEFT + 64 + i * 150, 150, 58);
  });
  pen.fillStyle = THEME.text;
  pen.font = serif(46);
  write(pen, name, LEFT, 282, RIGHT - LEFT - 50);
  if (score === null) return;
  pen.fillStyle = THEME.textSoft;
  pen.font = sans(25);
  write(pen, t('daily.score'), LEFT, 334, RIGHT - LEFT - 50);
  pen.fillStyle = THEME.gold;
  pen.font = serif(170);
  write(pen, score, LEFT - 6, 480, RIGHT - LEFT - 20);
};

const paintHeading = (pen: Pen, text: string, y: number): number => {
  pen.fillStyle = THEME.textSoft;
  pen.font = sans(23, 600);
  write(pen, text, RIGHT, y, EDGE - RIGHT);
  pen.fillStyle = withAlpha(THEME.textSoft, 0.3);
  pen.fillRect(RIGHT, y + 12, EDGE - RIGHT, 1.5);
  return y + 52;
};

const paintTreaties = (pen: Pen, pictures: Pictures, card: Card, y: number): number => {
  const { treaties, isPlain } = card;
  let line = paintHeading(pen, `${t('card.treaties')}: ${treaties.length}`, y);
  if (treaties.length === 0) {
    pen.fillStyle = THEME.text;
    pen.font = sans(25);
    write(pen, t(isPlain ? 'card.nonePlain' : 'card.none'), RIGHT, line, EDGE - RIGHT);
    return line + 58;
  }
  for (const { parties, name } of treaties) {
    parties.forEach((seat, i) => {
      const flag = pictures.get(`wide ${seat}`);
      if (flag !== undefined) pen.drawImage(flag, RIGHT + i * 44, line - 22, 38, 25);
    });
    pen.fillStyle = THEME.text;
    pen.font = serif(27);
    const x = RIGHT + parties.length * 44 + 8;
    write(pen, name, x, line, EDGE - x);
    line += 42;
  }
  return line + 18;
};

const paintMoved = (pen: Pen, { moved, more }: Card, y: number): void => {
  let line = paintHeading(pen, t('card.tariffs'), y);
  const room = Math.max(1, Math.floor((560 - line) / 37));
  const shown = moved.slice(0, room);
  if (shown.length === 0) {
    pen.fillStyle = THEME.text;
    pen.font = sans(25);
    write(pen, t('card.unmoved'), RIGHT, line, EDGE - RIGHT);
  }
  for (const { label, from, to } of shown) {
    pen.font = sans(22, 650);
    const end = `${from} → ${to}`;
    const width = Math.min(pen.measureText(end).width, 250);
    pen.fillStyle = THEME.gold;
    write(pen, end, EDGE - width, line, 250);
    pen.fillStyle = THEME.text;
    pen.font = sans(22);
    write(pen, label, RIGHT, line, EDGE - RIGHT - width - 24);
    line += 37;
  }
  const left = more + moved.length - shown.length;
  if (left === 0) return;
  pen.fillStyle = THEME.textSoft;
  pen.font = sans(20);
  write(pen, t('card.more', { count: left }), RIGHT, line, EDGE - RIGHT);
};

const paintFoot = (pen: Pen, { date, code }: Card): void => {
  pen.fillStyle = THEME.text;
  pen.font = serif(30);
  const width = write(pen, t('app.titleFirst'), LEFT, 572, 260);
  pen.fillStyle = THEME.gold;
  pen.font = `italic ${serif(30, 500)}`;
  write(pen, t('app.titleLast'), LEFT + width + 8, 572, 260);
  pen.fillStyle = THEME.textSoft;
  pen.font = sans(20);
  write(pen, code === '' ? date : `${date} · ${code}`, LEFT, 604, RIGHT - LEFT - 40);
};

const fetchPictures = async (): Promise<Pictures> => {
  const seats = ['US', 'KR', 'CN'] as const;
  const wanted: readonly (readonly [string, string])[] = [
    ['map', map],
    ...seats.map((seat) => [`square ${seat}`, flagAddress(seat, 'square')] as const),
    ...seats.map((seat) => [`wide ${seat}`, flagAddress(seat, 'wide')] as const),
  ];
  const found = await Promise.allSettled(
    wanted.map(async ([name, address]) => [name, await loadedImage(address)] as const),
  );
  // What can't be had is left out.
  return new Map(found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
};

const wordsOn = (card: Card): string =>
  [
    JSON.stringify(card),
    ...(['daily.score', 'card.treaties', 'card.tariffs', 'card.none', 'app.title'] as const).map((key) =>
      t(key),
    ),
  ].join('');

const loadFonts = (text: string): Promise<unknown> =>
  Promise.allSettled(
    [serif(46), `italic ${serif(30, 500)}`, sans(22), sans(22, 650)].map((font) =>
      document.fonts.load(font, text),
    ),
  );

/** Draws a card as a PNG of 1200 x 630; null where the browser can't draw. */
export const paintCard = async (card: Card): Promise<Blob | null> => {
  const [pictures] = await Promise.all([fetchPictures(), loadFonts(wordsOn(card))]);
  const canvas = document.createElement('canvas');
  canvas.width = CARD_SIZE.width;
  canvas.height = CARD_SIZE.height;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  paintGround(pen, pictures, card.seat === null ? THEME.gold : SEAT_COLOURS[card.seat].bright);
  paintScore(pen, pictures, card);
  paintMoved(pen, card, paintTreaties(pen, pictures, card, 96));
  paintFoot(pen, card);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
};
