import { expect, test } from 'vitest';
import { type Gate, type Passage, personalGate } from '../../server/rooms/gate.ts';

const READY = { type: 'ready', ready: true };
const HERE = 'here';

/** What becomes of the same message, sent again and again at equal distances. */
const passages = (gate: Gate, message: unknown, count: number, everyMs: number): readonly Passage[] =>
  Array.from({ length: count }, (_, i) => gate(message, i * everyMs));
const passed = (...sent: Parameters<typeof passages>): number =>
  passages(...sent).filter(({ kind }) => kind === 'open').length;

test('a hand that never rests writes two moves a second in the long run, and is told how long to wait', () => {
  const hour = passages(personalGate(true), READY, 36_000, 100);
  expect(hour.filter(({ kind }) => kind === 'open')).toHaveLength(200 + 2 * 3600 - 1);
  expect(hour.find(({ kind }) => kind !== 'open')).toEqual({ kind: 'tooFast', ms: expect.any(Number) });
});

test('an eager player of an hour meets no limit, nor does a sign of life among many moves', () => {
  expect(passed(personalGate(true), READY, 7200, 500)).toBe(7200);
  const gate = personalGate(true);
  passed(gate, READY, 300, 60);
  expect(gate(HERE, 18_100)).toEqual({ kind: 'open' });
});

test('where nobody is limited, as many moves pass as messages', () => {
  expect(passed(personalGate(false), READY, 2000, 50)).toBe(2000);
});
