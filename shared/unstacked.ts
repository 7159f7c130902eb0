// Of the scripts in use none puts more marks upon a letter.
const STACKED = /(\p{M}{8})\p{M}+/gu;

/** A text with few marks upon each letter: hundreds would paint over what others wrote. */
export const unstacked = (text: string): string => text.replace(STACKED, '$1');
