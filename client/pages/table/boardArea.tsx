import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { BoardView } from '../../board/boardView.tsx';
import { boardEventsOf, boardModelOf } from '../../board/viewModel.ts';
import { isBoardUp, isTableView, openEconomy, show } from '../../deskState.ts';
import { query } from '../../router.tsx';
import type { Desk } from '../../rules.ts';
import { before, news } from '../../store.ts';
import { locale, t } from '../../words/language.ts';
import { boardNames, hotspotWords, mirrorWords } from './boardWords.ts';

const LONGEST_WAIT_MS = 4000;

/** Brings what lies under a sheet of the map into sight. */
const showSheet = (): void => show('offers');

/** The board: drawn, or as tables; a press on a capital opens its economy, on a sheet the offers. */
export const BoardArea = ({ at }: { readonly at: Desk }) => {
  const { book, view } = at;
  const language = locale.value;
  const model = useMemo(() => boardModelOf(book, view, boardNames()), [book, view, language]);
  const events = useMemo(() => boardEventsOf(book, news.value, before.value, view), [book, view, news.value]);
  const words = useMemo(() => ({ ...hotspotWords(), mirror: mirrorWords(at.book) }), [language, at.book]);
  const isDrawable = useSignal(query.value.get('board') !== 'none');
  useEffect(() => {
    // A slow machine may draw for long: who waits for advice doesn't wait for that.
    const timer = setTimeout(() => {
      isBoardUp.value = true;
    }, LONGEST_WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  const isTable = isTableView.value || !isDrawable.value;
  return (
    <section
      class={isTable ? 'board-area as-table' : 'board-area'}
      aria-labelledby="board"
      tabIndex={isTable ? 0 : undefined}
    >
      <h2 class="unseen" id="board">
        {t('table.board')}
      </h2>
      <BoardView
        model={model}
        events={events}
        words={words}
        isOff={query.value.get('board') === 'none'}
        isStill={query.value.has('still')}
        isTable={isTableView.value}
        onSeat={(seat) => {
          openEconomy.value = seat;
        }}
        onSheet={showSheet}
        onBoard={(board) => {
          isDrawable.value = board.isDrawn;
          isBoardUp.value = true;
        }}
      />
    </section>
  );
};
