/** The three seats of a table, in their fixed order. Every per-seat list follows it. */
export const SEATS = ['US', 'KR', 'CN'] as const;

/** One of the three capitals: Washington, Seoul, Beijing. */
export type Seat = (typeof SEATS)[number];

/** One value per seat. */
export type BySeat<T> = Readonly<Record<Seat, T>>;

/** Who looks at a table. A seat sees its own secrets, a spectator none, a facilitator all. */
export type Viewer = Seat | 'spectator' | 'facilitator';

/** Who acts on a table: a seat (person or bot alike), the clock and doorkeeper (`system`), or its facilitator. */
export type Actor = Seat | 'system' | 'facilitator';

/** Builds one value per seat. */
export const bySeat = <T>(make: (seat: Seat) => T): BySeat<T> => ({
  US: make('US'),
  KR: make('KR'),
  CN: make('CN'),
});

/** The seats other than the given one, in order. */
export const othersOf = (seat: Seat): readonly Seat[] => SEATS.filter((other) => other !== seat);

/** Whether a name is one of the three seats. */
export const isSeat = (name: string): name is Seat => (SEATS as readonly string[]).includes(name);
