import type { Occupant, State } from '../../shared/engine/state.ts';
import { bySeat, SEATS } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import { keepScore } from '../daily/dayEnd.ts';
import type { Log } from '../log.ts';
import type { LogStore, TableRecord } from '../storage/logStore.ts';
import { type SeatFact, type TableFacts, TIME_CONTROLS } from '../tableFacts.ts';
import type { Audience } from './audience.ts';
import { holdersOf } from './seating.ts';

const seatFact = (occupant: Occupant, present: boolean): SeatFact =>
  occupant.kind === 'person' ? { kind: 'person', name: occupant.name, present } : occupant;

/** What the lobby may show of a table. `audience` null: as it is kept in the store, with nobody present. */
export const factsOf = (
  {
    code,
    created,
    options: { roundMs, botDelayMs: _, ...shown },
  }: Pick<TableRecord, 'code' | 'created' | 'options'>,
  state: Pick<State, 'phase' | 'round' | 'occupants'>,
  audience: Audience | null,
): TableFacts => ({
  code,
  ...shown,
  roundMs: roundMs === undefined ? TIME_CONTROLS[shown.timeControl] : roundMs,
  created,
  phase: state.phase,
  round: state.round,
  seats: bySeat((seat) => seatFact(state.occupants[seat], audience?.isPresent(seat) ?? false)),
  watching: audience?.watching() ?? 0,
});

/** Everybody who holds a seat, in one text. */
const sittersOf = ({ holders }: Pick<State, 'holders'>): string =>
  [...new Set(SEATS.flatMap((seat) => holdersOf({ holders }, seat)))].sort().join(' ');

/**
 * Keeps a table's facts, and who sits there, in the store whenever they have changed. They follow from the log, so a failure
 * loses nothing.
 */
export const keepFacts = (
  record: TableRecord,
  store: LogStore,
  epoch: number,
): ((table: Pick<Table, 'state' | 'entries'>, now: number, log: Log) => Promise<void>) => {
  let kept = JSON.stringify(record.facts);
  let keptSitters = '';
  return async (table, now, log) => {
    const { state } = table;
    const facts = factsOf(record, state, null);
    const text = JSON.stringify(facts);
    const sitters = sittersOf(state);
    try {
      if (sitters !== keptSitters && sitters !== '')
        await store.keeping.noteSitters(record.id, sitters.split(' '));
      keptSitters = sitters;
      if (text === kept) return;
      // Before the facts: a table that is kept as ended is looked after by nobody.
      await keepScore(store, record, table);
      await store.saveFacts(record.id, facts, now, epoch);
      kept = text;
    } catch (err) {
      log.error({ err }, 'the facts of a table could not be kept');
    }
  };
};
