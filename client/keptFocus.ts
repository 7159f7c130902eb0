/** Where the focus may go when what had it is gone: what a screen reader names, the nearest first. */
const PLACES = 'li, tr, article, section, fieldset, form, dialog, aside, main, [role=tabpanel]';

type Trail = { readonly from: HTMLElement; readonly around: readonly HTMLElement[] };

const trailOf = (from: HTMLElement): Trail => {
  const around: HTMLElement[] = [];
  for (let next = from.parentElement; next !== null; next = next.parentElement)
    if (next.matches(PLACES)) around.push(next);
  return { from, around };
};

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

const isGone = ({ from }: Trail): boolean => !from.isConnected || from.matches(':disabled');

const land = (place: HTMLElement): void => {
  if (!place.matches('a, button, input, [tabindex]')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
};

/**
 * Whoever goes by keys or listens keeps their place: when a press takes away the very thing that was pressed, the focus
 * goes to what it lay in, and to the heading of the new page where all of that is gone, too.
 */
export const keepFocus = (): void => {
  let last: Trail | null = null;
  addEventListener('focusin', ({ target }) => {
    last = target instanceof HTMLElement && target !== document.body ? trailOf(target) : null;
  });
  const mend = (): void => {
    if (last === null || !isNowhere() || !isGone(last)) return;
    const place = last.around.find((one) => one.isConnected) ?? document.querySelector('h1');
    if (place instanceof HTMLElement) land(place);
  };
  const watch = { childList: true, subtree: true, attributeFilter: ['disabled'] };
  new MutationObserver(mend).observe(document.body, watch);
};
