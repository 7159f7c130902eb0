import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Storage as browsers have it: what is kept are its own keys. */
const storage = (kept: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.assign(
    Object.create({
      getItem(this: Record<string, string>, name: string) {
        return this[name] ?? null;
      },
      setItem(this: Record<string, string>, name: string, text: string) {
        this[name] = text;
      },
      removeItem(this: Record<string, string>, name: string) {
        delete this[name];
      },
    }),
    kept,
  );

const guest = { token: 't', id: 'ann', name: 'Ann' };
let kept: Record<string, unknown>;
let dropped: string[];
beforeEach(() => {
  dropped = [];
  kept = storage({
    'between-giants.guest': JSON.stringify(guest),
    'between-giants.lastTable': 'KLMN2345',
    'between-giants.draft.KLMN2345': '{}',
    'between-giants.draft.PQRS2345': '{}',
    'between-giants.theme': 'light',
    'another.draft.KLMN2345': 'not ours',
  });
  vi.stubGlobal('localStorage', kept);
  vi.stubGlobal('caches', { delete: async (name: string) => dropped.push(name) });
});
afterEach(() => vi.unstubAllGlobals());

const deletion = async (answer: Response): Promise<unknown> => {
  vi.stubGlobal('fetch', async () => answer);
  const { deletePlayer } = await import('../../client/identity.ts');
  return deletePlayer().catch(({ code }: { readonly code: string }) => code);
};

test('who has themselves deleted leaves no drafts and no copies in the browser, and its settings as they are', async () => {
  await deletion(Response.json({}));
  expect(Object.keys(kept).toSorted()).toEqual(['another.draft.KLMN2345', 'between-giants.theme']);
  expect(dropped).toEqual(['finished-tables']);
});

test('as long as the server does not say that it is done, everything stays', async () => {
  const before = { ...kept };
  const error = { code: 'unavailable', params: {} };
  expect(await deletion(Response.json({ error }, { status: 503 }))).toBe('unavailable');
  expect({ ...kept }).toEqual(before);
  expect(dropped).toEqual([]);
});
