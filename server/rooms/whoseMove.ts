import { SEATS, type Seat } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import type { TimeControl } from '../tableFacts.ts';
import type { Audience } from './audience.ts';

/** Tells for whom the game waits, and who waits for them. */
export const whoseMove = (table: Table, audience: Pick<Audience, 'isPresent'>, timeControl: TimeControl) => {
  /** Whether a person plays a seat, and no bot instead of them. */
  const plays = (seat: Seat): boolean => {
    const occupant = table.state.occupants[seat];
    return occupant.kind === 'person' && occupant.standIn === null;
  };
  /** Bots wait as long as they must, stand-ins too: only people are held up. */
  const waits = (seat: Seat): boolean => plays(seat) && audience.isPresent(seat) && table.state.ready[seat];
  /** Whether a person in this seat takes part in a game that goes on. Who plays by correspondence may take a day. */
  const takesPart = (seat: Seat): boolean => {
    const { phase, pause } = table.state;
    const isOn = pause === null && (phase === 'negotiation' || phase === 'closing');
    return isOn && plays(seat) && timeControl !== 'correspondence';
  };
  return {
    takesPart,
    /** Whether the game waits for a person in this seat. */
    isWanted: (seat: Seat): boolean => takesPart(seat) && !table.state.ready[seat],
    /** Whether other people wait for this seat. */
    holdsUp: (seat: Seat): boolean => SEATS.some((other) => other !== seat && waits(other)),
  };
};
