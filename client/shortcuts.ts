import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isTableView, show, TABS } from './deskState.ts';
import { type Desk, refusalOf } from './rules.ts';
import { commandLine, singleKeys } from './settings.ts';
import { act } from './store.ts';

/** Whether the help is open. */
export const isHelpOpen = signal(false);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** A key by itself, meant for nobody else: not in a field, not over a dialog, not with another key. */
const isFree = (event: KeyboardEvent): boolean =>
  singleKeys.value === 'on' &&
  !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) &&
  !isTyping(event.target) &&
  document.querySelector('dialog[open]') === null;

const turnReady = ({ own }: Desk): void => {
  if (own === null) return;
  const action = { type: 'ready', ready: !own.ready } as const;
  if (refusalOf(action) === null) void act(action);
};

/** `?` opens the help, on every page. */
export const listenForHelp = (): void =>
  addEventListener('keydown', (event) => {
    if (event.key !== '?' || !isFree(event)) return;
    event.preventDefault();
    isHelpOpen.value = true;
  });

/** Opens the command line, or goes to it. */
const goToCommands = (): void => {
  commandLine.value = 'on';
  document.getElementById('command')?.focus();
};

/** The keys of the table: figures for panels, R for ready, V for the view, / for commands. */
export const useTableKeys = (at: Desk): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isFree(event)) return;
      const tab = document.querySelectorAll<HTMLElement>('.tab-bar [role=tab]')[Number(event.key) - 1];
      const named = TABS.find((one) => tab?.id === `tab-${one}`);
      if (named !== undefined) {
        show(named);
        tab?.focus();
      } else if (event.key === 'r') turnReady(at);
      else if (event.key === '/') {
        event.preventDefault();
        goToCommands();
      } else if (event.key === 'v') isTableView.value = !isTableView.value;
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [at]);
};
