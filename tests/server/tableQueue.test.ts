import { expect, test } from 'vitest';
import { openLog } from '../../server/log.ts';
import { tableQueue } from '../../server/rooms/tableQueue.ts';
import type { LogStore } from '../../server/storage/logStore.ts';
import type { Entry } from '../../shared/engine/log.ts';
import { stateHash } from '../../shared/engine/log.ts';
import type { Actor } from '../../shared/seats.ts';
import type { Table } from '../../shared/table/table.ts';
import { openGame } from '../helpers/game.ts';
import { manualClock } from '../helpers/manualClock.ts';

const ids = (name: string) => ({ type: 'speak', to: 'all', text: name, pledge: null, id: `speech-${name}` });

/** A game whose store answers when the test says so. */
const slowlyStored = (defects: Partial<Table> = {}) => {
  const table = Object.assign(Object.create(openGame().table) as Table, defects);
  const appended: Entry[] = [];
  const pending: { readonly done: () => void; readonly fail: () => void }[] = [];
  const moved: boolean[] = [];
  const published: (readonly Entry[])[] = [];
  const publishing = { isBroken: false, recalls: 0 };
  const append = (_id: string, entry: Entry): Promise<void> => {
    appended.push(entry);
    return new Promise((resolve, reject) => {
      pending.push({ done: resolve, fail: () => reject(new Error('disk full')) });
    });
  };
  const queue = tableQueue({
    id: 't',
    epoch: 1,
    table,
    store: { append } as unknown as LogStore,
    clock: manualClock(),
    log: openLog('silent'),
    publish: (entries) => {
      if (publishing.isBroken) throw new Error('a defect');
      published.push(entries);
    },
    recall: () => {
      publishing.recalls += 1;
    },
    settle: async () => {},
    onUnstored: () => {},
    onMoved: () => moved.push(true),
  });
  const submit = (actor: Actor, name: string) =>
    queue.inTurn(async (one) => (await one(actor, ids(name))).reply, null);
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const answerStore = async (how: 'done' | 'fail') => {
    await settled();
    pending.shift()![how]();
    await settled();
  };
  return { table, queue, appended, published, moved, publishing, submit, answerStore, settled };
};

test('nothing is applied, published or answered before it is stored, and nothing else decided meanwhile', async () => {
  const game = slowlyStored();
  const before = stateHash(game.table.state);
  const count = game.table.entries.length;
  const [first, second] = [game.submit('US', 'one'), game.submit('KR', 'two')];
  await game.settled();
  expect(game.appended.map(({ actor }) => actor)).toEqual(['US']);
  expect([stateHash(game.table.state), game.published.length]).toEqual([before, 0]);
  await game.answerStore('done');
  expect(await first).toMatchObject({ ok: true });
  expect(game.published.map((entries) => entries.length)).toEqual([1]);
  expect(game.appended.map(({ actor, seq }) => [actor, seq - count])).toEqual([
    ['US', 1],
    ['KR', 2],
  ]);
  await game.answerStore('done');
  expect(await second).toMatchObject({ ok: true });
});

test('what could not be stored is refused as unavailable and changes nothing; the same action may come again', async () => {
  const game = slowlyStored();
  const before = stateHash(game.table.state);
  const first = game.submit('US', 'one');
  await game.answerStore('fail');
  expect(await first).toMatchObject({ id: 'speech-one', ok: false, refusal: { code: 'unavailable' } });
  expect([stateHash(game.table.state), game.published.length]).toEqual([before, 0]);
  const again = game.submit('US', 'one');
  await game.answerStore('done');
  expect(await again).toMatchObject({ ok: true });
  expect(await game.submit('US', 'one')).toMatchObject({ ok: true });
  expect(game.appended.map(({ seq }) => seq)).toEqual([game.table.entries.length, game.table.entries.length]);
});

test('a task that throws costs itself only', async () => {
  const game = slowlyStored();
  const failed = game.queue.inTurn(() => Promise.reject(new Error('a defect')), 'nothing');
  const next = game.submit('US', 'one');
  expect(await failed).toBe('nothing');
  await game.answerStore('done');
  expect(await next).toMatchObject({ ok: true });
});

test('what can not be published is answered all the same, and everybody is asked to come back', async () => {
  const game = slowlyStored();
  game.publishing.isBroken = true;
  const first = game.submit('US', 'one');
  await game.answerStore('done');
  expect(await first).toMatchObject({ ok: true });
  expect(game.publishing.recalls).toBe(1);
  game.publishing.isBroken = false;
  const second = game.submit('KR', 'two');
  await game.answerStore('done');
  expect(await second).toMatchObject({ ok: true });
  expect([game.publishing.recalls, game.published.flat().map(({ id }) => id)]).toEqual([1, ['speech-two']]);
});

test('a table that could not take in what is on record is given up, to be opened from the record', async () => {
  const apply = () => {
    throw new Error('a defect');
  };
  const game = slowlyStored({ apply });
  const [first, second] = [game.submit('US', 'one'), game.submit('KR', 'two')];
  await game.answerStore('done');
  expect([await first, await second].map((reply) => reply?.ok)).toEqual([false, false]);
  expect([game.moved, game.appended.length, game.published]).toEqual([[true], 1, []]);
});

test('who comes in mid-turn finds what is stored so far published once', async () => {
  const game = slowlyStored();
  const both = game.queue.inTurn(async (one) => {
    await one('US', ids('one'));
    return one('US', ids('two'));
  }, null);
  await game.answerStore('done');
  expect(game.published).toHaveLength(0);
  game.queue.flush();
  expect(game.published).toHaveLength(1);
  await game.answerStore('done');
  await both;
  expect(game.published.flat().map(({ id }) => id)).toEqual(['speech-one', 'speech-two']);
});

test('a queue that stops finishes what it has begun and takes nothing more', async () => {
  const game = slowlyStored();
  const [first, second] = [game.submit('US', 'one'), game.submit('KR', 'two')];
  let stopped = false;
  const stop = game.queue.stop().then(() => {
    stopped = true;
  });
  expect(await game.submit('CN', 'three')).toBeNull();
  await game.answerStore('done');
  expect(stopped).toBe(false);
  await game.answerStore('done');
  await stop;
  expect([await first, await second]).toMatchObject([{ ok: true }, { ok: true }]);
});

test('a store that does not answer does not fill the memory', async () => {
  const game = slowlyStored();
  const many = Array.from({ length: 501 }, (_, i) => game.submit('US', `many-${i}`));
  expect(await many.at(-1)).toBeNull();
});
