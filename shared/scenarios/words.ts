import type { Words } from './schema.ts';

/** A text of a scenario in English, Korean and Chinese. */
export const words = (en: string, ko: string, zh: string): Words => ({ en, ko, zh });
