import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../../server/config.ts';
import { NOWHERE_ELSE } from '../../server/http/elsewhere.ts';
import { type HttpParts, httpApp } from '../../server/http/httpApp.ts';
import { openMetrics } from '../../server/ops/metrics.ts';
import { watchStore } from '../../server/ops/watchStore.ts';
import type { LogStore } from '../../server/storage/logStore.ts';
import { ACTIONS } from '../../shared/engine/actions/index.ts';
import { apiOf, newGuest, newId, type Player, sit, type TestGuest } from '../helpers/players.ts';
import { freePort } from '../helpers/serverProcess.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

let server: ServerUnderTest;
let metricsUrl: string;
let ann: TestGuest;

beforeAll(async () => {
  const port = await freePort();
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  server = await startServer({ METRICS_PORT: String(port) });
  ann = await newGuest(server.api, 'Ann');
});
afterAll(() => server.close());

const page = async (): Promise<string> => (await fetch(metricsUrl)).text();
const figure = (text: string, line: string): number =>
  Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.split(' ')
      .at(-1) ?? Number.NaN,
  );

const alone = async (): Promise<Player> => {
  const seats = { KR: 'bot:trader', CN: 'bot:trader' };
  const { body } = await server.api('POST', '/api/tables', { token: ann.token, body: { seats } });
  const player = await sit(server.url, ann, body.code, 'US');
  await player.until(() => player.view().round === 1);
  return player;
};

describe('S21: metrics', () => {
  test('S21: actions by type and result, commits, connections, tables, the event loop, the process', async () => {
    const player = await alone();
    await player.act({ type: 'speak', to: 'all', text: 'a word', pledge: null });
    await player.act({ type: 'release' });
    await player.act({ type: `made-up-${newId()}` });
    const text = await page();
    expect(figure(text, 'between_giants_actions_total{type="speak",result="ok"}')).toBe(1);
    expect(figure(text, 'between_giants_actions_total{type="release",result="refused"}')).toBe(1);
    expect(figure(text, 'between_giants_actions_total{type="other",result="refused"}')).toBe(1);
    expect(figure(text, 'between_giants_entries_total{type="speak",actor="US"}')).toBe(1);
    expect(figure(text, 'between_giants_commit_seconds_count')).toBeGreaterThan(3);
    expect(figure(text, 'between_giants_action_seconds_count')).toBe(3);
    expect(figure(text, 'between_giants_connections')).toBe(1);
    expect(figure(text, 'between_giants_tables{phase="negotiation"}')).toBe(1);
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
    ])
      expect(figure(text, name), name).toBeGreaterThanOrEqual(0);
    await player.leave();
  });

  test('S21: labels are bounded: no id, name, code or address, whatever is sent', async () => {
    const player = await alone();
    // The process has lines of its own, which come with the first collection of garbage of a kind.
    const ownLines = (text: string): number =>
      text.split('\n').filter((line) => line.startsWith('between_giants')).length;
    const before = ownLines(await page());
    for (let i = 0; i < 15; i++) await player.act({ type: `type-${i}` });
    const text = await page();
    // At most the lines of one type and result more than before.
    expect(ownLines(text) - before).toBeLessThanOrEqual(1);
    for (const secret of [ann.id, ann.token, 'Ann', '127.0.0.1', player.room.roomId, player.room.sessionId])
      expect(text).not.toContain(secret);
    const types = new Set([...text.matchAll(/_total\{type="(\w+)"/g)].map(([, type]) => type));
    for (const type of types) expect([...Object.keys(ACTIONS), 'other']).toContain(type);
    await player.leave();
  });

  test('S21: the page is at its own port only, on this machine only unless said otherwise, and off by default', async () => {
    expect((await server.api('GET', '/metrics')).body).not.toContain('process_cpu');
    const port = Number(new URL(metricsUrl).port);
    const other = metricsUrl.replace('/metrics', '/healthz');
    expect((await fetch(other)).status).toBe(404);
    expect((await fetch(metricsUrl, { method: 'POST' })).status).toBe(404);
    // The port is free on every other address of this machine.
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(port, '127.0.0.2', resolve));
    expect((probe.address() as AddressInfo).port).toBe(port);
    probe.close();
    expect(readConfig({})).toMatchObject({ METRICS_HOST: '127.0.0.1' });
    expect(readConfig({})).not.toHaveProperty('METRICS_PORT');
  });
});

describe('S21: health', () => {
  test('S21: a server that serves is ready', async () => {
    const answer = await server.api('GET', '/healthz');
    expect(answer).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['degraded', 200, 401],
    ['draining', 503, 503],
  ] as const)(
    'S21: a server that is %s says so, and a draining one takes nobody in',
    async (health, status, door) => {
      const config = readConfig({}) as Config;
      const parts = {
        config,
        clock: server.clock,
        store: {},
        isAllowed: () => true,
        health: () => health,
        clientFolder: server.folder,
        elsewhere: NOWHERE_ELSE,
        fleet: null,
      };
      const http = httpApp(parts as unknown as HttpParts).listen(0, '127.0.0.1');
      await once(http, 'listening');
      const api = apiOf(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
      expect(await api('GET', '/healthz')).toMatchObject({ status, body: { status: health } });
      expect((await api('GET', '/api/me')).status).toBe(door);
      http.close();
    },
  );

  test('S21: a store that fails makes it degraded until it works again', async () => {
    let isFull = false;
    const write = async (): Promise<void> => {
      if (isFull) throw new Error('disk full');
    };
    const counts = { committed: 0, failed: 0 };
    const { store, isWorking } = watchStore({ append: write, beat: write } as unknown as LogStore, {
      committed: () => counts.committed++,
      storeFailed: () => counts.failed++,
    });
    const entry = { seq: 1, at: 0, actor: 'US', id: null, action: {}, events: [], hash: '' } as const;
    await store.append('table', entry, 1);
    expect(isWorking()).toBe(true);
    isFull = true;
    await expect(store.append('table', entry, 1)).rejects.toThrow('disk full');
    expect(isWorking()).toBe(false);
    isFull = false;
    await store.beat(1);
    expect(isWorking()).toBe(true);
    expect(counts).toEqual({ committed: 1, failed: 1 });
  });

  test('S21: many servers in one process keep their own books', async () => {
    const [one, other] = [1, 2].map(() => openMetrics({ connections: () => 0, phases: () => [] }));
    one!.storeFailed();
    expect((await one!.page()).text).toContain('between_giants_store_failures_total 1');
    expect((await other!.page()).text).toContain('between_giants_store_failures_total 0');
  });
});
