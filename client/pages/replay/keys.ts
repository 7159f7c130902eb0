import type { Watching } from './watching.ts';

/** What each key does; the list of keys shows them in this order. */
export const KEYS = {
  back: 'ArrowLeft',
  on: 'ArrowRight',
  roundBack: 'ArrowUp',
  roundOn: 'ArrowDown',
  first: 'Home',
  last: 'End',
  run: ' ',
  help: '?',
} as const;

/** Where keys have a meaning of their own. The time line is no such place: it goes by the same keys. */
const isTaken = (target: EventTarget | null, key: string): boolean => {
  if (!(target instanceof Element) || target.id === 'time-line') return false;
  if (target.closest('dialog, input, textarea, select') !== null) return true;
  if (key === KEYS.back || key === KEYS.on) return target.closest('[role=tablist]') !== null;
  if (key === KEYS.run) return target.closest('button, a, summary, label') !== null;
  // Up and down scroll what can be scrolled.
  return (key === KEYS.roundBack || key === KEYS.roundOn) && target.closest('[tabindex]') !== null;
};

const doing = (watching: Watching, onHelp: () => void): Readonly<Record<string, () => void>> => ({
  [KEYS.back]: () => watching.step(-1),
  [KEYS.on]: () => watching.step(1),
  [KEYS.roundBack]: () => watching.stepRound(-1),
  [KEYS.roundOn]: () => watching.stepRound(1),
  [KEYS.first]: () => watching.go(0),
  [KEYS.last]: () => watching.go(watching.playback.length),
  [KEYS.run]: () => watching.run(!watching.isRunning.value),
  [KEYS.help]: onHelp,
});

/** Listens to the keys of the replay. Returns how to stop. */
export const listenToKeys = (watching: Watching, onHelp: () => void): (() => void) => {
  const deeds = doing(watching, onHelp);
  const hear = (event: KeyboardEvent): void => {
    const deed = deeds[event.key];
    const isOther = event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target, event.key);
    if (deed === undefined || isOther || document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    deed();
  };
  // Ahead of the keys that every page has.
  addEventListener('keydown', hear, true);
  return () => removeEventListener('keydown', hear, true);
};
