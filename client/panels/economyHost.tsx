import { openEconomy } from '../deskState.ts';
import { lazyPart } from '../pages/lazyPart.ts';
import type { Desk } from '../rules.ts';

const dialog = lazyPart(() => import('./economyDialog.tsx').then(({ EconomyDialog }) => EconomyDialog));

/** Where an economy's details appear, fetched when somebody looks into one. */
export const EconomyHost = ({ at }: { readonly at: Desk }) =>
  openEconomy.value === null ? null : <dialog.Loaded at={at} />;
