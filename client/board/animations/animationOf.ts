import type { BoardEvent } from '../event.ts';
import type { Animation } from './animation.ts';
import { accepted, signed, takenBack } from './assent.ts';
import { denounced, fallen, unratified } from './breaks.ts';
import {
  barrierMoved,
  closingBegan,
  gameEnded,
  newsRevealed,
  roundBegan,
  roundResolved,
  wallMoved,
} from './rounds.ts';
import { countered, declined, expired, tabled, withdrawn } from './sheetMoves.ts';
import { leverMoved, pledged, pledgeJudged, seatLeft, seatsMet, seatTaken, spoken } from './voices.ts';

/** The registry of animations: one for each kind of event; a new kind is a type error until it has one. */
export const animationOf = (event: BoardEvent): Animation => {
  switch (event.kind) {
    case 'tabled':
      return tabled(event.sheet);
    case 'countered':
      return countered(event.sheet, event.by);
    case 'accepted':
      return accepted(event.sheet, event.by);
    case 'takenBack':
      return takenBack(event.sheet, event.by);
    case 'declined':
      return declined(event.sheet, event.by);
    case 'withdrawn':
      return withdrawn(event.sheet);
    case 'expired':
      return expired(event.sheet);
    case 'signed':
      return signed(event.sheet);
    case 'unratified':
      return unratified(event.sheet, event.refusedBy);
    case 'denounced':
      return denounced(event.sheet, event.by);
    case 'fallen':
      return fallen(event.sheet);
    case 'wallMoved':
      return wallMoved(event.importer, event.exporter, event.from, event.to);
    case 'barrierMoved':
      return barrierMoved(event.key, event.barrier, event.of, event.against, event.from, event.to);
    case 'leverMoved':
      return leverMoved(event.by, event.toward, event.isFriendly);
    case 'spoken':
      return spoken(event.by, event.to);
    case 'pledged':
      return pledged(event.by, event.to);
    case 'pledgeJudged':
      return pledgeJudged(event.by, event.isKept);
    case 'newsRevealed':
      return newsRevealed();
    case 'roundResolved':
      return roundResolved();
    case 'roundBegan':
      return roundBegan();
    case 'closingBegan':
      return closingBegan();
    case 'seatsMet':
      return seatsMet(event.pair);
    case 'seatTaken':
      return seatTaken(event.seat);
    case 'seatLeft':
      return seatLeft(event.seat);
    case 'gameEnded':
      return gameEnded();
  }
};
