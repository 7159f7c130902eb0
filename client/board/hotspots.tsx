import { type BySeat, SEATS, type Seat } from '#shared/seats';
import type { Point } from './curve.ts';
import { layoutOf, type Size } from './layout.ts';
import type { BoardModel, Sheet } from './model.ts';
import { placeOf } from './sheets.ts';

/** What the hotspots are called by those who don't see them. */
export type HotspotWords = {
  readonly group: string;
  readonly seats: BySeat<string>;
  readonly sheet: (sheet: Sheet) => string;
};

type Props = {
  readonly size: Size;
  readonly model: BoardModel;
  readonly words: HotspotWords;
  readonly onSeat: (seat: Seat) => void;
  readonly onSheet: (id: string) => void;
};

const at = ({ x, y }: Point, width: number, height: number): string =>
  `left:${x}px;top:${y}px;width:${Math.max(24, width)}px;height:${Math.max(24, height)}px`;

/** Real buttons over the picture, where its capitals and sheets are: for pointers, keyboards and screen readers alike. */
export const Hotspots = ({ size, model, words, onSeat, onSheet }: Props) => {
  const layout = layoutOf(size);
  const { unit, radius, medallions } = layout;
  return (
    <fieldset class="hotspots" aria-label={words.group}>
      {SEATS.map((seat) => (
        <button
          key={seat}
          type="button"
          class="hotspot hotspot-seat"
          style={at(medallions[seat], radius * 2.2, radius * 2.2)}
          aria-label={words.seats[seat]}
          onClick={() => onSeat(seat)}
        />
      ))}
      {model.sheets.map((sheet) => {
        const place = placeOf(layout, sheet, model.sheets);
        const [width, height] = sheet.state === 'open' ? [60, 78] : [30, 40];
        const scale = unit * place.scale;
        return (
          <button
            key={sheet.id}
            type="button"
            class="hotspot hotspot-sheet"
            style={at(place, width * scale, height * scale)}
            aria-label={words.sheet(sheet)}
            onClick={() => onSheet(sheet.id)}
          />
        );
      })}
    </fieldset>
  );
};
