import { useEffect, useRef, useState } from 'preact/hooks';
import type { Seat } from '#shared/seats';
import './board.css';
import { type Board, startBoard } from './board.ts';
import type { BoardEvent } from './event.ts';
import { Hotspots, type HotspotWords } from './hotspots.tsx';
import type { Size } from './layout.ts';
import { Mirror, type MirrorWords } from './mirror.tsx';
import type { BoardModel } from './model.ts';

type Props = {
  readonly model: BoardModel;
  /** The events of the last update, in order. A new list is played once; the same list again is not. */
  readonly events: readonly BoardEvent[];
  readonly words: HotspotWords & { readonly mirror: MirrorWords };
  /** `?board=none`. */
  readonly isOff?: boolean;
  readonly isStill?: boolean;
  /** Shows the mirror to everybody, instead of the picture. */
  readonly isTable?: boolean;
  readonly onSeat: (seat: Seat) => void;
  readonly onSheet: (id: string) => void;
  /** Gives the board out, to tests and to the replay. */
  readonly onBoard?: (board: Board) => void;
};

const useSize = (host: { readonly current: HTMLElement | null }): Size | null => {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return size;
};

/** The board with its buttons and its mirror: the mirror is always in the page, and in sight where nothing is drawn. */
export const BoardView = (props: Props) => {
  const { model, events, words, isOff = false, isStill = false, isTable = false } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const [board, setBoard] = useState<Board | null>(null);

  useEffect(() => {
    if (!host.current) return;
    let isGone = false;
    let opened: Board | null = null;
    startBoard(host.current, { model, isOff, isStill }).then((fresh) => {
      if (isGone) return fresh.destroy();
      opened = fresh;
      setBoard(fresh);
      props.onBoard?.(fresh);
    });
    return () => {
      isGone = true;
      opened?.destroy();
    };
  }, [isOff, isStill]);

  useEffect(() => {
    board?.show(model);
  }, [board, model]);
  useEffect(() => {
    for (const event of events) board?.react(event);
  }, [events]);

  const isMirrored = isTable || isOff || (board !== null && !board.isDrawn);
  return (
    <section
      class="board"
      data-board={board ? (board.isDrawn ? 'drawn' : 'none') : 'loading'}
      onPointerEnter={() => board?.hold(true)}
      onPointerLeave={() => board?.hold(false)}
      onFocusIn={() => board?.hold(true)}
      onFocusOut={() => board?.hold(false)}
    >
      <div class="board-picture" ref={host} aria-hidden="true" hidden={isMirrored} />
      {size && !isMirrored && (
        <Hotspots size={size} model={model} words={words} onSeat={props.onSeat} onSheet={props.onSheet} />
      )}
      <div class={isMirrored ? 'board-mirror' : 'board-mirror board-unseen'}>
        <Mirror model={model} words={words.mirror} />
      </div>
    </section>
  );
};
