import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** WCAG 2.2 AA, as far as a program can tell. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the rules of accessibility find wrong on a page, one line for each place. */
export const faultsOn = async (page: Page, where: string): Promise<readonly string[]> => {
  // Legacy: all in the page itself. Our pages have no frames of other origins, and a second page a look takes its time.
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(RULES);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${where}: ${id}: ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`,
    ),
  );
};
