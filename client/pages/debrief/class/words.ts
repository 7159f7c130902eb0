/** The words of a class's debrief, which come with the pages that need them. */
import { classDebrief as en } from '../../../../shared/text/en/classDebrief.ts';
import { classDebrief as ko } from '../../../../shared/text/ko/classDebrief.ts';
import { classDebrief as zh } from '../../../../shared/text/zh/classDebrief.ts';
import { addWords } from '../../../words/language.ts';

addWords({ en, ko, zh });
