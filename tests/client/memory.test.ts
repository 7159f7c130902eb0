import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const refuse = () => {
  throw new DOMException('not here', 'SecurityError');
};
const closed = { getItem: refuse, setItem: refuse, removeItem: refuse };
const full = { getItem: () => 'an older text', setItem: refuse, removeItem: () => undefined };

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['closed', closed],
  ['full', full],
])('where storage is %s, the page remembers for as long as it is open', async (_, storage) => {
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('sessionStorage', storage);
  const { forgetAll, recall, recallHere, remember, rememberHere } = await import('../../client/memory.ts');
  for (const [name, text] of [
    ['draft.A', 'one'],
    ['guest', 'who'],
  ] as const)
    remember(name, text);
  rememberHere('outbox.A', 'letters');
  expect([recall('draft.A'), recall('guest'), recallHere('outbox.A')]).toEqual(['one', 'who', 'letters']);
  const otherwise = storage === full ? 'an older text' : null;
  forgetAll('draft.');
  expect([recall('draft.A'), recall('guest')]).toEqual([otherwise, 'who']);
  remember('guest', null);
  expect(recall('guest')).toBe(otherwise);
});

test('whoever may keep nothing is still known to the server, and takes a seat', async () => {
  vi.stubGlobal('localStorage', closed);
  vi.stubGlobal('fetch', async (path: string, { headers }: { readonly headers: Record<string, string> }) =>
    Response.json(
      path === '/api/guests'
        ? { token: 't', id: 'ann', name: 'Ann' }
        : { code: 'KLMN23', as: headers.Authorization },
    ),
  );
  const { introduce, takePlace } = await import('../../client/connection/http.ts');
  await introduce('Ann');
  expect(await takePlace('KLMN23', 'KR')).toEqual({ code: 'KLMN23', as: 'Bearer t' });
});
