import { type ClassState, type ClassTable, type Member, present } from './journal.ts';

/** Whether a table has been dealt the same mandates as one of others: what is open there would tell what is secret here. */
export const isDealtAs = (table: ClassTable, others: readonly ClassTable[]): boolean =>
  table.treatment.dealing !== 'each' &&
  others.some((other) => other !== table && other.treatment.dealing === table.treatment.dealing);

/** The tables at which some of the members have a seat, as long as they go on. */
export const tablesPlayedBy = async (
  state: ClassState,
  isMeant: (member: Member) => boolean,
  hasEnded: (table: ClassTable) => Promise<boolean>,
): Promise<readonly ClassTable[]> => {
  const numbers = new Set(
    present(state)
      .filter((member) => isMeant(member) && Boolean(member.place?.seat))
      .map(({ place }) => place?.table),
  );
  const theirs = state.tables.filter(({ number }) => numbers.has(number));
  const over = await Promise.all(theirs.map(hasEnded));
  return theirs.filter((_, i) => !over[i]);
};
