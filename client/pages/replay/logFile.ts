import { type Playback, playbackOf } from '../../../shared/debrief/playback.ts';
import { readLog } from '../../../shared/debrief/readLog.ts';
import { openLog, scenarioIn } from '../../../shared/debrief/report.ts';
import type { Entry } from '../../../shared/engine/log.ts';
import { bookOf, isScenario } from '../../../shared/scenarios/index.ts';
import { isTextKey, t } from '../../words/language.ts';

/** A log that can't be played back, in a sentence. */
export type Unplayable = { readonly why: string };

const faultText = (code: string, at: number): Unplayable => {
  const key = `replay.fault.${code}`;
  return { why: t(isTextKey(key) ? key : 'replay.fault.debrief.impossible', { at }) };
};

/** Makes a log ready to be played back, or says what is wrong with it. */
export const openPlayback = (entries: readonly Entry[]): Playback | Unplayable => {
  if (entries.length === 0) return faultText('debrief.empty', 0);
  const scenario = scenarioIn(entries);
  if (scenario === null || !isScenario(scenario)) return faultText('debrief.scenario', 0);
  const opened = openLog(bookOf(scenario), entries);
  return 'code' in opened ? faultText(opened.code, opened.at) : playbackOf(opened);
};

/** Larger than any log of a game that people played. */
const MOST_BYTES = 50_000_000;

/** The same from a file, as `simulate --logs` and the exports write it. */
export const playbackIn = async (file: File): Promise<Playback | Unplayable> => {
  if (file.size > MOST_BYTES) return faultText('file.large', 0);
  const text = await file.text().catch(() => null);
  if (text === null) return faultText('file.unread', 0);
  const entries = readLog(text);
  return 'code' in entries ? faultText(entries.code, entries.line) : openPlayback(entries);
};
