/** The tab that a key leads to from the one at `at`; null: none of these keys. */
const nextOf = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
};

/** Arrow keys go from tab to tab and open it, as in every tab list: for the list's `onKeyDown`. */
export const moveAmongTabs = (event: KeyboardEvent): void => {
  const { currentTarget: list, target } = event;
  if (!(list instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const next = nextOf(event.key, tabs.indexOf(target), tabs.length);
  if (next === null) return;
  event.preventDefault();
  tabs[next].focus();
  tabs[next].click();
};
