const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of a page that may stand in it as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | readonly Html[] | string | number;

const textOf = (part: Part): string => {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
};

/** Writes a page: whatever is filled in is text, unless it is itself a piece of one. */
export const html = (frame: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(frame.reduce((page, text, at) => page + textOf(parts[at - 1] ?? '') + text));
