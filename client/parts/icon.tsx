/** Line drawings on a 24 by 24 grid. */
const PATHS = {
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.5V12l3 2',
  check: 'M4.5 12.5l5 5 10-11',
  cross: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  swap: 'M4 9h15M15 5l4 4-4 4M20 16H5M9 12l-4 4 4 4',
  offers: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h5',
  compose: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  talk: 'M4 5h16v11H11l-5 4v-4H4z',
  mandate: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 12h.01',
  log: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  users:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20c0-4 3-6 6-6s6 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M17 14c2.500.5 4 2.500 4 6',
  bot: 'M5 9h14v10H5zM12 9V5M12 5h.01M9 14h.01M15 14h.01M3 13v3M21 13v3',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 5l12 7-12 7z',
  stepBack: 'M18 5L8 12l10 7zM6 5v14',
  stepOn: 'M6 5l10 7-10 7zM18 5v14',
  keys: 'M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8',
  branch: 'M7 4v16M7 12c6 0 10-2 10-8M14 6l3-3 3 3',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  table: 'M4 5h16v14H4zM4 10h16M4 15h16M10 5v14',
  map: 'M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14M15 6v14',
  send: 'M4 12l16-7-5 16-4-7zM11 14l9-9',
  pledge: 'M5 21V4h11l-2 4 2 4H5',
  tariffs: 'M4 5h16v14H4zM4 9.500h16M4 14.500h16M12 5v4.500M8 9.500v5M16 9.500v5M12 14.500V19',
  chips: 'M7 7h10v10H7zM10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4',
  investment: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v10M8.500 10.500L12 7l3.500 3.500',
  security: 'M12 3l8 3v6c0 5-3.500 7.500-8 9-4.500-1.500-8-4-8-9V6z',
  news: 'M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2M7 9h7M7 13h7',
  eye: 'M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  link: 'M10 14a4 4 0 0 0 5.500 0l3-3a4 4 0 0 0-5.500-5.500l-1 1M14 10a4 4 0 0 0-5.500 0l-3 3A4 4 0 0 0 11 18.500l1-1',
  more: 'M5 11.500v1M12 11.500v1M19 11.500v1',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  again: 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5',
  scales: 'M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z',
} as const;

export type IconName = keyof typeof PATHS;

const PX_PER_REM = 16;

/** A small line drawing beside a word; silent for screen readers. `size`: px where text is of its usual size, and grows with it. */
export const Icon = ({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) => {
  const side = `${size / PX_PER_REM}rem`;
  return (
    <svg class="icon" viewBox="0 0 24 24" width={side} height={side} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
};
