import { openHouse } from '../helpers/browser.ts';
import { faultsOn } from '../helpers/browserAxe.ts';
import { dress, LANGUAGES, THEMES } from '../helpers/browserDress.ts';
import { tightPlaces } from '../helpers/browserRoom.ts';
import { tour } from '../helpers/browserTour.ts';
import buildClient from '../helpers/buildClient.ts';
import { mustBe, type Soak } from './soak.ts';

const ADMIN_SECRET = 'the secret of a test that nobody else knows';

/**
 * AXE: every page and state of the game in every language and theme, against the rules of WCAG 2.2 AA; and whether there
 * is room for longer words and larger text.
 */
export const pages: Soak = async ({ show, progress }) => {
  buildClient();
  const house = await openHouse({ ADMIN_SECRET });
  const faults = new Set<string>();
  const tight = new Set<string>();
  let looks = 0;
  try {
    await tour(house, ADMIN_SECRET, async (page, where) => {
      for (const theme of THEMES)
        for (const language of LANGUAGES) {
          await dress(page, language, theme);
          looks += 1;
          for (const fault of await faultsOn(page, `${where}, ${language}, ${theme}`)) {
            faults.add(fault);
            progress(fault);
          }
        }
      await dress(page, 'en', 'dark');
      for (const spot of await tightPlaces(page, where)) {
        tight.add(spot);
        progress(spot);
      }
      progress(`looked at: ${where}`);
    });
  } finally {
    await house.close();
  }
  show({ what: 'pages in all languages and themes', value: looks, unit: '', target: 180, least: true });
  show({ what: 'places that break a rule', value: faults.size, unit: '', target: 0 });
  show({ what: 'pieces that are cut off or stick out', value: tight.size, unit: '', target: 0 });
  mustBe('places that break a rule', [...faults], []);
  mustBe('pieces that are cut off or stick out', [...tight], []);
};
