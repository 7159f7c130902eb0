import type { Seat } from '#shared/seats';
import type { BarrierKind, Sheet } from './model.ts';

/** Something that happened and is shown once. A sheet comes along whole: it may already be gone from the model. */
export type BoardEvent =
  | { readonly kind: 'tabled'; readonly sheet: Sheet }
  | { readonly kind: 'countered'; readonly sheet: Sheet; readonly by: Seat }
  | { readonly kind: 'accepted'; readonly sheet: Sheet; readonly by: Seat }
  | { readonly kind: 'takenBack'; readonly sheet: Sheet; readonly by: Seat }
  | { readonly kind: 'declined'; readonly sheet: Sheet; readonly by: Seat }
  | { readonly kind: 'withdrawn'; readonly sheet: Sheet }
  | { readonly kind: 'expired'; readonly sheet: Sheet }
  | { readonly kind: 'signed'; readonly sheet: Sheet }
  | { readonly kind: 'unratified'; readonly sheet: Sheet; readonly refusedBy: readonly Seat[] }
  | { readonly kind: 'denounced'; readonly sheet: Sheet; readonly by: Seat }
  | { readonly kind: 'fallen'; readonly sheet: Sheet }
  | {
      readonly kind: 'wallMoved';
      readonly key: string;
      readonly importer: Seat;
      readonly exporter: Seat;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'barrierMoved';
      readonly key: string;
      readonly barrier: BarrierKind;
      readonly of: Seat;
      readonly against: Seat;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'leverMoved'; readonly by: Seat; readonly toward: Seat; readonly isFriendly: boolean }
  | { readonly kind: 'spoken'; readonly by: Seat; readonly to: readonly Seat[] }
  | { readonly kind: 'pledged'; readonly by: Seat; readonly to: readonly Seat[] }
  | { readonly kind: 'pledgeJudged'; readonly by: Seat; readonly isKept: boolean }
  | { readonly kind: 'newsRevealed' }
  | { readonly kind: 'roundResolved' }
  | { readonly kind: 'roundBegan' }
  | { readonly kind: 'closingBegan' }
  | { readonly kind: 'seatsMet'; readonly pair: readonly [Seat, Seat] }
  | { readonly kind: 'seatTaken'; readonly seat: Seat }
  | { readonly kind: 'seatLeft'; readonly seat: Seat }
  | { readonly kind: 'gameEnded' };

export type BoardEventKind = BoardEvent['kind'];

export type BoardEventOf<K extends BoardEventKind> = Extract<BoardEvent, { kind: K }>;
