import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClassDebrief } from '../../server/classes/protocol.ts';
import { openClassroom, type Pupil } from '../helpers/classroom.ts';
import { newGuest } from '../helpers/players.ts';
import { type ServerUnderTest, startServer } from '../helpers/serverUnderTest.ts';

const SAID = 'what only this table heard';

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('a class is looked back on by its facilitator, and by its people once the mandates are open', async () => {
  const room = await openClassroom(server.url, {
    scenario: 'chip-council',
    timeControl: 'class',
    seating: 'order',
    tables: 2,
    after: { ready: ['value'], own: [] },
  });
  const pupils: readonly Pupil[] = await room.joinAll(6);
  const [ann, , , dan] = pupils as [Pupil, Pupil, Pupil, Pupil];
  const eve = await newGuest(server.api, 'Eve');
  const ask = (path: string, as: object) => server.api('GET', path, as);
  const facilitator = { headers: { cookie: room.cookie } };
  const look = async (as: object): Promise<ClassDebrief> => {
    const { status, body } = await ask(`/api/classes/${room.code}/debrief`, as);
    expect(status).toBe(200);
    return body;
  };
  const codesOf = async (as: object) => (await look(as)).tables.map(({ code }) => code);

  for (const as of [{ token: eve.token }, {}]) {
    const { status, body } = await ask(`/api/classes/${room.code}/debrief`, as);
    expect([status, body.error.code]).toEqual([404, 'class.memberUnknown']);
  }
  await room.act({ type: 'begin' });
  const [one, other] = await Promise.all([1, 2].map(async (number) => (await room.row(number)).code));
  // Nobody reads a table that is being played, nor learns its code.
  expect(await codesOf(facilitator)).toEqual([null, null]);
  await room.act({ type: 'announce', tables: [2], text: SAID });
  for (let i = 0; i < 12; i++) await room.act({ type: 'advance' });

  expect(await codesOf(facilitator)).toEqual([one, other]);
  expect(await codesOf({ token: ann.guest.token })).toEqual([null, null]);
  const log = (code: string | null | undefined, as: object) => ask(`/api/tables/${code}/log`, as);
  expect((await log(other, facilitator)).body).toMatchObject({ reader: 'facilitator', seat: null });
  expect((await log(other, { token: ann.guest.token })).body.error.code).toBe('table.mandatesSealed');

  await room.act({ type: 'openMandates', tables: [2] });
  expect(await codesOf({ token: ann.guest.token })).toEqual([null, other]);
  const own = await log(other, { token: dan.guest.token });
  expect(own.body).toMatchObject({ reader: 'person', seat: 'US' });
  expect(JSON.stringify(own.body)).toContain('Pupil 4');
  // To others of the class without names; to strangers not at all.
  const beside = await log(other, { token: ann.guest.token });
  expect(beside.body).toMatchObject({ reader: 'classmate', seat: null });
  expect(JSON.stringify(beside.body)).not.toContain('Pupil');
  expect((await log(other, { token: eve.token })).body.error.code).toBe('table.notTheirs');
  // Nor do words get out by way of an export, whatever is asked for.
  const wordsFor = async (token: string): Promise<string> => {
    const url = `${server.url}/api/tables/${other}/export?words=yes`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    return Object.values(files)
      .map((file) => strFromU8(file))
      .join('');
  };
  expect(await wordsFor(dan.guest.token)).toContain(SAID);
  expect(await wordsFor(ann.guest.token)).not.toContain(SAID);

  // A mean of two answers would be as good as a name.
  const answer = async ({ guest }: Pupil): Promise<void> => {
    const body = { form: 'after', answers: { 'value.1': 6 } };
    const sent = await server.api('POST', `/api/classes/${room.code}/answers`, { token: guest.token, body });
    expect(sent.status).toBe(200);
  };
  const means = async (as: object) => (await look(as)).forms.after.items[0]?.mean;
  await answer(ann);
  await answer(dan);
  expect([await means(facilitator), await means({ token: ann.guest.token })]).toEqual([6, null]);
  await answer(pupils[1]!);
  expect(await means({ token: ann.guest.token })).toBe(6);
});
