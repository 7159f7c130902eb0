import type { Page } from '@playwright/test';
import { PHONE } from './browser.ts';

/** What has to be read in full: buttons and links that look like them, headings, tabs, marks, labels, terms, sentences. */
const PIECES =
  'button, .button, h1, h2, h3, h4, [role=tab], label, legend, summary, th, dt, dd, p, .badge, .mark, .chip, .phase, .link';

/** Longer by 40 %, with accents, as the longest translations are. Generated: no such language ships. */
const stretch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const ACCENTS: Readonly<Record<string, string>> = {
      a: 'á',
      e: 'ë',
      i: 'ï',
      o: 'ö',
      u: 'ü',
      y: 'ý',
      A: 'Å',
      E: 'É',
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const originals = new Map<Text, string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text;
      const letters = text.data.match(/[A-Za-z]/g)?.length ?? 0;
      if (letters < 3 || text.parentElement?.closest('script, style, textarea, select')) continue;
      originals.set(text, text.data);
      const accented = text.data.replace(/[aeiouyAE]/g, (letter) => ACCENTS[letter] ?? letter);
      // Filled with words, which break as a language's do.
      text.data = accented + ' löremi'.repeat(20).slice(0, Math.ceil(letters * 0.4));
    }
    Object.assign(window, { originals });
  });

const restore = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { originals } = window as unknown as { originals: ReadonlyMap<Text, string> };
    for (const [text, data] of originals) text.data = data;
  });

/** What is cut off or sticks out, one line for each piece. */
const tightSpots = (page: Page, where: string): Promise<readonly string[]> =>
  page.evaluate(
    ([pieces, place]) => {
      const spots: string[] = [];
      const root = document.documentElement;
      if (root.scrollWidth > innerWidth) {
        const out = [...document.body.querySelectorAll('*')].filter(
          (one) => one.getBoundingClientRect().right > innerWidth + 0.5 && one.closest('.as-table') === null,
        );
        const names = out.slice(-3).map((one) => `${one.tagName}.${one.getAttribute('class') ?? ''}`);
        spots.push(`${place}: the page is ${root.scrollWidth} wide: ${names.join(', ')}`);
      }
      for (const piece of document.querySelectorAll<HTMLElement>(pieces!)) {
        const style = getComputedStyle(piece);
        const isUnseen =
          !piece.checkVisibility({ visibilityProperty: true }) || piece.closest('.unseen, .board-unseen');
        if (isUnseen || style.display === 'inline' || piece.clientWidth < 2) continue;
        const [tooWide, tooHigh] = [
          piece.scrollWidth - piece.clientWidth,
          piece.scrollHeight - piece.clientHeight,
        ];
        const { left, right } = piece.getBoundingClientRect();
        const canScroll = (one: Element | null): boolean =>
          one !== null &&
          ((one.scrollWidth > one.clientWidth &&
            ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)) ||
            canScroll(one.parentElement));
        if ((right > innerWidth + 1 || left < -1) && !canScroll(piece.parentElement))
          spots.push(
            `${place}: ${piece.tagName}.${piece.className} "${piece.innerText.slice(0, 40)}" lies outside`,
          );
        if (tooWide > 1 || (tooHigh > 2 && style.overflowY === 'hidden'))
          spots.push(
            `${place}: ${piece.tagName}.${piece.className} "${piece.innerText.slice(0, 40)}" by ${tooWide}, ${tooHigh}`,
          );
      }
      return spots;
    },
    [PIECES, where],
  );

const tightInLongWords = async (page: Page, where: string): Promise<readonly string[]> => {
  await stretch(page);
  const spots = await tightSpots(page, where);
  await restore(page);
  return spots;
};

const tightInLargeText = async (page: Page, where: string): Promise<readonly string[]> => {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
  const spots = await tightSpots(page, where);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return spots;
};

const DESK = { width: 1440, height: 900 } as const;
const SMALLEST = { width: 360, height: 640 } as const;

const resize = async (
  page: Page,
  size: { readonly width: number; readonly height: number },
): Promise<void> => {
  await page.setViewportSize(size);
  await page.waitForFunction(
    ({ width }) => innerWidth === width && document.documentElement.offsetWidth === width,
    size,
  );
  await page.evaluate(() => new Promise(requestAnimationFrame));
};

/**
 * What is cut off or sticks out on a page, one line for each piece: on phones and desks, as it is and where every text is
 * longer by 40 %; and on the smallest phone, where text is set to twice its size (WCAG 1.4.4).
 */
export const tightPlaces = async (page: Page, where: string): Promise<readonly string[]> => {
  const before = page.viewportSize() ?? DESK;
  const spots: string[] = [];
  for (const size of [DESK, PHONE, SMALLEST]) {
    const at = `${where} at ${size.width}`;
    await resize(page, size);
    spots.push(...(await tightSpots(page, at)), ...(await tightInLongWords(page, `${at}, long words`)));
  }
  spots.push(...(await tightInLargeText(page, `${where}, large text`)));
  await resize(page, before);
  return spots;
};
