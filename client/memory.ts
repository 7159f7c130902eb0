const PREFIX = 'between-giants.';

/** How the names begin under which drafts are kept, each with the code of its table. */
export const DRAFTS = 'draft.';

/** Storage may be closed to us (private windows, policies): the game then forgets, and plays on. */
const attempt = <T>(use: () => T, otherwise: T): T => {
  try {
    return use();
  } catch {
    return otherwise;
  }
};

/** What this browser keeps under a name, over all its tabs. */
export const recall = (name: string): string | null =>
  attempt(() => localStorage.getItem(PREFIX + name), null);

/** Keeps a text in this browser; null forgets it. */
export const remember = (name: string, text: string | null): void =>
  attempt(() => {
    if (text === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
  }, undefined);

/** Forgets whatever this browser keeps under names that begin like this. */
export const forgetAll = (beginning: string): void =>
  attempt(() => {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(PREFIX + beginning)) localStorage.removeItem(name);
  }, undefined);

/** What this tab keeps under a name until it is closed. */
export const recallHere = (name: string): string | null =>
  attempt(() => sessionStorage.getItem(PREFIX + name), null);

/** Keeps a text in this tab; null forgets it. */
export const rememberHere = (name: string, text: string | null): void =>
  attempt(() => {
    if (text === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, text);
  }, undefined);
