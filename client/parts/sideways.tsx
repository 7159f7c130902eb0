import type { ComponentChildren } from 'preact';

type SidewaysProps = { readonly name: string; readonly children: ComponentChildren };

/** A region that scrolls by itself where what it holds is wider than the page: a table on a phone, or in large text. */
export const Sideways = ({ name, children }: SidewaysProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
  <section class="sideways" tabIndex={0} aria-label={name}>
    {children}
  </section>
);
