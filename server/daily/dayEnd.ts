import type { State } from '../../shared/engine/state.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { Orders } from '../rooms/orders.ts';
import { holdersOf } from '../rooms/seating.ts';
import type { LogStore, TableRecord } from '../storage/logStore.ts';
import { endOf } from './day.ts';

/** Whether the mandates of a table's day are to be opened: the game and the day are over, and they are still sealed. */
export const isToOpen = (
  { options: { daily } }: Pick<TableRecord, 'options'>,
  { phase, mandatesOpen }: Pick<State, 'phase' | 'mandatesOpen'>,
  now: number,
): boolean => daily !== undefined && phase === 'ended' && !mandatesOpen && now >= endOf(daily.day);

/** Watches for the end of a daily table's day. `open` opens the mandates if it is time. */
export type DayWatch = {
  readonly review: () => void;
  readonly open: () => Promise<void>;
  readonly stop: () => void;
};

/** Winds the watch. */
export const watchDay = ({
  record,
  table,
  clock,
  inTurn,
}: {
  readonly record: TableRecord;
  readonly table: Pick<Table, 'state'>;
  readonly clock: Clock;
  readonly inTurn: Orders['inTurn'];
}): DayWatch => {
  const { daily } = record.options;
  let cancel: Cancel | null = null;
  const open = (): Promise<void> =>
    inTurn(async (order) => {
      if (isToOpen(record, table.state, clock.now())) await order({ type: 'openMandates' });
    }, undefined);
  return {
    open,
    review: () => {
      const { phase, mandatesOpen } = table.state;
      if (daily === undefined || phase !== 'ended' || mandatesOpen) return;
      cancel ??= clock.after(endOf(daily.day) - clock.now(), () => void open());
    },
    stop: () => cancel?.(),
  };
};

/** Keeps the score of a daily table that has ended, if it did so on its day and who played it is who began it. */
export const keepScore = async (
  { daily: store }: Pick<LogStore, 'daily'>,
  { id, options: { daily } }: Pick<TableRecord, 'id' | 'options'>,
  { state, entries }: Pick<Table, 'state' | 'entries'>,
): Promise<void> => {
  if (daily === undefined || state.results === null) return;
  const end = entries.find(({ events }) => events.some(({ kind }) => kind === 'gameEnded'));
  const [guest] = holdersOf(state, daily.seat);
  if (end === undefined || guest === undefined || end.at >= endOf(daily.day)) return;
  await store.finish({ guest, tableId: id }, state.results[daily.seat].score, end.at);
};
