import { CN as CN1, KR as KR1, US as US1 } from 'country-flag-icons/string/1x1';
import { CN, KR, US } from 'country-flag-icons/string/3x2';
import type { BySeat, Seat } from '../../shared/seats.ts';

const asAddress = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

const WIDE: BySeat<string> = { US: asAddress(US), KR: asAddress(KR), CN: asAddress(CN) };
const SQUARE: BySeat<string> = { US: asAddress(US1), KR: asAddress(KR1), CN: asAddress(CN1) };

/** The address of a seat's flag as a picture. */
export const flagAddress = (seat: Seat, shape: 'wide' | 'square'): string =>
  (shape === 'wide' ? WIDE : SQUARE)[seat];

/** A seat's flag; its name stands beside it, so it says nothing by itself. */
export const Flag = ({ seat }: { readonly seat: Seat }) => (
  <img class="flag" src={WIDE[seat]} alt="" width={24} height={16} />
);

/** A seat's round seal, as its capital on the board has it. */
export const Seal = ({ seat, size = 96 }: { readonly seat: Seat; readonly size?: number }) => (
  <span class={`seal seat-${seat}`} style={{ width: `${size}px`, height: `${size}px` }} aria-hidden="true">
    <img src={SQUARE[seat]} alt="" />
  </span>
);
