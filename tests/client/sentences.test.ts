import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, setLocale } from '../../client/words/language.ts';
import { refusalText } from '../../client/words/refusals.ts';
import { sentenceOf } from '../../client/words/sentences/sentenceOf.ts';
import { tellingOf } from '../../client/words/telling.ts';
import { AUDIENCES, type EventKind } from '../../shared/engine/events.ts';
import { fakePage } from './languages.ts';
import { sampleEvents, scenario } from './samples.ts';

beforeAll(fakePage);
afterAll(() => setLocale('en'));

const telling = tellingOf(scenario, 'KR', sampleEvents);

it('has a sample of every kind of event', () => {
  const kinds = new Set(sampleEvents.map(({ kind }) => kind));
  expect((Object.keys(AUDIENCES) as EventKind[]).filter((kind) => !kinds.has(kind))).toEqual([]);
});

describe.each(LOCALES)('in %s', (language) => {
  beforeAll(() => setLocale(language));

  it('tells every event in a sentence, with nothing left unfilled', () => {
    const told = sampleEvents.map((event) => [event.kind, sentenceOf(event, telling)] as const);
    const bad = told.filter(
      ([, sentence]) => sentence.trim() === '' || /\{\{|undefined|NaN|\?$|event\.|reason\./.test(sentence),
    );
    expect(bad).toEqual([]);
  });

  it('names who, what and how much', () => {
    const sentence = (kind: EventKind): string =>
      sentenceOf(sampleEvents.find((event) => event.kind === kind)!, telling);
    const lever = scenario.levers.find(({ id }) => id === 'us-kr-auto-tariff')!;
    expect(sentence('offerTabled')).toContain(lever.label[language]);
    expect(sentence('offerTabled')).toContain('15');
    expect(sentence('leverMoved')).toMatch(/25.*15/);
    expect(sentence('newsRevealed')).toContain(scenario.news[0].headline[language]);
  });
});

it('counts dollars as each language does', async () => {
  const flow = sampleEvents.find(({ kind }) => kind === 'flowBooked')!;
  await setLocale('en');
  expect(sentenceOf(flow, telling)).toContain('+3.2 bn');
  await setLocale('ko');
  expect(sentenceOf(flow, telling)).toContain('+32억');
  await setLocale('zh');
  expect(sentenceOf(flow, telling)).toContain('+32亿');
});

it('says whose lever a refusal is about', async () => {
  await setLocale('en');
  const refusal = { code: 'offer.leverBound', params: { lever: 'us-kr-auto-tariff' } } as const;
  const lever = scenario.levers.find(({ id }) => id === 'us-kr-auto-tariff')!;
  expect(refusalText(refusal, scenario)).toContain(lever.label.en);
});
