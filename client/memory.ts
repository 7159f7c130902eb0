const PREFIX = 'between-giants.';

/** How the names begin under which drafts are kept, each with the code of its table. */
export const DRAFTS = 'draft.';

/** Storage may be closed to us (private windows, policies) or full: what it does not take stays as long as the page. */
const memoryIn = (storage: () => Storage) => {
  const unkept = new Map<string, string>();
  const attempt = <T>(use: () => T, otherwise: T): T => {
    try {
      return use();
    } catch {
      return otherwise;
    }
  };
  const remember = (name: string, text: string | null): void => {
    unkept.delete(name);
    try {
      if (text === null) storage().removeItem(PREFIX + name);
      else storage().setItem(PREFIX + name, text);
    } catch {
      if (text !== null) unkept.set(name, text);
    }
  };
  return {
    recall: (name: string): string | null =>
      unkept.get(name) ?? attempt(() => storage().getItem(PREFIX + name), null),
    remember,
    forgetAll: (beginning: string): void => {
      const kept = attempt(() => Object.keys(storage()), []).filter((name) => name.startsWith(PREFIX));
      for (const name of [...kept.map((key) => key.slice(PREFIX.length)), ...unkept.keys()])
        if (name.startsWith(beginning)) remember(name, null);
    },
  };
};

const everywhere = memoryIn(() => localStorage);
const here = memoryIn(() => sessionStorage);

/** What this browser keeps under a name, over all its tabs. */
export const recall = everywhere.recall;

/** Keeps a text in this browser; null forgets it. */
export const remember = everywhere.remember;

/** Forgets whatever this browser keeps under names that begin like this. */
export const forgetAll = everywhere.forgetAll;

/** What this tab keeps under a name until it is closed. */
export const recallHere = here.recall;

/** Keeps a text in this tab; null forgets it. */
export const rememberHere = here.remember;
