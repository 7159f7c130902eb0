import type { Page } from '@playwright/test';

/**
 * Lays a table of three rounds into this browser, Korea against two traders that answer at once, and gives its path. Its page
 * plays it from there; nothing else is needed, not even a network.
 */
export const soloTable = async (page: Page, seed: string): Promise<string> => {
  const seats = { US: 'trader', KR: 'trader', CN: 'trader' };
  const plan = {
    ...{ scenario: 'short-pause-2025', self: 'KR', name: 'Ann', seats, press: 'full', explain: true },
    ...{ hints: false, roundMs: null, seed, pace: [0, 0] },
  };
  await page.evaluate(
    (text) => localStorage.setItem('between-giants.local.SOLO-222222', text),
    JSON.stringify(plan),
  );
  return '/t/SOLO-222222?board=none';
};
