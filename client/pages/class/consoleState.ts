import { signal } from '@preact/signals';
import type { ConsoleView } from '../../../server/classes/protocol.ts';
import {
  actOnClass,
  type ClassAct,
  consoleView,
  deleteClass,
  enterConsole,
} from '../../connection/classes.ts';
import { ServerRefusal } from '../../connection/http.ts';
import { notify } from '../../notices.ts';
import { navigate } from '../../router.tsx';
import { isTextKey, t } from '../../words/language.ts';
import { doorText, failureText } from '../../words/refusals.ts';
import { forgetSecret, knownSecret, rememberSecret } from './classLinks.ts';
import { tableNames } from './classWords.ts';

const POLL_MS = 800;

/** What the console shows; null until the first answer. */
export const shown = signal<ConsoleView | null>(null);
/** This browser's time at the last answer. */
export const heardAt = signal(0);
/** This browser's time, a few times a second. */
export const now = signal(Date.now());
/** Why there is no console: a code of `error.*`; null: there is one. */
export const closedBy = signal<string | null>(null);
/** Why the last question had no answer, and may have one in a moment; null: it had one. */
export const unheard = signal<unknown>(null);
/** The class whose console is open. */
let followed: string | null = null;
/** The server's clock minus this browser's, in ms. */
const offset = signal(0);

/** The server's time in epoch ms. */
export const serverTime = (): number => now.value + offset.value;

const take = (view: ConsoleView): void => {
  // An answer may come when another console is open.
  if (view.code !== followed) return;
  shown.value = view;
  heardAt.value = Date.now();
  now.value = heardAt.value;
  offset.value = view.now - heardAt.value;
  closedBy.value = null;
  unheard.value = null;
};

/** The server has decided; anything else may be otherwise in a moment. */
const isRefusal = (failure: unknown): failure is ServerRefusal =>
  failure instanceof ServerRefusal && [400, 403, 404].includes(failure.status);

const isForbidden = (failure: unknown): boolean => failure instanceof ServerRefusal && failure.status === 403;

/** Asks once; with the secret that this browser keeps, should the cookie be gone. */
const refresh = async (code: string): Promise<void> => {
  try {
    take(await consoleView(code));
  } catch (failure) {
    const secret = isForbidden(failure) ? knownSecret(code) : null;
    if (secret === null) throw failure;
    await enterConsole(code, secret);
    take(await consoleView(code));
  }
};

/** Opens the console of a class and keeps it up to date until the function that it gives is called. */
export const followClass = (code: string, secret: string | null): (() => void) => {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ticking = setInterval(() => {
    now.value = Date.now();
  }, 250);
  let unspent = secret;
  /** The secret is out of the address by now: it is tried until the server has said yes or no. */
  const spend = async (given: string): Promise<void> => {
    try {
      await enterConsole(code, given);
      rememberSecret(code, given);
    } catch (failure) {
      if (!isRefusal(failure)) throw failure;
    }
    unspent = null;
  };
  const look = async (): Promise<void> => {
    try {
      if (unspent !== null) await spend(unspent);
      await refresh(code);
    } catch (failure) {
      if (isOver) return;
      // What is on the screen stays there: only a refusal closes the console.
      if (isRefusal(failure)) closedBy.value = failure.code;
      else unheard.value = failure;
    }
    if (!isOver) timer = setTimeout(() => void look(), POLL_MS);
  };
  followed = code;
  shown.value = null;
  closedBy.value = null;
  unheard.value = null;
  void look();
  return () => {
    isOver = true;
    clearTimeout(timer);
    clearInterval(ticking);
  };
};

const refusalOf = (code: string): string => {
  const key = `refusal.${code}`;
  return isTextKey(key) ? t(key) : doorText(code);
};

/** Deletes the class for good, and leaves it. */
export const deleteAll = async (code: string): Promise<void> => {
  try {
    await deleteClass(code);
    forgetSecret(code);
    notify(() => t('class.deleted'), 'good');
    navigate('/');
  } catch (failure) {
    notify(() => failureText(failure), 'bad');
  }
};

/** Does something in the class, tells what came of it, and shows it at once. */
export const act = async (wanted: ClassAct): Promise<void> => {
  const code = shown.value?.code;
  if (code === undefined) return;
  try {
    const { done, refused } = await actOnClass(code, wanted);
    if (done.length > 0) notify(() => t('class.outcome.done', { tables: tableNames(done) }), 'good');
    for (const { table, code: why } of refused)
      notify(() => t('class.outcome.refused', { table, reason: refusalOf(why) }), 'bad');
    await refresh(code);
  } catch (failure) {
    notify(() => failureText(failure), 'bad');
  }
};
