import { expect, type Locator, type Page } from '@playwright/test';
import { see } from './browser.ts';

/** What lies over the middle of what has the focus (WCAG 2.4.11); null: nothing does. */
const coverOf = (target: Locator): Promise<string | null> =>
  target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    // What is too small to be seen is for the ear, and shown by what it stands for.
    if (width < 2 || element.contains(seen) || seen?.contains(element)) return null;
    return seen === null ? 'the edge of the window' : `${seen.tagName} ${seen.className}`;
  });

/** The focus is on this, can be seen, and nothing covers it. */
const seeFocusOn = async (target: Locator): Promise<void> => {
  const isShown = await target.evaluate((element) =>
    [element, element.closest('label:has(:focus-visible)')].some((one) => {
      if (one === null) return false;
      const { outlineStyle, boxShadow } = getComputedStyle(one);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    }),
  );
  expect(isShown, `no visible focus on ${target}`).toBe(true);
  expect(await coverOf(target), `over ${target}`).toBeNull();
};

/** The focus is somewhere: no press has taken away what it was on without a word of where to go on. */
export const seeFocusKept = (page: Page): Promise<void> =>
  see.poll(() => page.evaluate(() => document.activeElement?.tagName), 'the focus is lost').not.toBe('BODY');

/** Presses Tab until something has the focus, and shows it. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  await target.waitFor();
  for (let presses = 0; !(await isFocused()); presses++) {
    expect(presses, `Tab never comes to ${target}`).toBeLessThan(140);
    await page.keyboard.press('Tab');
  }
  await seeFocusOn(target);
};

/** Goes to something by Tab and presses it. */
export const press = async (page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
  await seeFocusKept(page);
};
