import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until something has the focus, and shows it. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  await target.waitFor();
  for (let presses = 0; !(await isFocused()); presses++) {
    expect(presses, `Tab never comes to ${target}`).toBeLessThan(140);
    await page.keyboard.press('Tab');
  }
  const { outlineStyle, boxShadow } = await target.evaluate((element) => {
    const style = getComputedStyle(element);
    return { outlineStyle: style.outlineStyle, boxShadow: style.boxShadow };
  });
  expect(outlineStyle !== 'none' || boxShadow !== 'none', `no visible focus on ${target}`).toBe(true);
};

/** Goes to something by Tab and presses it. */
export const press = async (page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};
