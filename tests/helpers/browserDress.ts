import type { Page } from '@playwright/test';
import { see } from './browser.ts';

export const LANGUAGES = ['en', 'ko', 'zh'] as const;
export const THEMES = ['dark', 'light'] as const;

export type Language = (typeof LANGUAGES)[number];
export type Theme = (typeof THEMES)[number];

const TAGS: Readonly<Record<Language, string>> = { en: 'en', ko: 'ko', zh: 'zh-Hans' };

/** Presses the switch of the page, also where a sheet lies over it or a phone has no room for it. False: there is none. */
const pressSwitch = (page: Page, tag: string): Promise<boolean> =>
  page.evaluate((lang) => {
    const button = document.querySelector<HTMLElement>(`.languages button[lang=${lang}]`);
    button?.click();
    return button !== null;
  }, tag);

/** Shows the open page in another language and theme, as it stands. A page without a switch is asked for anew. */
export const dress = async (page: Page, language: Language, theme: Theme): Promise<void> => {
  await page.emulateMedia({ colorScheme: theme });
  if (!(await pressSwitch(page, TAGS[language]))) {
    await page.evaluate((name) => localStorage.setItem('between-giants.locale', name), language);
    await page.unroute(/./);
    await page.route(/./, (route) =>
      route.continue({ headers: { ...route.request().headers(), 'accept-language': language } }),
    );
    await page.reload();
    await page.waitForLoadState('networkidle');
  }
  await see(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
  await page.evaluate(async (name) => {
    const frames = async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    };
    // The page hears of the device's scheme, and dresses by its own setting.
    await frames();
    document.documentElement.dataset.theme = name;
    await frames();
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
  }, theme);
};
