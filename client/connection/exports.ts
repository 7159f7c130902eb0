import { guestToken, ServerRefusal } from './http.ts';

/** What can be taken away: one finished table, or all of a class. */
export type ExportOf = { readonly kind: 'tables' | 'classes'; readonly code: string };

type Refused = { readonly error?: { readonly code?: string } } | null;

/** Fetches an export as a file. `words`: with what people said. `key`: of a link that was passed on. Throws a `ServerRefusal`. */
export const fetchExport = async (
  { kind, code }: ExportOf,
  words: boolean,
  key: string | null,
): Promise<Blob> => {
  const token = guestToken();
  const path = `/api/${kind}/${encodeURIComponent(code)}/export${words ? '?words=yes' : ''}`;
  const response = await fetch(path, {
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(key === null ? {} : { 'X-Share-Key': key }),
    },
  }).catch(() => {
    throw new ServerRefusal(0, 'network', {});
  });
  if (response.ok) return response.blob();
  const answer: Refused = await response.json().catch(() => null);
  throw new ServerRefusal(response.status, answer?.error?.code ?? 'unknown', {});
};
