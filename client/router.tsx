import { computed, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

const here = (): string => location.pathname + location.search;
const address = signal(here());

addEventListener('popstate', () => {
  address.value = here();
});

/** The path of the page that is open, e.g. `/t/K7PQ2M`. */
export const path = computed(() => new URL(address.value, location.origin).pathname);

/** The query of the address that is open. */
export const query = computed(() => new URL(address.value, location.origin).searchParams);

/** Who asked for no board keeps it so from page to page. */
const carried = (to: string): string =>
  query.value.get('board') === 'none' && !to.includes('?') ? `${to}?board=none` : to;

/** Goes to another page of the game without a reload. */
export const navigate = (to: string): void => {
  history.pushState(null, '', carried(to));
  address.value = here();
  scrollTo(0, 0);
};

/** Calls back when the part of the address after # changes under an open page: by hand, or by going back. Returns how to stop. */
export const onHash = (tell: () => void): (() => void) => {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
};

/** Changes the address of the open page without a step in the history. */
export const rewrite = (to: string): void => {
  history.replaceState(null, '', carried(to));
  address.value = here();
};

type LinkProps = {
  readonly to: string;
  readonly class?: string;
  readonly children: ComponentChildren;
};

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link to another page of the game. */
export const Link = ({ to, children, ...rest }: LinkProps) => (
  <a
    href={to}
    {...rest}
    onClick={(event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      navigate(to);
    }}
  >
    {children}
  </a>
);
