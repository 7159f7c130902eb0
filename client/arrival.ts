import type { Place } from './connection/http.ts';
import { rememberPlace } from './identity.ts';

/** A place that was just taken on another page: it goes to the table page, which connects with it. */
let arriving: Place | null = null;

/** Leaves a place for the table page to pick up; it is kept in mind at once, should the page be reloaded on the way. */
export const arriveWith = (place: Place): void => {
  rememberPlace(place.code, place.seat);
  arriving = place;
};

/** Picks up the place that was left for a table, once. */
export const pickUpPlace = (code: string): Place | null => {
  const place = arriving?.code === code ? arriving : null;
  if (place !== null) arriving = null;
  return place;
};
