import { notices } from '../settings.ts';

/** Whether this browser can tell anything outside the page here: not on plain http, and not where it was forbidden. */
export const canTellOutside = (): boolean =>
  'Notification' in globalThis && globalThis.isSecureContext && Notification.permission !== 'denied';

/** Asks for leave and remembers the answer. */
export const askToTellOutside = async (): Promise<void> => {
  if (!canTellOutside()) return;
  notices.value = (await Notification.requestPermission()) === 'granted' ? 'on' : 'off';
};

/** Tells something outside the page, if that is wished and nobody is looking at it. */
export const tellOutside = (title: string, body: string): void => {
  const isWished = notices.value === 'on' && canTellOutside() && Notification.permission === 'granted';
  if (!isWished || !document.hidden) return;
  try {
    const shown = new Notification(title, { body, icon: '/icon-192.png', tag: 'between-giants' });
    shown.onclick = () => {
      globalThis.focus();
      shown.close();
    };
  } catch {
    // Some phones allow it to service workers only: the tab's title says it all the same.
  }
};
