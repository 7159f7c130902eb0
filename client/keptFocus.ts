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

const isShut = ({ from }: Trail): boolean => from.matches(':disabled');

const land = (place: HTMLElement): void => {
  if (!place.matches('a, button, input, [tabindex]')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
};

/**
 * Whoever goes by keys or listens keeps their place: when a press takes away the very thing that was pressed, the focus
 * goes to what it lay in, and to the heading of the new page where all of that is gone, too. What was shut only while it
 * was being done gets the focus back.
 */
export const keepFocus = (): void => {
  let last: Trail | null = null;
  let wasShut = false;
  addEventListener('focusin', ({ target }) => {
    wasShut = false;
    last = target instanceof HTMLElement && target !== document.body ? trailOf(target) : null;
  });
  const mend = (): void => {
    if (last === null) return;
    // A browser takes the focus away a while after something is shut, perhaps when it is open again.
    wasShut ||= isShut(last);
    if (!isNowhere()) return;
    const { from, around } = last;
    if (from.isConnected && !isShut(last)) {
      if (wasShut) from.focus({ preventScroll: true });
      return;
    }
    const place = around.find((one) => one.isConnected) ?? document.querySelector('h1');
    if (place instanceof HTMLElement) land(place);
  };
  const watch = { childList: true, subtree: true, attributeFilter: ['disabled'] };
  new MutationObserver(mend).observe(document.body, watch);
};
