import { signal } from '@preact/signals';

const narrow = matchMedia('(max-width: 600px)');
const isNarrow = signal(narrow.matches);
narrow.addEventListener('change', () => {
  isNarrow.value = narrow.matches;
});

/** How wide charts are drawn, in their own units: less on a phone, so that their letters stay readable. */
export const chartWidth = (): number => (isNarrow.value ? 360 : 520);
