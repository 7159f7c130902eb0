/** How a server ended. `servedMs`: since it began to listen; null: it never did. */
export type End = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly servedMs: number | null;
};

/** What has happened before. `failures`: short lives in a row, this one not counted; `isWanted`: it was told to stop. */
export type Past = { readonly failures: number; readonly hasServed: boolean; readonly isWanted: boolean };

/** What the supervisor does next. */
export type Step =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'restart'; readonly afterMs: number; readonly failures: number };

const SHORT_LIFE_MS = 2000;
const FIRST_WAIT_MS = 250;
// Whatever kills a server that serves, most tables can go on meanwhile: they are not kept waiting for its sake.
const LONGEST_WAIT_SERVED_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * A server that dies starts again at once; one that dies at once again and again waits longer each time, much longer if it
 * does not even come to listen. One that could not start in the first place (its configuration, its port) is not tried
 * again: whoever started it has to see to it.
 */
export const nextStep = ({ code, signal, servedMs }: End, { failures, hasServed, isWanted }: Past): Step => {
  // A signal that comes before the server listens for any ends it just as well.
  if (isWanted) return { kind: 'exit', code: code ?? (signal === 'SIGKILL' ? 1 : 0) };
  if (code === 0) return { kind: 'exit', code };
  if (servedMs === null && !hasServed) return { kind: 'exit', code: code ?? 1 };
  const isShort = servedMs === null || servedMs < SHORT_LIFE_MS;
  const inRow = isShort ? failures + 1 : 0;
  const longest = servedMs === null ? LONGEST_WAIT_MS : LONGEST_WAIT_SERVED_MS;
  const afterMs = inRow === 0 ? 0 : Math.min(longest, FIRST_WAIT_MS * 2 ** (inRow - 1));
  return { kind: 'restart', afterMs, failures: inRow };
};
