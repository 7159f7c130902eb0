import type {
  ActOutcome,
  ClassDebrief,
  ClassFacts,
  ClassRequest,
  ClassTables,
  ConsoleView,
  FormName,
  MemberView,
} from '../../server/classes/protocol.ts';
import type { Seat } from '../../shared/seats.ts';
import { ask, askAsGuest, guestToken } from './http.ts';

type Upon = { readonly tables: 'all' | readonly number[] };

/** What a facilitator may do. */
export type ClassAct =
  | { readonly type: 'begin' | 'close' }
  | ({ readonly type: 'release' | 'advance' | 'openMandates' } & Upon)
  | ({ readonly type: 'pause' | 'announce'; readonly text: string } & Upon)
  | ({ readonly type: 'extend'; readonly ms: number } & Upon)
  | ({ readonly type: 'inject'; readonly card: string } & Upon)
  | { readonly type: 'bot'; readonly table: number; readonly seat: Seat }
  | {
      readonly type: 'place';
      readonly member: string;
      readonly table: number;
      readonly seat: Seat | null;
    }
  | { readonly type: 'remove'; readonly member: string };

/** Why somebody is not in a class any more who was: their place is on another device. */
export const MOVED = 'class.moved';

/** One line of a roster and its key, from a personal link; null: a name of one's own. */
export type RosterLine = { readonly line: number; readonly key: string } | null;

const classPath = (code: string): string => `/api/classes/${encodeURIComponent(code)}`;

/** Opens a class. The secret is given out this once. */
export const openClass = (plan: ClassRequest): Promise<{ readonly code: string; readonly secret: string }> =>
  ask('POST', '/api/classes', plan);

/** What everybody may know of a class. */
export const classFacts = (code: string): Promise<ClassFacts> => ask('GET', classPath(code));

/** Gives the secret for the cookie that opens the console. Says who asks, for somebody of the class may hold it. */
export const enterConsole = (code: string, secret: string): Promise<unknown> =>
  ask('POST', `${classPath(code)}/enter`, { secret }, guestToken());

/** All that the facilitator sees. */
export const consoleView = (code: string): Promise<ConsoleView> => ask('GET', `${classPath(code)}/console`);

/** The tables of a class, for its debrief. */
export const classTables = (code: string): Promise<ClassTables> => ask('GET', `${classPath(code)}/tables`);

/** A class to look back on: for its facilitator, or for one of its people. */
export const classDebrief = (code: string): Promise<ClassDebrief> =>
  ask('GET', `${classPath(code)}/debrief`, undefined, guestToken());

/** Does something in the class. */
export const actOnClass = (code: string, act: ClassAct): Promise<ActOutcome> =>
  ask('POST', `${classPath(code)}/acts`, act);

/** Deletes a class and all that is its. */
export const deleteClass = (code: string): Promise<unknown> => ask('DELETE', classPath(code));

/** Joins a class, or comes back to it. */
export const joinClass = (code: string, line: RosterLine): Promise<MemberView> =>
  askAsGuest(`${classPath(code)}/join`, line === null ? {} : { roster: line });

/** How things are for somebody who is in a class. */
export const memberView = (code: string): Promise<MemberView> => askAsGuest(`${classPath(code)}/me`);

/** Says whether one's words may go along when the class is taken away as files. */
export const sayConsent = (code: string, agrees: boolean): Promise<MemberView> =>
  askAsGuest(`${classPath(code)}/consent`, { agrees });

/** Hands in a questionnaire. */
export const sendAnswers = (
  code: string,
  form: FormName,
  answers: Readonly<Record<string, number | string>>,
): Promise<MemberView> => askAsGuest(`${classPath(code)}/answers`, { form, answers });
