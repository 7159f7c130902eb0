import type { Hint } from '../../shared/coach/advice.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { isSeat } from '../../shared/seats.ts';
import { figure, percent } from './figures.ts';
import { isTextKey, t, words } from './language.ts';
import { levelName, leverName, seatName, tellingOf } from './telling.ts';

/** Points of the score: with decimals only where they matter. */
export const points = (value: number, sign = false): string =>
  figure(value, { digits: Math.abs(value) < 10 ? 1 : 0, sign });

const headlineName = (scenario: Scenario, id: string): string => {
  const headline = scenario.mandates
    .flatMap(({ goals, redLines }) => [...goals, ...redLines])
    .find((candidate) => candidate.id === id);
  return headline === undefined ? id : words(headline.label);
};

/** A parameter in words. A `level` is the level of the hint's `lever`. */
const spoken = (name: string, { params }: Hint, scenario: Scenario): string | number => {
  const value = params[name];
  const telling = tellingOf(scenario, null, []);
  if (typeof value === 'number') {
    if (name === 'level') return levelName(telling, String(params.lever), value);
    if (name === 'chance') return percent(value);
    return name === 'points' || name === 'other' ? points(value) : value;
  }
  if (isSeat(value)) return seatName(value);
  return name === 'headline' ? headlineName(scenario, value) : leverName(telling, value);
};

/** A coach's hint as a sentence. */
export const hintText = (hint: Hint, scenario: Scenario): string => {
  if (!isTextKey(hint.key)) return t('coach.failed');
  const named = Object.keys(hint.params).map((name) => [name, spoken(name, hint, scenario)]);
  return t(hint.key, Object.fromEntries(named));
};
