import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClassroom } from '../helpers/classroom.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

const TABLES = 40;

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('while the largest class is packed, everybody else is answered', async () => {
  const room = await openClassroom(server.url, { scenario: 'chip-council', tables: TABLES, people: 100 });
  await room.join('Ann');
  await room.act({ type: 'begin' });
  for (let i = 0; i < 12; i++) await room.act({ type: 'advance' });

  let isPacked = false;
  const packing = fetch(`${server.url}/api/classes/${room.code}/export`, {
    headers: { cookie: room.cookie },
  }).then(async (answer) => {
    isPacked = true;
    return answer;
  });
  let answered = 0;
  while (!isPacked) {
    expect((await server.api('GET', '/api/scenarios')).status).toBe(200);
    answered++;
  }
  const answer = await packing;
  expect(answer.status).toBe(200);
  expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))).toContain(
    `logs/T${TABLES}.jsonl`,
  );
  expect(answered).toBeGreaterThan(20);
});
