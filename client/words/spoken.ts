import { WITHHELD } from '../../shared/debrief/discreet.ts';
import { t } from './language.ts';

/** What somebody said or noted, as people read it. */
export const spokenText = (words: string): string => (words === WITHHELD ? t('words.withheld') : words);
