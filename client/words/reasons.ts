import type { Reason } from '../../shared/engine/events.ts';
import { isSeat } from '../../shared/seats.ts';
import { isTextKey, t } from './language.ts';
import { leverName, seatName, type Telling } from './telling.ts';

const spoken = (name: string, value: string | number, telling: Telling): string | number => {
  if (typeof value === 'number') return value;
  if (name === 'seat' && isSeat(value)) return seatName(value);
  return value === '' ? t('reason.other') : leverName(telling, value);
};

/** A bot's reason as a sentence. Where it names no lever, it speaks of other terms. */
export const reasonText = ({ key, params }: Reason, telling: Telling): string => {
  if (!isTextKey(key)) return t('reason.unknown');
  const named = Object.entries(params).map(([name, value]) => [name, spoken(name, value, telling)]);
  const other = t('reason.other');
  return t(key, { asks: other, gives: other, ...Object.fromEntries(named) });
};
