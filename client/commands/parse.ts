/** What can be typed at a table, in the order in which the help lists it. */
export const COMMAND_IDS = [
  'help',
  'status',
  'clock',
  'offers',
  'read',
  'accept',
  'decline',
  'withdraw',
  'propose',
  'levers',
  'treaties',
  'score',
  'say',
  'ready',
  'notReady',
  'yes',
  'no',
] as const;
export type CommandId = (typeof COMMAND_IDS)[number];

/** Which word means which command; a command may have several. */
export type Vocabulary = readonly { readonly id: CommandId; readonly word: string }[];

/** A command as it was meant. `rest`: what follows it, letter by letter as it was typed. */
export type Typed = { readonly id: CommandId; readonly rest: string };

/** These do something at once: whoever writes more than the word means something else. */
const ALONE: ReadonlySet<CommandId> = new Set(['ready', 'notReady', 'yes', 'no']);

/** The vocabulary of one language, or of several at once. `textsOf`: each language's words for a command, with `|` between them. */
export const vocabularyOf = (textsOf: (id: CommandId) => readonly string[]): Vocabulary =>
  COMMAND_IDS.flatMap((id) =>
    textsOf(id)
      .flatMap((text) => text.split('|'))
      .map((word) => ({ id, word })),
  );

/** Text as it is compared: case, width, spaces and signs make no difference. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+\-−.]+/gu, ' ')
    .trim();

/** Words end before a space or a figure; Chinese ones, which are written without spaces, anywhere. */
const endsThere = (word: string, next: string): boolean =>
  next === '' || /[\s\d]/.test(next) || /\p{Script=Han}$/u.test(word);

/** What follows a word in a text that begins with it, however wide its letters were typed. */
const restOf = (text: string, word: string): string => {
  for (let end = 0; end < text.length; end++)
    if (text.slice(0, end).normalize('NFKC').trimStart().toLowerCase() === word)
      return text.slice(end).trim();
  return '';
};

/** Reads a command; of several that fit, the longest word. Null: there is none. */
export const parseCommand = (text: string, vocabulary: Vocabulary): Typed | null => {
  const typed = text.normalize('NFKC').trim();
  const fitting = vocabulary
    .filter(({ word }) => typed.toLowerCase().startsWith(word))
    .filter(({ word }) => endsThere(word, typed.charAt(word.length)))
    .filter(({ id, word }) => !ALONE.has(id) || plain(typed.slice(word.length)) === '')
    .sort((one, other) => other.word.length - one.word.length);
  const [best] = fitting;
  return best === undefined ? null : { id: best.id, rest: restOf(text, best.word) };
};

/** Something that can be called by its number in a list, or by its name or a beginning of that which is nobody else's. */
export type Named<T> = { readonly names: readonly string[]; readonly what: T };

/** What a text calls; null: nothing, or more than one thing. */
export const called = <T>(text: string, all: readonly Named<T>[]): T | null => {
  const wanted = plain(text);
  if (wanted === '') return null;
  const named = (fits: (name: string) => boolean) => all.filter(({ names }) => names.map(plain).some(fits));
  const exact = named((name) => name === wanted);
  const found = exact.length > 0 ? exact : named((name) => name.startsWith(wanted));
  return found.length === 1 && found[0] !== undefined ? found[0].what : null;
};

/** What the beginning of a text calls, and what follows it: the longest beginning counts. Null: it calls nothing. */
export const calledFirst = <T>(
  text: string,
  all: readonly Named<T>[],
): { readonly what: T; readonly rest: string } | null => {
  const words = text.trim().split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    const what = called(words.slice(0, count).join(' '), all);
    if (what !== null) return { what, rest: words.slice(count).join(' ') };
  }
  return null;
};
