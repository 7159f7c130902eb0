import { worth } from '../words/figures.ts';

/** What something is worth to the viewer: signed, coloured, never by colour alone. */
export const Worth = ({ value }: { readonly value: number }) => {
  const tone = Math.abs(value) < 0.05 ? 'even' : value > 0 ? 'gain' : 'loss';
  return <span class={`worth ${tone}`}>{worth(Math.abs(value) < 0.05 ? 0 : value)}</span>;
};
