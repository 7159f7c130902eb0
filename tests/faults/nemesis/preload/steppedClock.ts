import { readFileSync } from 'node:fs';

/**
 * Loaded before a server (`node --import`): its idea of the time of day is off by as many ms as the file CLOCK_OFFSET_FILE
 * says at any moment. What counts on without being set (performance.now, timers) is left alone, as NTP leaves it alone.
 */
const file = process.env.CLOCK_OFFSET_FILE ?? '';
const RealDate = Date;
const realNow = Date.now.bind(Date);
const offset = (): number => Number(readFileSync(file, 'utf8'));

class SteppedDate extends RealDate {
  constructor(...parameters: readonly unknown[]) {
    if (parameters.length === 0) super(SteppedDate.now());
    else super(...(parameters as [number]));
  }
  static override now(): number {
    return realNow() + offset();
  }
}

if (file !== '') {
  const startedWith = offset();
  globalThis.Date = SteppedDate as DateConstructor;
  // The moment of the start is read from the same clock.
  Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + startedWith });
}
