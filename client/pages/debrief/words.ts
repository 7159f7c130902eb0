/** The words of a table's debrief, which come with the pages that need them. */
import { debrief as en } from '../../../shared/text/en/debrief.ts';
import { debrief as ko } from '../../../shared/text/ko/debrief.ts';
import { debrief as zh } from '../../../shared/text/zh/debrief.ts';
import { addWords } from '../../words/language.ts';

addWords({ en, ko, zh });
