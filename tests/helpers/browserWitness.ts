import { afterEach } from 'vitest';
import { visitors } from './browser.ts';

const MOST_CHARACTERS = 2000;

// What a browser test saw last, where it fails: elsewhere nobody can look at the page.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const { page, crashes, complaints } of visitors) {
    const shown = await page.locator('body').innerText({ timeout: 5000 }).catch(String);
    const told = [page.url(), ...crashes, ...complaints, shown.slice(0, MOST_CHARACTERS)];
    process.stderr.write(`${task.name}: a page at its end:\n${told.join('\n')}\n`);
  }
});
