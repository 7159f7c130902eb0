import { expect, test } from 'vitest';
import { idleWatch, restOf } from '../../server/rooms/idleWatch.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { pause2025 } from '../helpers/game.ts';
import { manualClock } from '../helpers/manualClock.ts';

const book = pause2025();
const ended = playGame({ book, bots: { US: 'random', KR: 'random', CN: 'random' }, seed: 'idle' }).state;

/** Minutes after which a table that rests from now on is put away, within an hour; null: it is not. */
const goesAfter = async (rest: ReturnType<typeof restOf>): Promise<number | null> => {
  const clock = manualClock();
  let isGone = false;
  const watch = idleWatch(clock, () => {
    isGone = true;
  });
  watch.review(rest);
  for (let quarter = 1; quarter <= 240; quarter++) {
    await clock.advance(15_000);
    if (isGone) return quarter / 4;
  }
  return null;
};

test('a table with people or a clock stays in memory; one that has ended leaves it soon, others after some minutes', async () => {
  expect(restOf(1, ended)).toBeNull();
  expect(await goesAfter(restOf(1, ended))).toBeNull();
  expect(
    await goesAfter(
      restOf(0, { ...ended, phase: 'negotiation', pause: null, clock: { ...ended.clock, endsAt: 1 } }),
    ),
  ).toBeNull();
  expect(await goesAfter(restOf(0, { ...ended, phase: 'waiting' }))).toBe(5);
  expect(await goesAfter(restOf(0, ended))).toBe(0.25);
});

test('whoever comes back in time keeps the table where it is', async () => {
  const clock = manualClock();
  let gone = 0;
  const watch = idleWatch(clock, () => {
    gone += 1;
  });
  watch.review('ended');
  await clock.advance(14_999);
  watch.review(null);
  await clock.advance(3_600_000);
  expect(gone).toBe(0);
  watch.review('ended');
  watch.stop();
  await clock.advance(3_600_000);
  expect({ gone, plans: clock.plans() }).toEqual({ gone: 0, plans: 0 });
});
