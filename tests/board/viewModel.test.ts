import { describe, expect, test } from 'vitest';
import { tradeRows } from '../../client/board/mirrorRows.ts';
import { flowKey } from '../../client/board/model.ts';
import { openTimeline, poseAt, reacted, shown } from '../../client/board/timeline.ts';
import { type BoardNames, boardEventsOf, boardModelOf } from '../../client/board/viewModel.ts';
import { visibleEvents } from '../../shared/engine/events.ts';
import { fold, initialState } from '../../shared/engine/evolve.ts';
import { project } from '../../shared/engine/project.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { clause, openGame, pause2025 } from '../helpers/game.ts';
import { knownLayouts } from './sizes.ts';

const names: BoardNames = {
  capitals: {
    US: { name: 'Washington', local: 'D.C.' },
    KR: { name: 'Seoul', local: '서울' },
    CN: { name: 'Beijing', local: '北京' },
  },
  ocean: 'Pacific Ocean',
};
const book = pause2025();
const layout = knownLayouts[3];

describe('the board of a view', () => {
  test('shows the pause of April 2025: the walls, the gates, the trade', () => {
    const { table } = openGame();
    const model = boardModelOf(book, table.viewOf('KR'), names);
    const rates = Object.fromEntries(model.walls.map((wall) => [wall.key, wall.rate]));
    expect(rates).toMatchObject({
      'us-cn-tariff': 145,
      'cn-us-tariff': 125,
      'us-kr-reciprocal-tariff': 10,
      'us-kr-auto-tariff': 25,
      'kr-us-tariff': 0,
    });
    const gates = Object.fromEntries(model.barriers.map((barrier) => [barrier.key, barrier.level]));
    expect(gates).toMatchObject({
      'us-cn-chip-controls': 1,
      'cn-us-rare-earths': 1,
      'kr-chip-controls': 0,
      'kr-us-farm-access': 2,
      'us-fab-licences': 0,
    });
    const fromChina = model.flows.find((flow) => flowKey(flow) === 'CN>US:goods');
    expect(fromChina?.value).toBeLessThan(0.7 * (fromChina?.base ?? 0));
    expect(new Set(model.flows.map(flowKey)).size).toBe(model.flows.length);
  });

  test('opens a farm gate and sends money abroad when the levers say so', () => {
    const game = openGame();
    const view = game.table.viewOf('KR');
    const levels = view.levels.map((level, i) => {
      const { id } = book.scenario.levers[i];
      if (id === 'kr-us-farm-access') return clause(id, 'open').level;
      if (id === 'kr-us-fabs') return clause(id, '20').level;
      return id === 'kr-us-shipbuilding' ? clause(id, '5').level : level;
    });
    const model = boardModelOf(book, { ...view, levels }, names);
    expect(model.barriers.find((barrier) => barrier.key === 'kr-us-farm-access')?.level).toBe(0);
    expect(model.flows.find((flow) => flowKey(flow) === 'KR>US:investment')?.value).toBe(25);
  });

  test('an offer is a sheet that waits for its addressee alone, and is unknown to whom its seal keeps out', () => {
    const game = openGame();
    const before = game.table.viewOf('KR');
    const events = game.act('US', {
      type: 'table',
      to: ['KR'],
      clauses: [clause('us-kr-reciprocal-tariff', '15'), clause('kr-us-shipbuilding', '10')],
      sealed: true,
      note: '',
      spend: 4,
    });
    const sheets = (viewer: 'US' | 'KR' | 'CN') =>
      boardModelOf(book, game.table.viewOf(viewer), names).sheets;
    expect(sheets('KR')).toMatchObject([
      { from: 'US', sealed: true, mine: true, waits: true, state: 'open' },
    ]);
    expect(sheets('US')).toMatchObject([{ mine: true, waits: false }]);
    expect(sheets('CN')).toEqual([]);
    const shownEvents = boardEventsOf(book, events, before, game.table.viewOf('KR'));
    expect(shownEvents).toMatchObject([{ kind: 'tabled', sheet: { from: 'US' } }]);
  });

  test('follows whole games of bots for every viewer: each step is drawn, and each event finds its sheet', () => {
    const seen = new Set<string>();
    for (const seed of ['board-1', 'board-2']) {
      const { entries } = playGame({ book, bots: { US: 'trader', KR: 'random', CN: 'random' }, seed });
      for (const viewer of ['US', 'KR', 'CN', 'spectator'] as const) {
        let state = initialState(book);
        let before = project(state, viewer);
        let timeline = openTimeline(boardModelOf(book, before, names));
        for (const { seq, events } of entries) {
          state = fold(book, state, events);
          const after = project(state, viewer);
          const known = visibleEvents(events, viewer, state);
          timeline = shown(timeline, boardModelOf(book, after, names), seq * 400);
          const shows = boardEventsOf(book, known, before, after);
          for (const event of shows) {
            seen.add(event.kind);
            timeline = reacted(timeline, event, seq * 400);
          }
          const aboutSheets = known.filter(({ kind }) => /^(offer(?!Countered)|treaty)/.test(kind));
          const sheets = shows.filter((event) => 'sheet' in event);
          expect(sheets.length, `${seed}, ${viewer}, entry ${seq}`).toBeGreaterThanOrEqual(
            aboutSheets.length,
          );
          const { above } = poseAt(timeline, layout, seq * 400 + 200);
          expect(above.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
          before = after;
        }
        expect(boardModelOf(book, before, names).phase).toBe('ended');
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['tabled', 'roundBegan', 'roundResolved', 'gameEnded']));
  });
});

describe('the mirror', () => {
  test('has a row for every stream in sight, the largest first, with the tariff that it meets', () => {
    const model = boardModelOf(book, openGame().table.viewOf('spectator'), names);
    const rows = tradeRows(model);
    expect(rows).toHaveLength(model.flows.filter((flow) => Math.max(flow.value, flow.base) >= 0.05).length);
    expect(rows.map((row) => row.value)).toEqual(rows.map((row) => row.value).sort((a, b) => b - a));
    const fromKorea = rows.find((row) => row.from === 'KR' && row.to === 'US' && row.kind === 'goods');
    expect(fromKorea?.tariff).toEqual([10, 25]);
    expect(
      rows.find((row) => row.from === 'US' && row.to === 'KR' && row.kind === 'goods')?.tariff,
    ).toBeNull();
  });
});
