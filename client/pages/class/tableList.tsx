import { useSignal } from '@preact/signals';
import type { ConsoleView, SeatCell, TableRow } from '../../../server/classes/protocol.ts';
import { Flag } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { duration, listed } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { botName } from '../../words/people.ts';
import { isThere, levelName, mandateName, scoreText } from './classWords.ts';
import { serverTime } from './consoleState.ts';
import { TableDialog } from './tableDialog.tsx';

const ORDERS = ['number', 'slowest', 'treaties'] as const;
type Order = (typeof ORDERS)[number];

const PHASE_ORDER = {
  planned: 0,
  broken: 0,
  unreachable: 0,
  waiting: 0,
  negotiation: 1,
  closing: 2,
  ended: 3,
} as const;

/** How far a table is: rounds and the halves of them. */
const progress = ({ phase, round, rounds }: TableRow): number =>
  phase === 'ended' ? 10 * rounds : 10 * round + PHASE_ORDER[phase];

const waited = ({ holdUp }: TableRow): number => (holdUp === null ? 0 : serverTime() - holdUp.since);

const sorted = (rows: readonly TableRow[], order: Order): readonly TableRow[] => {
  if (order === 'number') return rows;
  if (order === 'treaties') return rows.toSorted((a, b) => a.treaties - b.treaties);
  return rows.toSorted((a, b) => progress(a) - progress(b) || waited(b) - waited(a));
};

const SeatName = ({ cell }: { readonly cell: SeatCell }) => {
  const names = cell.members.map(({ name }) => name).join(' · ');
  if (cell.light === 'free') return <span class="soft">{t('class.light.free')}</span>;
  if (names === '') return <span class="soft">{botName(cell.bot ?? '')}</span>;
  return (
    <span class="seat-people">
      {names}
      {cell.bot === null ? null : <small>{t('class.standsIn', { bot: botName(cell.bot) })}</small>}
    </span>
  );
};

const Seat = ({ cell, row }: { readonly cell: SeatCell; readonly row: TableRow }) => (
  <li class={`class-seat seat-${cell.seat}`}>
    <span class={`light ${cell.light}`} title={t(`class.light.${cell.light}`)} aria-hidden="true">
      {cell.light === 'bot' ? <Icon name="bot" size={13} /> : null}
    </span>
    <Flag seat={cell.seat} />
    <span class="unseen">
      {t(`seat.short.${cell.seat}`)}, {t(`class.light.${cell.light}`)}:
    </span>
    <span class="seat-main">
      <SeatName cell={cell} />
      {cell.mandate === null ? null : (
        <small class="soft">{mandateName(row.treatment.scenario, cell.mandate)}</small>
      )}
    </span>
    {cell.isReady && row.phase !== 'ended' ? (
      <span class="ready-mark" title={t('class.ready')}>
        <Icon name="check" size={14} />
        <span class="unseen">{t('class.ready')}</span>
      </span>
    ) : null}
    {cell.score === null ? null : (
      <span class={row.phase === 'ended' ? 'score final' : 'score'}>
        <span class="unseen">{t(row.phase === 'ended' ? 'class.row.score' : 'class.row.scoreNow')} </span>
        {scoreText(cell.score)}
      </span>
    )}
  </li>
);

const phaseText = ({ phase, isPaused }: TableRow): string => {
  if (phase === 'planned' || phase === 'broken' || phase === 'unreachable') return t(`class.row.${phase}`);
  return t(`phase.${isPaused ? 'paused' : phase}`);
};

const TimeLeft = ({ row }: { readonly row: TableRow }) => {
  const left = row.endsAt === null ? row.left : row.endsAt - serverTime();
  if (left === null || row.phase === 'ended') return null;
  return <b class={left < 30_000 && !row.isPaused ? 'time short' : 'time'}>{duration(left)}</b>;
};

const Progress = ({ row }: { readonly row: TableRow }) => (
  <p class="row-phase">
    <span class={`phase-name ${row.isPaused ? 'paused' : row.phase}`}>{phaseText(row)}</span>
    <TimeLeft row={row} />
    {row.round === 0 || row.phase === 'ended' ? null : (
      <small class="soft">{t('class.row.round', { round: row.round, rounds: row.rounds })}</small>
    )}
  </p>
);

const Waiting = ({ row }: { readonly row: TableRow }) =>
  row.holdUp === null ? null : (
    <p class="hold-up">
      {t('class.row.waits', { seats: listed(row.holdUp.seats.map((seat) => t(`seat.short.${seat}`))) })}{' '}
      <b>{duration(serverTime() - row.holdUp.since)}</b>
    </p>
  );

const Counts = ({ row }: { readonly row: TableRow }) =>
  !isThere(row) ? null : (
    <dl class="row-counts">
      <div>
        <dt>{t('class.row.offers')}</dt>
        <dd title={t('class.row.offersOf', { open: row.openOffers, all: row.offers })}>
          {row.openOffers}
          <small class="soft">/{row.offers}</small>
        </dd>
      </div>
      <div>
        <dt>{t('class.row.treaties')}</dt>
        <dd>{row.treaties}</dd>
      </div>
    </dl>
  );

type RowProps = { readonly row: TableRow; readonly view: ConsoleView; readonly onOpen: () => void };

const Row = ({ row, view, onOpen }: RowProps) => (
  <li class={`class-table card ${row.phase} ${row.holdUp === null ? '' : 'holds-up'}`}>
    <div class="row-name">
      <h3>{t('class.table', { number: row.number })}</h3>
      {view.factors.map((factor) => (
        <span key={factor} class="mark">
          {t('class.factor.of', {
            factor: t(`class.factor.${factor}`),
            level: levelName(factor, row.treatment),
          })}
        </span>
      ))}
    </div>
    <div class="row-state">
      <Progress row={row} />
      <Waiting row={row} />
      {row.isOwn ? <p class="own-table">{t('class.row.own')}</p> : null}
    </div>
    <Counts row={row} />
    <ul class="class-seats">
      {row.seats.map((cell) => (
        <Seat key={cell.seat} cell={cell} row={row} />
      ))}
      {row.observers.length === 0 ? null : (
        <li class="class-observers soft">
          {t('class.row.observers', { names: listed(row.observers.map(({ name }) => name)) })}
        </li>
      )}
    </ul>
    {!isThere(row) ? null : (
      <button
        type="button"
        class="round row-more"
        aria-label={t('class.tableActs', { number: row.number })}
        onClick={onOpen}
      >
        <Icon name="more" />
      </button>
    )}
  </li>
);

const Sorting = ({
  order,
  onChange,
}: {
  readonly order: Order;
  readonly onChange: (order: Order) => void;
}) => (
  <fieldset class="segments sorting">
    <legend class="unseen">{t('class.sort')}</legend>
    {ORDERS.map((one) => (
      <button key={one} type="button" aria-pressed={order === one} onClick={() => onChange(one)}>
        {t(`class.sort.${one}`)}
      </button>
    ))}
  </fieldset>
);

/** The tables of the class, live. */
export const TableList = ({ view }: { readonly view: ConsoleView }) => {
  const order = useSignal<Order>('number');
  const opened = useSignal<number | null>(null);
  const chosen = view.tables.find(({ number }) => number === opened.value);
  return (
    <section class="class-tables" aria-labelledby="tables-title">
      <header class="row between">
        <h2 id="tables-title">{t('class.tables', { count: view.tables.length })}</h2>
        {view.phase === 'gathering' ? null : (
          <Sorting
            order={order.value}
            onChange={(next) => {
              order.value = next;
            }}
          />
        )}
      </header>
      <ol class={view.phase === 'gathering' ? 'planned-rows' : 'rows'}>
        {sorted(view.tables, order.value).map((row) => (
          <Row
            key={row.number}
            row={row}
            view={view}
            onOpen={() => {
              opened.value = row.number;
            }}
          />
        ))}
      </ol>
      {chosen === undefined ? null : (
        <TableDialog
          row={chosen}
          view={view}
          onClose={() => {
            opened.value = null;
          }}
        />
      )}
    </section>
  );
};
