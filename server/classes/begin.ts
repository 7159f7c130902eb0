import { isProblem, type Problem, problem } from '../http/errorCodes.ts';
import { type ClassDesk, plannedPlaces, plannedTreatments } from './desk.ts';
import { type ClassTable, present } from './journal.ts';
import { openingOf } from './openingOf.ts';
import type { ActOutcome, Treatment } from './protocol.ts';

const openTable = async (
  { plan, seed, record, tables }: ClassDesk,
  treatment: Treatment,
  number: number,
): Promise<ClassTable | Problem> => {
  const { options, opening } = openingOf(plan, seed, treatment, number);
  const creator = { id: `class:${record.id}`, name: '', created: record.created };
  const host = await tables.create(creator, options, opening);
  if (isProblem(host)) return host;
  const { id, code } = host.record;
  return { number, id, code, treatment };
};

/**
 * Opens the tables, seats everybody and starts all clocks. The journal is told between opening and seating: what is
 * interrupted after that is made up for when the class is opened again.
 */
export const beginClass = async (desk: ClassDesk): Promise<ActOutcome | Problem> => {
  const { state, note } = desk.journal;
  if (state().phase !== 'gathering') return problem('class.begun');
  const people = present(state()).length;
  if (people === 0 && desk.plan.demo === null) return problem('class.empty');
  const treatments = plannedTreatments(desk, people);
  const full = desk.tables.lackOfRoom(treatments.length);
  if (full !== null) return full;
  const opened: ClassTable[] = [];
  for (const treatment of treatments) {
    const table = await openTable(desk, treatment, opened.length + 1);
    // Somebody else was faster. What was opened so far is nobody's, and is put away.
    if (isProblem(table)) return table;
    opened.push(table);
  }
  await note({ kind: 'begun', tables: opened, places: plannedPlaces(desk, state()) });
  await Promise.all(opened.map((table) => desk.keeper.settle('facilitator', state(), table)));
  return { done: opened.map(({ number }) => number), refused: [] };
};
