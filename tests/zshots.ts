import { openHouse } from './helpers/browser.ts';
import { dress } from './helpers/browserDress.ts';
import { tour } from './helpers/browserTour.ts';
const house = await openHouse({ ADMIN_SECRET: 'the secret of a test that nobody else knows' });
let n = 0;
await tour(house, 'the secret of a test that nobody else knows', async (page, where) => {
  const name = `${String(++n).padStart(2, '0')}-${where.replace(/[^a-z]+/gi, '_')}`;
  const size = page.viewportSize()!;
  for (const [key, language, theme, width, height] of [
    ['dl', 'en', 'light', 1440, 900],
    ['dz', 'zh', 'light', 1440, 900],
    ['mk', 'ko', 'dark', 390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await dress(page, language, theme);
    await page.screenshot({ path: `/tmp/shots/${name}-${key}.png` });
  }
  await page.setViewportSize(size);
  await dress(page, 'en', 'dark');
  console.log(name);
});
await house.close();
process.exit(0);
