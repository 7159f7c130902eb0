import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';
import { createServer } from 'vite';

/**
 * Bakes the board's two map pictures and the points on them into `client/assets`, in the test browser.
 * Run it after a change in `client/board/bake` and commit what it writes:
 * `npm run map`.
 */
const client = fileURLToPath(new URL('../../client', import.meta.url));
const assets = `${client}/assets`;
const SHAPES = ['wide', 'tall'] as const;
const QUALITY = 0.75;

const server = await createServer({ root: client, logLevel: 'warn', server: { port: 0, hmr: false } });
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? (await sparticuz.executablePath()),
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  await mkdir(assets, { recursive: true });
  const page = await browser.newPage();
  const points: Record<string, unknown> = {};
  for (const shape of SHAPES) {
    await page.goto(`${address}board/bake/bake.html?shape=${shape}`);
    await page.waitForFunction('window.baked');
    points[shape] = await page.evaluate('window.baked');
    const url = (await page.evaluate(
      `document.querySelector('canvas').toDataURL('image/webp', ${QUALITY})`,
    )) as string;
    const picture = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
    await writeFile(`${assets}/map-${shape}.webp`, picture);
    console.log(`map-${shape}.webp ${Math.round(picture.length / 1000)} kB`);
  }
  await writeFile(`${assets}/map.json`, `${JSON.stringify(points, null, 2)}\n`);
} finally {
  await browser.close();
  await server.close();
}
