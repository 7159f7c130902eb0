import { signal } from '@preact/signals';
import { deleteGuest, guestName, introduce } from './connection/http.ts';
import { dropTables } from './connection/keptTables.ts';
import { DRAFTS, forgetAll, recall, remember } from './memory.ts';
import { t } from './words/language.ts';

const suggest = (): string => {
  const names = t('home.names').split('|');
  return t('home.nameOf', { name: names[Math.floor(Math.random() * names.length)] });
};

/** The name that the player goes by; empty until suggested or typed. */
export const playerName = signal(guestName() ?? '');

/** Proposes a name, so that nobody has to think of one before playing. */
export const suggestName = (): void => {
  if (playerName.value === '') playerName.value = suggest();
};

/** Introduces the player under the name in the field. */
export const introducePlayer = async (): Promise<void> => {
  const typed = playerName.value.trim();
  playerName.value = typed === '' ? suggest() : typed;
  await introduce(playerName.value);
};

/** Deletes the player's data at the server, the copies of its tables, drafts, and the name in the field. */
export const deletePlayer = async (): Promise<void> => {
  await deleteGuest();
  await dropTables();
  playerName.value = suggest();
  remember('lastTable', null);
  forgetAll(DRAFTS);
};

/** The seat that this browser holds at a table (`spectator`: it watches), as far as it remembers. */
export const placeAt = (code: string): string | null => recall(`place.${code}`);

/** Remembers the place at a table, so that a reload goes straight back in. */
export const rememberPlace = (code: string, place: string): void => {
  remember(`place.${code}`, place);
  remember('lastTable', code);
};

/** Forgets a place that could not be had again. */
export const forgetPlace = (code: string): void => {
  remember(`place.${code}`, null);
  if (recall('lastTable') === code) remember('lastTable', null);
};

/** The table that this browser was last at. */
export const lastTable = (): string | null => recall('lastTable');

/** Remembers that this browser opened a table: its opener may begin without waiting for everybody. */
export const rememberOpened = (code: string): void => remember(`opened.${code}`, 'yes');

/** Whether this browser opened a table. */
export const hasOpened = (code: string): boolean => recall(`opened.${code}`) !== null;
