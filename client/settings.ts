import { effect, signal } from '@preact/signals';
import { recall, remember } from './memory.ts';

export const THEMES = ['auto', 'dark', 'light'] as const;
export const MOTIONS = ['auto', 'less'] as const;

const isOneOf = <T extends string>(all: readonly T[], text: string | null): text is T =>
  all.some((one) => one === text);

/** A choice that this browser keeps. */
const keptChoice = <T extends string>(name: string, all: readonly T[], usual: T) => {
  const kept = recall(name);
  const choice = signal<T>(isOneOf(all, kept) ? kept : usual);
  choice.subscribe((value) => remember(name, value === usual ? null : value));
  return choice;
};

/** The colours of pages and panels. The board keeps its dark sea. */
export const theme = keptChoice('theme', THEMES, 'dark');

/** How much moves. */
export const motion = keptChoice('motion', MOTIONS, 'auto');

/** Sounds: `auto` is on, but off in a class, where thirty would ring at once. */
export const sound = keptChoice('sound', ['auto', 'on', 'off'], 'auto');

/** How loud they are, in tenths. */
export const volume = keptChoice('volume', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'], '5');

/** Whether to tell outside the page when an offer waits. */
export const notices = keptChoice('notices', ['off', 'on'], 'off');

/** Whether single keys do something (WCAG 2.1.4: they can be switched off). */
export const singleKeys = keptChoice('keys', ['on', 'off'], 'on');

/** Whether there is a line to type commands into at the table. */
export const commandLine = keptChoice('commands', ['off', 'on'], 'off');

/** Whether things should hold still: by the device's wish or the player's. */
export const prefersCalm = (): boolean =>
  motion.value === 'less' || matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Carries theme and motion to the style sheets. */
export const applySettings = (): void => {
  const isLight = matchMedia('(prefers-color-scheme: light)');
  const dress = (): void => {
    const light = theme.value === 'light' || (theme.value === 'auto' && isLight.matches);
    document.documentElement.dataset.theme = light ? 'light' : 'dark';
    document.documentElement.dataset.motion = motion.value;
  };
  effect(dress);
  isLight.addEventListener('change', dress);
};
