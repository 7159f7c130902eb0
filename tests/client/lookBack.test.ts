import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { finishedTable } from '../../client/connection/lookBack.ts';

/** What browsers keep answers in, as far as it is used. */
const shelf = () => {
  const kept = new Map<string, string>();
  const cache = {
    put: async (address: string, answer: Response) => void kept.set(address, await answer.text()),
    match: async (address: string) => {
      const text = kept.get(address);
      return text === undefined ? undefined : new Response(text);
    },
    keys: async () => [...kept.keys()],
    delete: async (address: string) => kept.delete(address),
  };
  return { open: async () => cache };
};

const CODE = 'KLMN2345';
const TABLE = { code: CODE, created: 1, reader: 'person', share: 'key', seat: 'US', entries: [] };

/** What the server says next; null: it is out of reach. */
let says: { readonly status: number; readonly body: unknown } | null;
let guest: string | null;
const refused = (status: number, code: string) => ({ status, body: { error: { code, params: {} } } });
const outcome = (key: string | null = null): Promise<unknown> =>
  finishedTable(CODE, key).catch(({ code }: { readonly code: string }) => code);

beforeEach(() => {
  guest = 'ann';
  says = { status: 200, body: TABLE };
  vi.stubGlobal('caches', shelf());
  vi.stubGlobal('localStorage', {
    getItem: () => (guest === null ? null : JSON.stringify({ token: 't', id: guest, name: guest })),
  });
  vi.stubGlobal('fetch', async () => {
    if (says === null) throw new TypeError('no network');
    return Response.json(says.body, { status: says.status });
  });
});
afterEach(() => vi.unstubAllGlobals());

test('a table that was looked back on opens without a network, for whoever it was and nobody else', async () => {
  says = null;
  expect(await outcome()).toBe('network.notKept');
  says = { status: 200, body: TABLE };
  expect(await outcome()).toEqual(TABLE);
  says = null;
  expect(await outcome()).toEqual(TABLE);
  guest = 'bo';
  expect(await outcome()).toBe('network.notKept');
  guest = null;
  expect(await outcome('key')).toBe('network.notKept');
});

test('one that was opened by its link opens again with that link only', async () => {
  says = { status: 200, body: { ...TABLE, reader: 'link' } };
  await outcome('key');
  says = null;
  expect(await outcome('key')).toMatchObject({ reader: 'link' });
  expect(await outcome('other')).toBe('network.notKept');
  // Not even for the guest who had the link: without it they may not read it.
  expect(await outcome()).toBe('network.notKept');
});

test('a facilitator’s view of a table is not kept', async () => {
  says = { status: 200, body: { ...TABLE, reader: 'facilitator' } };
  await outcome();
  says = null;
  expect(await outcome()).toBe('network.notKept');
});

test('a server that can’t answer now leaves what is kept; one that says no takes it away', async () => {
  await outcome();
  for (const passing of [
    refused(503, 'unavailable'),
    refused(429, 'request.tooMany'),
    refused(500, 'server.failed'),
  ]) {
    says = passing;
    expect(await outcome()).toEqual(TABLE);
  }
  says = refused(404, 'table.unknown');
  expect(await outcome()).toBe('table.unknown');
  says = null;
  expect(await outcome()).toBe('network.notKept');
});
