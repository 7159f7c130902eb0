import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';
import { createServer } from 'vite';

/**
 * Takes pictures of the board alone, to be looked at: `node tests/board/shoot.ts FOLDER [names]`.
 * Names: `sizes`, `events`, or `SIZE`, `SIZE:query` such as `desk:model=crowded`.
 */
const SIZES: Readonly<Record<string, { width: number; height: number; scale: number }>> = {
  full: { width: 1440, height: 900, scale: 1 },
  desk: { width: 1070, height: 760, scale: 1 },
  phone: { width: 390, height: 430, scale: 2 },
  square: { width: 390, height: 390, scale: 2 },
  large: { width: 2560, height: 1440, scale: 1 },
  uhd: { width: 3200, height: 1800, scale: 1 },
  tablet: { width: 768, height: 700, scale: 1 },
};

const EVENTS: Readonly<Record<string, readonly number[]>> = {
  tabled: [600, 1100],
  countered: [700],
  accepted: [400, 700],
  takenBack: [500],
  declined: [500, 1000],
  withdrawn: [600],
  expired: [800, 1200],
  signed: [900, 1300, 2200],
  unratified: [600, 1100],
  denounced: [600, 1100],
  fallen: [600],
  wallMoved: [500, 1000],
  barrierMoved: [600],
  leverMoved: [600],
  spoken: [600],
  pledged: [1200],
  pledgeJudged: [900],
  newsRevealed: [300, 1100],
  roundResolved: [900, 1300],
  roundBegan: [700],
  closingBegan: [600],
  seatsMet: [900, 1500],
  seatTaken: [600],
  seatLeft: [600],
  gameEnded: [1800],
};

const folder = process.argv[2] ?? 'shots';
const wanted = process.argv.slice(3);
const shots = (wanted.length > 0 ? wanted : ['sizes']).flatMap((name) => {
  if (name === 'sizes') return Object.keys(SIZES).map((size) => ({ size, query: 't=2400' }));
  if (name === 'events')
    return Object.entries(EVENTS).flatMap(([event, times]) =>
      times.map((t) => ({ size: 'desk', query: `event=${event}&t=${t}` })),
    );
  const [size, query = 't=2400'] = name.split(':');
  return [{ size, query }];
});

const client = fileURLToPath(new URL('../../client', import.meta.url));
const server = await createServer({
  root: client,
  logLevel: 'error',
  server: { port: 0, hmr: false, fs: { allow: ['..'] } },
});
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? (await sparticuz.executablePath()),
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  await mkdir(folder, { recursive: true });
  for (const { size, query } of shots) {
    const { width, height, scale } = SIZES[size];
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    page.on('console', (message) => {
      if (message.type() !== 'debug') console.log(`${size} ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => console.log(`${size} error: ${error.message}`));
    await page.goto(`${address}board/demo.html?still&${query}`);
    await page.waitForFunction('window.isReady', undefined, { timeout: 30_000 });
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const file = `${folder}/${size}-${query.replace(/[^a-zA-Z0-9]+/g, '-')}.png`;
    await page.screenshot({ path: file });
    console.log(file);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
