import '../debrief/words.ts';
import { type Playback, playbackOf } from '../../../shared/debrief/playback.ts';
import { type ExportedLog, isExport, leadsToSame, readExport } from '../../../shared/debrief/readExport.ts';
import { readLog } from '../../../shared/debrief/readLog.ts';
import { type Opened, openLog, scenarioIn } from '../../../shared/debrief/report.ts';
import type { Entry } from '../../../shared/engine/log.ts';
import { bookOf, isScenario } from '../../../shared/scenarios/index.ts';
import { isTextKey, t } from '../../words/language.ts';

/** A log that can't be played back, in a sentence. */
export type Unplayable = { readonly why: string };

const faultText = (code: string, at: number): Unplayable => {
  const key = `replay.fault.${code}`;
  return { why: t(isTextKey(key) ? key : 'replay.fault.debrief.impossible', { at }) };
};

const openEntries = (entries: readonly Entry[]): Opened | Unplayable => {
  if (entries.length === 0) return faultText('debrief.empty', 0);
  const scenario = scenarioIn(entries);
  if (scenario === null || !isScenario(scenario)) return faultText('debrief.scenario', 0);
  const opened = openLog(bookOf(scenario), entries);
  return 'code' in opened ? faultText(opened.code, opened.at) : opened;
};

/** Makes a log ready to be played back, or says what is wrong with it. */
export const openPlayback = (entries: readonly Entry[]): Playback | Unplayable => {
  const opened = openEntries(entries);
  return 'why' in opened ? opened : playbackOf(opened);
};

/** Larger than the download of any class. */
const MOST_BYTES = 200_000_000;

/** A game in a file. `id`: what the file calls it; null: the file is of one game. */
export type Game = { readonly id: string | null; readonly open: () => Playback | Unplayable };

const exported = (log: ExportedLog): Game => ({
  id: log.id,
  open: () => {
    const opened = openEntries(log.entries);
    if ('why' in opened) return opened;
    return leadsToSame(opened, log) ? playbackOf(opened) : faultText('export.hash', 0);
  },
});

const gamesInText = (text: string): readonly Game[] | Unplayable => {
  if (isExport(text)) {
    const logs = readExport(text);
    if ('code' in logs) return faultText(logs.code, logs.at);
    return logs.length === 0 ? faultText('debrief.empty', 0) : logs.map(exported);
  }
  const entries = readLog(text);
  return 'code' in entries
    ? faultText(entries.code, entries.line)
    : [{ id: null, open: () => openPlayback(entries) }];
};

const isZip = ([one, other]: Uint8Array): boolean => one === 0x50 && other === 0x4b;

/** The JSON in the ZIP of a download; null: there is none. */
const jsonIn = async (zip: Uint8Array): Promise<Uint8Array | null> => {
  const { unzipSync } = await import('fflate');
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean =>
    name === 'export.json' && originalSize <= MOST_BYTES;
  try {
    return unzipSync(zip, { filter: isWanted })['export.json'] ?? null;
  } catch {
    return null;
  }
};

/** The games in a file: a log as `simulate --logs` and downloads write it, or the JSON of a download, or the download itself. */
export const gamesIn = async (file: File): Promise<readonly Game[] | Unplayable> => {
  if (file.size > MOST_BYTES) return faultText('file.large', 0);
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  if (bytes === null) return faultText('file.unread', 0);
  const text = isZip(bytes) ? await jsonIn(bytes) : bytes;
  return text === null ? faultText('export.format', 0) : gamesInText(new TextDecoder().decode(text));
};
