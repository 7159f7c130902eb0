import type { Reason } from '../../shared/engine/events.ts';
import { isSeat } from '../../shared/seats.ts';
import { isTextKey, t } from './language.ts';
import { botName } from './people.ts';
import { levelName, leverName, seatName, type Telling } from './telling.ts';

/** A parameter in words. A `level` is the level of the reason's `lever`. */
const spoken = (name: string, params: Reason['params'], telling: Telling): string | number => {
  const value = params[name];
  if (name === 'level' && typeof value === 'number') return levelName(telling, String(params.lever), value);
  if (typeof value === 'number') return value;
  if (name === 'seat' && isSeat(value)) return seatName(value);
  return value === '' ? t('reason.other') : leverName(telling, value);
};

/** A bot's reason as a sentence. Where it names no lever, it speaks of other terms. */
export const reasonText = ({ key, params }: Reason, telling: Telling): string => {
  if (!isTextKey(key)) return t('reason.unknown');
  const named = Object.keys(params).map((name) => [name, spoken(name, params, telling)]);
  const other = t('reason.other');
  const reason = t(key, { asks: other, gives: other, ...Object.fromEntries(named) });
  return typeof params.deputy === 'string'
    ? t('reason.deputy', { reason, bot: botName(params.deputy) })
    : reason;
};
