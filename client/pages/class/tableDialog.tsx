import { useSignal } from '@preact/signals';
import type { ConsoleView, SeatCell, TableRow } from '../../../server/classes/protocol.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Flag } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ask } from '../../parts/question.tsx';
import { Link } from '../../router.tsx';
import { t } from '../../words/language.ts';
import { botName } from '../../words/people.ts';
import { act } from './consoleState.ts';
import { MessageDialog } from './messageDialog.tsx';
import { NewsDialog } from './newsDialog.tsx';

const MINUTE_MS = 60_000;

const advance = ({ number }: TableRow): void =>
  ask(() => ({
    title: t('class.advanceConfirm.title'),
    body: <p class="consequence">{t('class.advanceConfirm.one', { table: number })}</p>,
    action: t('class.act.advance'),
    run: () => void act({ type: 'advance', tables: [number] }),
  }));

const leaveToBot = ({ number }: TableRow, { seat, members }: SeatCell): void =>
  ask(() => ({
    title: t('class.botConfirm.title'),
    body: (
      <p class="consequence">
        {t('class.botConfirm.body', {
          name: members.map(({ name }) => name).join(' · '),
          table: number,
          seat: t(`seat.${seat}`),
        })}
      </p>
    ),
    action: t('class.botTakes'),
    run: () => void act({ type: 'bot', table: number, seat }),
  }));

const ClockActs = ({
  row,
  onDialog,
}: {
  readonly row: TableRow;
  readonly onDialog: (which: 'message' | 'news') => void;
}) => {
  const tables = [row.number];
  return (
    <div class="row wrap">
      {row.isPaused ? (
        <button type="button" class="gold" onClick={() => void act({ type: 'release', tables })}>
          <Icon name="play" size={16} /> {t('class.act.release')}
        </button>
      ) : (
        <button type="button" onClick={() => void act({ type: 'pause', tables, text: '' })}>
          <Icon name="pause" size={16} /> {t('class.act.pauseOne')}
        </button>
      )}
      {[1, 5].map((minutes) => (
        <button
          key={minutes}
          type="button"
          onClick={() => void act({ type: 'extend', tables, ms: minutes * MINUTE_MS })}
        >
          {t('class.act.extend', { minutes })}
        </button>
      ))}
      <button type="button" onClick={() => advance(row)}>
        {t('class.act.advance')}
      </button>
      <button type="button" onClick={() => onDialog('message')}>
        {t('class.act.message')}
      </button>
      <button type="button" onClick={() => onDialog('news')}>
        {t('class.act.inject')}
      </button>
    </div>
  );
};

const SeatLine = ({
  row,
  cell,
  isOpen,
}: {
  readonly row: TableRow;
  readonly cell: SeatCell;
  readonly isOpen: boolean;
}) => (
  <li>
    <Flag seat={cell.seat} />
    <span class="seat-who">
      <b>{t(`seat.${cell.seat}`)}</b>
      <span>
        {cell.members.length === 0
          ? botName(cell.bot ?? '')
          : cell.members.map(({ name }) => name).join(' · ')}{' '}
        <small class="soft">{t(`class.light.${cell.light}`)}</small>
      </span>
    </span>
    {isOpen && cell.members.length > 0 ? (
      <button type="button" class="small" onClick={() => leaveToBot(row, cell)}>
        <Icon name="bot" size={15} /> {t('class.botTakes')}
      </button>
    ) : null}
  </li>
);

type TableDialogProps = {
  readonly row: TableRow;
  readonly view: ConsoleView;
  readonly onClose: () => void;
};

/** One table: what can be done to it, and the ways to look at it. */
export const TableDialog = ({ row, view, onClose }: TableDialogProps) => {
  const dialog = useSignal<'message' | 'news' | null>(null);
  const isOpen = view.phase === 'running' && row.phase !== 'ended';
  const shut = (): void => {
    dialog.value = null;
  };
  if (dialog.value === 'message')
    return <MessageDialog tables={[row.number]} canPause={!row.isPaused} onClose={shut} />;
  if (dialog.value === 'news') return <NewsDialog rows={[row]} tables={[row.number]} onClose={shut} />;
  return (
    <Dialog title={t('class.table', { number: row.number })} onClose={onClose}>
      {isOpen ? (
        <ClockActs
          row={row}
          onDialog={(which) => {
            dialog.value = which;
          }}
        />
      ) : null}
      <ul class="seat-lines">
        {row.seats.map((cell) => (
          <SeatLine key={cell.seat} row={row} cell={cell} isOpen={isOpen} />
        ))}
      </ul>
      <div class="row wrap">
        <Link to={`/t/${row.code}`} class="button">
          <Icon name="eye" size={16} /> {t('class.watch')}
        </Link>
        {row.phase === 'ended' ? (
          <>
            <Link to={`/replay/${row.code}`} class="button">
              {t('class.replay')}
            </Link>
            <Link to={`/debrief/${row.code}`} class="button">
              {t('class.debrief')}
            </Link>
          </>
        ) : null}
      </div>
    </Dialog>
  );
};
