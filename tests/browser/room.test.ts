import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../helpers/browser.ts';
import { tightPlaces } from '../helpers/browserRoom.ts';
import { tourFront, tourTable } from '../helpers/browserTour.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Where it is tightest: all other pages are looked at by `npm run test:soak -- --only AXE`. */
const TIGHTEST = [
  'home',
  'play alone',
  'new table',
  'accept',
  'table, offers',
  'table, composing',
  'table, mandate',
];

test('nothing is cut off or sticks out: with words longer by 40 %, with text of twice the size, on a phone of 360 x 640', async () => {
  const { page, leave } = await house.newVisitor();
  const spots: string[] = [];
  const look = async (at: typeof page, where: string): Promise<void> => {
    if (TIGHTEST.includes(where)) spots.push(...(await tightPlaces(at, where)));
  };
  await Promise.all([tourFront(page, look), tourTable(house, look)]);
  expect(spots).toEqual([]);
  await leave();
});
