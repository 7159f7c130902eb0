import { unstacked } from '../../shared/unstacked.ts';
import { type Problem, problem } from './errorCodes.ts';

/** The longest name, as people count characters. */
export const LONGEST_NAME = 24;

// A character may be made of several code points, but not of hundreds stacked upon each other.
const MOST_UNITS = LONGEST_NAME * 6;

// Control, format (bidirectional and invisible ones), surrogate and private characters; the joiners of emoji may stay.
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A name as it will be shown: unseen characters out, spaces in order. */
export const guestName = (text: string): { readonly name: string } | Problem => {
  const name = unstacked(text.normalize('NFC')).replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
  if (!VISIBLE.test(name)) return problem('name.empty');
  const tooLong = name.length > MOST_UNITS || [...graphemes.segment(name)].length > LONGEST_NAME;
  return tooLong ? problem('name.tooLong', { max: LONGEST_NAME }) : { name };
};
