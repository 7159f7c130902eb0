import { signal } from '@preact/signals';
import type { Seat } from '../shared/seats.ts';

export const TABS = ['offers', 'compose', 'talk', 'mandate', 'log'] as const;
export type Tab = (typeof TABS)[number];

/** The panel in front. */
export const tab = signal<Tab>('offers');

/** The conversation in front: with everybody, or with one capital. */
export const thread = signal<Seat | 'all'>('all');

/** The economy whose details are open. */
export const openEconomy = signal<Seat | null>(null);

/** Whether the board is shown as a table. */
export const isTableView = signal(false);

/** Whether the board is up: what nobody needs in order to see it is loaded after it. */
export const isBoardUp = signal(false);

const isNarrow = (): boolean => matchMedia('(max-width: 900px)').matches;

/** Whether the focus is in the panel in front. */
const isInPanel = (): boolean => document.getElementById('panel')?.contains(document.activeElement) ?? false;

/**
 * Brings a panel to the front; on a phone, where it lies below the board, into sight, too. Whoever was in the panel that
 * goes finds themselves at the tab of the one that comes.
 */
export const show = (next: Tab): void => {
  const moves = tab.value !== next && isInPanel();
  tab.value = next;
  if (moves) document.getElementById(`tab-${next}`)?.focus();
  document.getElementById('panel')?.scrollTo(0, 0);
  if (isNarrow()) document.getElementById('panels')?.scrollIntoView({ block: 'start' });
};
