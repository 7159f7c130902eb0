import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, called, calledFirst, parseCommand, vocabularyOf } from '../../client/commands/parse.ts';
import { CATALOGUES } from './languages.ts';

type Language = keyof typeof CATALOGUES;

const wordsOf = (language: Language, id: string): string => CATALOGUES[language][`command.word.${id}`] ?? '';

/** As the command line has it: the language in use, and English. */
const vocabularyIn = (language: Language) => vocabularyOf((id) => [wordsOf(language, id), wordsOf('en', id)]);

const TYPED: readonly (readonly [Language, string, string, string])[] = [
  ['en', 'help', 'help', ''],
  ['en', '  Accept 2 ', 'accept', '2'],
  ['en', 'accept offer 2', 'accept', '2'],
  ['en', 'read offer 2', 'read', '2'],
  ['en', 'read 2', 'read', '2'],
  ['en', 'r2', 'read', '2'],
  ['en', 'ready', 'ready', ''],
  ['en', 'not ready', 'notReady', ''],
  ['en', 'n', 'no', ''],
  ['en', 'offers', 'offers', ''],
  ['en', 'say Ready or not, here we come', 'say', 'Ready or not, here we come'],
  ['en', 'propose CN kr-cn-fta talks, 3 15%', 'propose', 'CN kr-cn-fta talks, 3 15%'],
  ['ko', '수락 2', 'accept', '2'],
  ['ko', '제안', 'offers', ''],
  ['ko', '제안 읽기 2', 'read', '2'],
  ['ko', '준비 취소', 'notReady', ''],
  ['ko', 'accept 2', 'accept', '2'],
  ['zh', '接受2', 'accept', '2'],
  ['zh', '查看提案2', 'read', '2'],
  ['zh', '提案', 'offers', ''],
  ['zh', '准备好了', 'ready', ''],
  ['zh', '说我们还在', 'say', '我们还在'],
  ['zh', '说 你好，世界！10² ½ ™', 'say', '你好，世界！10² ½ ™'],
  ['en', 'ＳＡＹ ten²', 'say', 'ten²'],
];

describe('what is typed', () => {
  it.each(TYPED)('in %s: “%s” means %s', (language, text, id, rest) => {
    expect(parseCommand(text, vocabularyIn(language))).toEqual({ id, rest });
  });

  it.each(['', 'acceptance', 'readying', 'xyzzy', '2', '수락하지않음'])('“%s” means nothing', (text) => {
    for (const language of ['en', 'ko', 'zh'] as const)
      expect(parseCommand(text, vocabularyIn(language))).toBeNull();
  });

  it.each([
    ['en', 'yes but only if they drop tariffs'],
    ['en', 'y 2'],
    ['en', 'ready when you are'],
    ['ko', '네 하지만 관세는'],
    ['zh', '是不是要接受'],
    ['zh', '好像不对'],
    ['zh', '准备好了吗'],
  ] as const)('in %s: “%s” decides nothing', (language, text) => {
    expect(parseCommand(text, vocabularyIn(language))?.id ?? null).not.toBeOneOf([
      'yes',
      'no',
      'ready',
      'notReady',
    ]);
  });

  it.each(Object.keys(CATALOGUES) as Language[])('has no word for two commands in %s', (language) => {
    const words = COMMAND_IDS.flatMap((id) => wordsOf(language, id).split('|'));
    expect(words).toEqual([...new Set(words)]);
    for (const word of words) expect(word).toBe(word.trim().toLowerCase());
  });
});

describe('what is named', () => {
  const levers = [
    { names: ['1', 'us-kr-auto-tariff', 'Tariff on cars'], what: 'cars' },
    { names: ['2', 'us-kr-steel-tariff', 'Tariff on steel'], what: 'steel' },
    { names: ['3', 'fund', 'Fund'], what: 'fund' },
    { names: ['4', 'fund-2', 'Fund for ships'], what: 'ships' },
  ];

  it.each([
    ['1', 'cars'],
    ['US-KR-Auto-Tariff', 'cars'],
    ['tariff on st', 'steel'],
    ['Fund', 'fund'],
    ['fund for', 'ships'],
  ])('is found by “%s”', (text, what) => expect(called(text, levers)).toBe(what));

  it.each(['', 'tariff', '5', 'cars'])('is not guessed from “%s”', (text) =>
    expect(called(text, levers)).toBeNull(),
  );

  it('leaves what follows it, and takes the longest name', () => {
    expect(calledFirst('tariff on cars 15 %', levers)).toEqual({ what: 'cars', rest: '15 %' });
    expect(calledFirst('fund for ships large', levers)).toEqual({ what: 'ships', rest: 'large' });
    expect(calledFirst('2 0', levers)).toEqual({ what: 'steel', rest: '0' });
    expect(calledFirst('nothing here', levers)).toBeNull();
  });
});
