import { describe, expect, test } from 'vitest';
import {
  momentName,
  momentNamed,
  type Playback,
  playbackOf,
  reasonAfter,
} from '../../shared/debrief/playback.ts';
import { openLog } from '../../shared/debrief/report.ts';
import { fold, initialState } from '../../shared/engine/evolve.ts';
import { stateHash } from '../../shared/engine/log.ts';
import type { Update } from '../../shared/protocol.ts';
import { SEATS, type Viewer } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import type { Table } from '../../shared/table/table.ts';
import { koreaChina, openGame, pause2025, tableOffer } from '../helpers/game.ts';

const VIEWERS: readonly Viewer[] = [...SEATS, 'spectator', 'facilitator'];

const played = (table: Table): Playback => {
  const opened = openLog(table.book, table.entries);
  if ('code' in opened) throw new Error(opened.code);
  return playbackOf(opened);
};

describe('a game of people with secrets', () => {
  // What each viewer was sent as it happened, by entry.
  const game = openGame({ book: pause2025() });
  const sent: { readonly seq: number; readonly viewer: Viewer; readonly update: Update | null }[] = [];
  const record = (): void => {
    const entry = game.table.entries.at(-1)!;
    for (const viewer of VIEWERS)
      sent.push({ seq: entry.seq, viewer, update: game.table.updateFor(viewer, entry, entry.at) });
  };
  const offer = tableOffer(game, 'KR', { to: ['CN'], clauses: koreaChina(), sealed: true });
  record();
  game.act('US', { type: 'speak', to: 'KR', text: 'a word in private', pledge: null });
  record();
  game.act('CN', { type: 'accept', offer, spend: 4 });
  record();
  while (game.table.state.phase !== 'ended') {
    game.tick();
    record();
  }
  const playback = played(game.table);

  test('shows each viewer at each moment exactly what it was sent', () => {
    expect(sent.some(({ update }) => update === null)).toBe(true);
    for (const { seq, viewer, update } of sent) {
      const [before, after] = [momentNamed(playback, String(seq - 1))!, momentNamed(playback, String(seq))!];
      const again = playback.updateAt(viewer, after, before);
      if (update === null) expect(again.events).toEqual([]);
      else expect(again).toEqual(update);
    }
  });

  test('stops for nobody at what was not for its eyes', () => {
    const tabled = playback.entries.find(({ events }) => events.some(({ kind }) => kind === 'offerTabled'))!;
    const at = momentNamed(playback, String(tabled.seq))!;
    const sees = (viewer: Viewer) =>
      playback.stepsOf(viewer).some((step) => playback.entryAt(step) === tabled && step <= at);
    expect(VIEWERS.filter(sees)).toEqual(['KR', 'CN', 'facilitator']);
    expect(playback.marksOf('US').some(({ kind }) => kind === 'treaty')).toBe(false);
    expect(playback.marksOf('CN').some(({ kind }) => kind === 'treaty')).toBe(true);
  });
});

describe('a game of bots', () => {
  const table = playGame({
    book: pause2025(),
    bots: { US: 'random', KR: 'random', CN: 'trader' },
    seed: 'playback',
  });
  const playback = played(table);
  const events = table.entries.flatMap((entry) => entry.events);

  test('the state at any moment is the fold so far', () => {
    expect(playback.length).toBe(events.length);
    let state = initialState(table.book);
    for (const [i, event] of events.entries()) {
      state = fold(table.book, state, [event]);
      if (i % 7 === 0) expect(stateHash(playback.stateAt(i + 1))).toBe(stateHash(state));
    }
    expect(stateHash(playback.stateAt(playback.length))).toBe(stateHash(table.state));
    expect(stateHash(playback.stateAt(-3))).toBe(stateHash(initialState(table.book)));
    expect(playback.updateAt('KR', 1e9)).toEqual(table.welcome('KR', table.entries.at(-1)!.at));
  });

  test('moments have names that lead back to them, and nonsense leads nowhere', () => {
    for (let moment = 1; moment <= playback.length; moment++)
      expect(momentNamed(playback, momentName(playback, moment))).toBe(moment);
    for (const name of ['', '0', '-1', 'x', '1.5.2', '99999', '1e3'])
      expect(momentNamed(playback, name)).toBe(null);
  });

  test('steps go from the start to the end, and only forward', () => {
    for (const viewer of VIEWERS) {
      const steps = playback.stepsOf(viewer);
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      expect(steps[0]).toBe(playback.start);
      expect(steps.at(-1)).toBe(playback.length);
    }
  });

  test("every bot's move has its reason on record, whatever the table showed", () => {
    const moves = playback.entries.filter(({ actor }) => actor === 'CN');
    expect(moves.length).toBeGreaterThan(0);
    for (const entry of moves) expect(reasonAfter(playback, entry)?.seat).toBe('CN');
  });
});
