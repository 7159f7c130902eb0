import { recallHere, rememberHere } from '../memory.ts';
import { type SeatWish, takePlace } from './http.ts';
import type { Way } from './remote.ts';

/** This tab's way to a table on the server that the page came from. */
export const wayTo = (code: string, seat: SeatWish | null): Way => ({
  origin: location.origin,
  takePlace: (since) => takePlace(code, seat, since),
  shelf: {
    read: () => recallHere(`outbox.${code}`),
    write: (text) => rememberHere(`outbox.${code}`, text),
  },
});
