import '@fontsource-variable/fraunces/standard.css';
import '@fontsource-variable/fraunces/standard-italic.css';
import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-kr';
import '@fontsource-variable/noto-sans-sc';
import { render } from 'preact';
import { bookOf } from '#shared/scenarios/index';
import { playGame } from '#shared/simulation/playGame';
import { restoreTable } from '#shared/table/table';
import { aprilModel, crowdedModel, sampleEvents } from '../../tests/board/fixture.ts';
import { startBoard } from './board.ts';
import { BoardView } from './boardView.tsx';
import type { MirrorWords } from './mirror.tsx';
import type { BoardModel } from './model.ts';
import { boardModelOf } from './viewModel.ts';

/**
 * The board alone, with made-up situations: `?model=crowded`, or a game of bots: `?game=SEED&entry=40`.
 * `?event=signed`, `?still&t=1200`, `?calm`, `?bare`; `?view` with buttons and mirror, `?view&table` the mirror alone.
 */
const query = new URLSearchParams(location.search);
const host = document.querySelector<HTMLElement>('#host');
const nav = document.querySelector('nav');
if (!host || !nav) throw new Error('no host');

/** The situation after some entries of a game of bots, as Seoul sees it. */
const played = (seed: string, count: number): BoardModel => {
  const book = bookOf('tariff-pause-2025');
  const { entries } = playGame({ book, bots: { US: 'trader', KR: 'trader', CN: 'trader' }, seed });
  const table = restoreTable({ book, entries: entries.slice(0, count) });
  return 'brokenAt' in table ? aprilModel : boardModelOf(book, table.viewOf('KR'), aprilModel);
};

const game = query.get('game');
const made = query.get('model') === 'crowded' ? crowdedModel : aprilModel;
const model = game === null ? made : played(game, Number(query.get('entry') ?? 1e9));

const SEAT_NAMES = { US: 'United States', KR: 'South Korea', CN: 'China' };
const mirror: MirrorWords = {
  trade: 'Trade',
  exporter: 'From',
  importer: 'To',
  kind: 'What',
  volume: 'Volume',
  change: 'Against 2024',
  tariff: 'Tariff',
  gates: 'Gates and ties',
  heldBy: 'Held by',
  against: 'Against',
  state: 'State',
  sheets: 'Offers and treaties',
  proposer: 'From',
  parties: 'Among',
  nothing: 'None',
  seats: SEAT_NAMES,
  kinds: { goods: 'Goods', chips: 'Chips', energy: 'Energy', investment: 'Investment' },
  lever: (key) => key,
  gateStates: ['open', 'half shut', 'shut'],
  bondStates: ['dormant', 'alive', 'strong'],
  sheetStates: { open: 'open', waits: 'waits for you', signed: 'signed', ends: 'denounced' },
  sealed: 'sealed',
  money: (value) => `$${value.toFixed(1)}bn`,
  signed: (percent) => `${percent > 0 ? '+' : ''}${percent.toFixed(0)}%`,
  rate: (percent) => `${percent}%`,
};

/** The whole of it: picture, buttons, mirror. */
const showView = (at: HTMLElement): void =>
  render(
    <BoardView
      model={model}
      events={[]}
      isStill={query.has('still')}
      isTable={query.has('table')}
      words={{ group: 'Map', seats: SEAT_NAMES, sheet: (sheet) => `Sheet ${sheet.id}`, mirror }}
      onSeat={(seat) => console.info('seat', seat)}
      onSheet={(id) => console.info('sheet', id)}
      onBoard={(board) => Object.assign(window, { board, isReady: true })}
    />,
    at,
  );

/** The picture alone, with a button for every event. */
const showPicture = async (at: HTMLElement, buttons: HTMLElement): Promise<void> => {
  const calm = query.has('calm') ? { isCalm: true } : {};
  const board = await startBoard(at, { model, isStill: query.has('still'), ...calm });
  const react = (kind: string | null): void => {
    const event = sampleEvents.find((sample) => sample.kind === kind);
    if (event) board.react(event);
  };
  for (const { kind } of sampleEvents) {
    const button = document.createElement('button');
    button.textContent = kind;
    button.onclick = () => react(kind);
    buttons.append(button);
  }
  buttons.hidden = query.has('still') || query.has('bare');
  react(query.get('event'));
  if (query.has('still')) board.seek(Number(query.get('t') ?? 0));
  Object.assign(window, { board, aprilModel, crowdedModel, sampleEvents, isReady: true });
};

if (query.has('view')) showView(host);
else await showPicture(host, nav);
