import { prefersCalm } from '../settings.ts';
import type { BoardEvent } from './event.ts';
import type { BoardModel } from './model.ts';

/** The living map. It owns no state of the game: it shows models, and plays events in passing. */
export type Board = {
  /** Whether anything is drawn; if not, the page shows the mirror instead. */
  readonly isDrawn: boolean;
  /** Shows a situation. Always wins over whatever is being played. */
  readonly show: (model: BoardModel) => void;
  /** Plays an event's animation, after those that are waiting. */
  readonly react: (event: BoardEvent) => void;
  /** Holds the view still while somebody points at the board or is among its buttons. */
  readonly hold: (isHeld: boolean) => void;
  /** Draws exactly the moment `t` ms after the board's start and stops the loop. For tests and pictures. */
  readonly seek: (t: number) => void;
  readonly destroy: () => void;
};

export type BoardOptions = {
  readonly model: BoardModel;
  /** Draw nothing at all: `?board=none`. */
  readonly isOff?: boolean;
  /** Never run by itself: draw on `show` and `seek` only. */
  readonly isStill?: boolean;
  /** No drift and no flights; without it the visitor's own setting decides. */
  readonly isCalm?: boolean;
};

/** A board that draws nothing. */
export const nullBoard: Board = {
  isDrawn: false,
  show: () => {},
  react: () => {},
  hold: () => {},
  seek: () => {},
  destroy: () => {},
};

const hasWebGl = (): boolean => {
  const ctx = document.createElement('canvas').getContext('webgl');
  ctx?.getExtension('WEBGL_lose_context')?.loseContext();
  return ctx !== null;
};

/**
 * Starts the board in an element and keeps to its size. Loads the renderer only now. Resolves when the first picture
 * is drawn; without WebGL, or when the renderer can't be loaded, to a board that draws nothing.
 */
export const startBoard = async (host: HTMLElement, options: BoardOptions): Promise<Board> => {
  if (options.isOff || !hasWebGl()) return nullBoard;
  try {
    const { openStage } = await import('./phaser/stage.ts');
    const { model, isStill = false, isCalm = prefersCalm() } = options;
    return { isDrawn: true, ...(await openStage(host, { model, isStill, isCalm })) };
  } catch (error) {
    console.warn('The board could not be drawn.', error);
    return nullBoard;
  }
};
