import type { Place, RecordLine, TableRow, Treatment } from '../../../server/classes/protocol.ts';
import { SCENARIOS } from '../../../shared/scenarios/index.ts';
import type { Scenario } from '../../../shared/scenarios/schema.ts';
import { isSeat } from '../../../shared/seats.ts';
import { figure, listed } from '../../words/figures.ts';
import { isTextKey, t, words } from '../../words/language.ts';

/** So many tables, in words. */
export const tablesText = (count: number): string => t('class.tables', { count });

/** So many people, in words. */
export const peopleText = (count: number): string => t('class.people', { count });

/** Tables by their numbers: `table 3`, `tables 1, 2 and 5`. */
export const tableNames = (numbers: readonly number[]): string => {
  if (numbers.length === 0) return t('class.record.nowhere');
  if (numbers.length === 1) return t('class.table', { number: numbers[0] });
  const isRun = numbers.every((number, i) => i === 0 || number === numbers[i - 1] + 1);
  if (isRun && numbers.length > 3)
    return t('class.record.tables', { numbers: `${numbers[0]}–${numbers[numbers.length - 1]}` });
  return t('class.record.tables', { numbers: listed(numbers.map(String)) });
};

/** A place in words: `Table 3, Korea`. */
export const placeText = (place: Place | null): string => {
  if (place === null) return t('class.noPlace');
  const { table, seat } = place;
  return seat === null
    ? t('class.observerAt', { table })
    : t('class.seatAt', { table, seat: t(`seat.short.${seat}`) });
};

/** A scenario that ships; the first one for an id that this client does not know. */
export const scenarioOf = (id: string): Scenario => SCENARIOS[id] ?? Object.values(SCENARIOS)[0];

/** The level of a factor at one table, in a word or two. */
export const levelName = (factor: keyof Treatment, treatment: Treatment): string => {
  if (factor === 'press') return t(`press.${treatment.press}`);
  if (factor === 'dealing') return t(`class.dealing.${treatment.dealing}`);
  if (factor === 'worth') return t(treatment.worth ? 'class.worth.on' : 'class.worth.off');
  if (factor === 'hints') return t(treatment.hints ? 'class.hints.on' : 'class.hints.off');
  return words(scenarioOf(treatment.scenario).title);
};

/** The name of a seat's mandate. */
export const mandateName = (scenario: string, id: string): string => {
  const mandate = scenarioOf(scenario).mandates.find((one) => one.id === id);
  return mandate === undefined ? id : words(mandate.label);
};

/** A score of 100, with its sign when it is below nothing. */
export const scoreText = (score: number): string => figure(score, { digits: 0 });

const actName = (act: string): string => {
  const key = `class.record.${act}`;
  return isTextKey(key) ? t(key) : act;
};

const headlineOf = (card: string): string => {
  const found = Object.values(SCENARIOS)
    .flatMap(({ news }) => news)
    .find(({ id }) => id === card);
  return found === undefined ? card : words(found.headline);
};

const actText = ({ act, tables, text }: RecordLine): string => {
  const said = act === 'inject' ? headlineOf(text) : text;
  const [what, where] = [actName(act), tableNames(tables)];
  return said === ''
    ? t('class.record.act', { act: what, tables: where })
    : t('class.record.actText', { act: what, tables: where, text: said });
};

/** A line of the class's record as a sentence. */
export const recordText = (line: RecordLine): string => {
  const { kind, name, tables, text } = line;
  switch (kind) {
    case 'joined':
      return t('class.record.joined', { name });
    case 'returned':
      return t('class.record.returned', { name });
    case 'begun':
      return t('class.record.begun', { tables: tablesText(tables.length) });
    case 'placed':
      return t('class.record.placed', {
        name,
        place: placeText({ table: tables[0], seat: isSeat(text) ? text : null }),
      });
    case 'removed':
      return t('class.record.removed', { name });
    case 'closed':
      return t('class.record.closed');
    default:
      return actText(line);
  }
};

/** Whether there is a table to look at and to act upon. */
export const isThere = ({ phase }: TableRow): boolean =>
  phase !== 'planned' && phase !== 'broken' && phase !== 'unreachable';
