import { isProblem } from '../http/errorCodes.ts';
import type { ClassStore } from '../storage/classStore.ts';
import type { ClassHost } from './classHost.ts';
import { FORMS, itemsOf } from './forms.ts';
import { type Member, present } from './journal.ts';
import type { ClassFacts, FormView, MemberView } from './protocol.ts';

/** What everybody may know of a class. */
export const classFacts = ({ desk: { record, plan, journal } }: ClassHost): ClassFacts => {
  const state = journal.state();
  const { title, scenario, timeControl, press, roster, people, demo } = plan;
  return {
    code: record.code,
    title,
    scenario,
    timeControl,
    press,
    phase: state.phase,
    people: present(state).length,
    expected: roster.length > 0 ? roster.length : people,
    byRoster: roster.length > 0,
    isDemo: demo !== null,
  };
};

const placeOf = async ({ desk }: ClassHost, { place }: Member): Promise<MemberView['place']> => {
  const table = desk.journal.state().tables.find(({ number }) => number === place?.table);
  if (place === null || table === undefined) return null;
  const host = await desk.keeper.hostOf(table);
  const hasEnded = !isProblem(host) && host.table.state.phase === 'ended';
  return { number: table.number, table: table.code, seat: place.seat, hasEnded };
};

/** What a member sees of the class: where they sit, and the forms that wait for them. */
export const memberView = async (host: ClassHost, member: Member, store: ClassStore): Promise<MemberView> => {
  const { record, plan, journal } = host.desk;
  const { name, isRemoved, isFacilitator, agrees } = member;
  const place = await placeOf(host, member);
  const given = await store.formsOf(record.id, member.id);
  const isOver = place?.hasEnded === true || journal.state().phase === 'closed';
  const forms = FORMS.map((form): FormView => {
    // What somebody expected can't be asked once they know how it ended.
    const isOpen = (form === 'after') === isOver;
    const isDone = given.includes(form);
    return { name: form, items: itemsOf(plan[form]), state: isDone ? 'done' : isOpen ? 'open' : 'closed' };
  }).filter(({ items }) => items.length > 0);
  return { ...classFacts(host), name, isRemoved, isFacilitator, agrees, place, forms };
};
