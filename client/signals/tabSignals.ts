const PLAIN = '/icon.svg';

/** The icon with a dot on it, drawn once from the plain one. */
const DOTTED = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#081a29"/><path d="M13 40C22 18 42 18 51 40" fill="none" stroke="#f0cf86" stroke-width="3.500"/><circle cx="12" cy="38" r="8" fill="#ff7a62"/><circle cx="52" cy="38" r="8" fill="#6fb4ff"/><circle cx="32" cy="50" r="6" fill="#4fe0bd"/><circle cx="48" cy="16" r="14" fill="#f0cf86" stroke="#081a29" stroke-width="4"/></svg>`,
)}`;

type Badging = {
  readonly setAppBadge?: (count: number) => Promise<void>;
  readonly clearAppBadge?: () => Promise<void>;
};

/** What the tab says of the table: its title, a dot on its icon, and the number on the installed app. */
export const markTab = (title: string, waiting: number): void => {
  document.title = title;
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  const wanted = waiting > 0 ? DOTTED : PLAIN;
  if (icon !== null && icon.getAttribute('href') !== wanted) icon.setAttribute('href', wanted);
  const badging = navigator as Badging;
  void (waiting > 0 ? badging.setAppBadge?.(waiting) : badging.clearAppBadge?.())?.catch(() => undefined);
};
