import { randomBytes } from 'node:crypto';
import { isProblem, type Problem, problem } from '../http/errorCodes.ts';
import type { Guest } from '../storage/logStore.ts';
import { MOST_PEOPLE } from './classPlan.ts';
import type { ClassDesk } from './desk.ts';
import { type Fact, type Member, present } from './journal.ts';
import { latePlace, type Playing } from './places.ts';
import { isRosterKey } from './secrets.ts';

/** One line of a roster and its key, as a link carries them; null: somebody under a name of their own. */
export type RosterLine = { readonly line: number; readonly key: string } | null;

/** How somebody comes in. `isFacilitator`: with the class's secret, as who holds the class. */
export type Entrance = {
  readonly guest: Guest;
  readonly line: RosterLine;
  readonly isFacilitator: boolean;
};

/** The tables of a class that have not ended. */
export const playingTables = async ({ journal, keeper }: ClassDesk): Promise<readonly Playing[]> => {
  const hosts = await Promise.all(
    journal.state().tables.map(async (table) => ({ number: table.number, host: await keeper.hostOf(table) })),
  );
  return hosts.flatMap(({ number, host }) =>
    isProblem(host) || host.table.state.phase === 'ended' ? [] : [{ number, host }],
  );
};

const memberWith = (desk: ClassDesk, id: string): Member | Problem =>
  desk.journal.state().members.find((member) => member.id === id) ?? problem('class.memberUnknown');

const seatLate = async (desk: ClassDesk, member: string): Promise<void> => {
  const { state, note } = desk.journal;
  if (state().phase !== 'running') return;
  const place = latePlace(state(), await playingTables(desk), desk.plan.remainder);
  await note({ kind: 'placed', member, ...place });
  if (place.seat !== null) await desk.keeper.keep('system', state(), place.table, place.seat);
};

/** The same person on another device: that one plays on, in the same seat. */
const comeBack = async (
  desk: ClassDesk,
  { id, place, isRemoved }: Member,
  { guest, isFacilitator }: Entrance,
): Promise<void> => {
  const { state, note } = desk.journal;
  await note({ kind: 'returned', member: id, guest: guest.id, isFacilitator });
  if (isRemoved) await seatLate(desk, id);
  else if (place !== null && place.seat !== null)
    await desk.keeper.keep('system', state(), place.table, place.seat);
};

const enter = async (
  desk: ClassDesk,
  { guest, isFacilitator }: Entrance,
  who: Pick<Extract<Fact, { readonly kind: 'joined' }>, 'name' | 'line'>,
): Promise<Member | Problem> => {
  const member = randomBytes(6).toString('base64url');
  await desk.journal.note({ kind: 'joined', member, guest: guest.id, isFacilitator, ...who });
  await seatLate(desk, member);
  return memberWith(desk, member);
};

const joinByLine = async (
  desk: ClassDesk,
  { line, key }: { line: number; key: string },
  entrance: Entrance,
): Promise<Member | Problem> => {
  const name = desk.plan.roster[line];
  if (name === undefined || !isRosterKey(desk.record.rosterKey, line, key))
    return problem('class.rosterOnly');
  const known = desk.journal.state().members.find((member) => member.line === line);
  if (known === undefined) return enter(desk, entrance, { name, line });
  if (known.guest !== entrance.guest.id || known.isRemoved) await comeBack(desk, known, entrance);
  return memberWith(desk, known.id);
};

/** Notes that a guest has shown the class's secret: from now on the console hides what their seat must not know. */
export const noteFacilitator = async (
  { journal: { state, note } }: ClassDesk,
  guest: string,
): Promise<void> => {
  const unmarked = present(state()).filter((member) => member.guest === guest && !member.isFacilitator);
  for (const { id } of unmarked) await note({ kind: 'facilitates', member: id });
};

/**
 * Lets somebody into a class: again, by a line of the roster, or under a name of their own; late ones get a bot's seat.
 * Whoever holds the class has one seat, and has it on the device on which they joined last.
 */
export const joinClass = async (desk: ClassDesk, entrance: Entrance): Promise<Member | Problem> => {
  const { guest, line, isFacilitator } = entrance;
  const { state } = desk.journal;
  if (desk.plan.demo !== null) return problem('class.demo');
  if (isFacilitator) await noteFacilitator(desk, guest.id);
  const known = state().members.findLast((member) => member.guest === guest.id);
  if (known !== undefined && (line === null || known.line === line.line))
    return known.isRemoved ? problem('class.removed') : known;
  if (state().phase === 'closed') return problem('class.closed');
  if (line !== null) return joinByLine(desk, line, entrance);
  const own = isFacilitator ? present(state()).find((member) => member.isFacilitator) : undefined;
  if (own !== undefined) {
    await comeBack(desk, own, entrance);
    return memberWith(desk, own.id);
  }
  if (desk.plan.roster.length > 0 && !isFacilitator) return problem('class.rosterOnly');
  if (present(state()).length >= MOST_PEOPLE) return problem('class.full', { max: MOST_PEOPLE });
  return enter(desk, entrance, { name: guest.name, line: null });
};
