import type { DebriefTable } from '../../../../server/classes/protocol.ts';
import { type TableFigures, tableFigures } from '../../../../shared/debrief/classFigures.ts';
import type { Debrief } from '../../../../shared/debrief/report.ts';
import { bookOf } from '../../../../shared/scenarios/index.ts';
import type { BySeat, Seat } from '../../../../shared/seats.ts';
import type { TableBack } from './classBack.ts';

/** A table of the class with all that is known of it. */
export type ClassRow = {
  readonly table: DebriefTable;
  readonly debrief: Debrief;
  readonly figures: TableFigures;
};

/** The tables that are worked out, in their order. */
export const rowsOf = (
  tables: readonly DebriefTable[],
  known: Readonly<Record<string, TableBack>>,
): readonly ClassRow[] =>
  tables.flatMap((table) => {
    const back = table.code === null ? undefined : known[table.code];
    if (back === undefined || back.debrief === null) return [];
    const { debrief, reviews } = back;
    return [{ table, debrief, figures: tableFigures(bookOf(debrief.scenario), debrief, reviews) }];
  });

/** Gains as points of the seats' ideals: tables with other mandates can be compared in these only. */
export const pointsOf = ({ debrief }: ClassRow, gains: BySeat<number>, seat: Seat): number =>
  (100 * gains[seat]) / bookOf(debrief.scenario).mandateOf(debrief.mandates[seat]).ideal;
