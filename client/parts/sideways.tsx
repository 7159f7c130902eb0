import type { ComponentChildren } from 'preact';

type SidewaysProps = { readonly name: string; readonly children: ComponentChildren };

/**
 * A part that scrolls by itself where what it holds is wider than the page: a table on a phone, or in large text. A group
 * and no region: it is often called as the section around it, and there should be one landmark of a name.
 */
export const Sideways = ({ name, children }: SidewaysProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and doesn't scroll
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
  <div class="sideways" role="group" tabIndex={0} aria-label={name}>
    {children}
  </div>
);
