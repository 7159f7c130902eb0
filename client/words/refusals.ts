import type { Refusal } from '../../shared/engine/refusal.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { ServerRefusal } from '../connection/http.ts';
import { isTextKey, type TextParams, t, words } from './language.ts';

/** Parameters that name a lever become its label. */
const spoken = (params: TextParams, scenario: Scenario | null): TextParams => {
  const lever = scenario?.levers.find((candidate) => candidate.id === params.lever);
  return lever === undefined ? params : { ...params, lever: words(lever.label) };
};

/** Why a move is not possible, in a sentence. */
export const refusalText = ({ code, params }: Refusal, scenario: Scenario | null): string =>
  t(`refusal.${code}`, spoken(params, scenario));

/** What the server's door answered, in a sentence. */
export const doorText = (code: string, params: TextParams = {}): string => {
  const key = `error.${code}`;
  return isTextKey(key) ? t(key, params) : t('error.unknown');
};

/** Why something asked of the server failed, in a sentence. */
export const failureText = (failure: unknown): string =>
  failure instanceof ServerRefusal ? doorText(failure.code, failure.params) : doorText('unknown');
