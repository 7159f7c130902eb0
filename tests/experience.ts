/** A file under `tests/` and a test in it, by its title or the beginning of that. */
type Tried = readonly [file: string, title: string];

/** What people expect, and where each is tried. `missing`: what is not there, and why. */
export type Expectation = {
  readonly expects: string;
  readonly tried: readonly Tried[];
  readonly missing?: string;
};

const ROOM: Tried = ['browser/room.test.ts', 'nothing is cut off or sticks out'];
const UNSEEN: Tried = [
  'browser/unseen.test.ts',
  'a whole game by keyboard and through the accessibility tree alone',
];
const CLASS: Tried = ['browser/class.test.ts', 'a class of thirty: opened from the first page'];
const HOSTED: Tried = [
  'browser/class.test.ts',
  'from the first page to ten tables with a QR code for thirty people',
];
const AXE: Tried = ['soak/pages.ts', 'every page and state of the game in every language and theme'];

/** The conventions that the game keeps for the people who use it, each with its tests. */
export const EXPERIENCE: Readonly<Record<string, Expectation>> = {
  firstMinute: {
    expects: 'from the first page to an offer of one’s own: at most three presses and a minute, no account',
    tried: [['browser/firstMinute.test.ts', 'a new visitor’s first offer: three presses']],
  },
  joinByCode: {
    expects:
      'a code in any case, without 0, O, 1, I, spelling no word; a wrong one is answered with the reason',
    tried: [
      ['server/http.test.ts', 'a code is read in any case'],
      ['browser/wrong.test.ts', 'a wrong code is told as such'],
    ],
  },
  hostToTable: {
    expects: 'a class of thirty at ten tables, with a QR code, in six presses',
    tried: [HOSTED, CLASS],
  },
  tutorial: {
    expects: 'a first game that leads, can be skipped, left and come back to, by keyboard alone',
    tried: [['browser/firstMinute.test.ts', 'the lesson, by keyboard alone']],
  },
  confirmAndUndo: {
    expects:
      'nothing that can’t be undone on one press; an offer is held back, an acceptance shows what it changes',
    tried: [
      ['browser/meet.test.ts', 'an offer can be held back before it goes'],
      ['browser/leaving.test.ts', 'whoever leaves while an offer is held back is asked first'],
      ['browser/solo.test.ts', 'alone against two traders with the board drawn'],
      UNSEEN,
    ],
  },
  feedback: {
    expects: 'every press says that it is on its way where the answer takes longer than 300 ms',
    tried: [['browser/circumstances.test.ts', 'a slow line: every press says']],
  },
  connection: {
    expects: 'a lost line is told of within a second, and mends without losing a draft',
    tried: [
      ['browser/firstMinute.test.ts', 'a new visitor’s first offer: three presses'],
      ['browser/restart.test.ts', 'the server is killed in mid-game'],
    ],
  },
  toasts: {
    expects: 'stay for five seconds and while somebody is at them, read out once, never the only place',
    tried: [['client/notices.test.ts', 'stays for five seconds at least'], AXE],
  },
  yourTurn: {
    expects: 'the tab’s title and icon tell, and outside the page by choice',
    tried: [
      ['browser/circumstances.test.ts', 'somebody who looks elsewhere is told by the tab'],
      ['browser/still.test.ts', 'who keeps two others waiting is asked'],
    ],
  },
  sound: {
    expects: 'silent in a class, volume kept, no sound before somebody has pressed something',
    tried: [
      ['client/sounds.test.ts', 'is silent in a class'],
      ['browser/circumstances.test.ts', 'a clock that is an hour off counts down with the others; sounds'],
      ['browser/solo.test.ts', 'alone against two traders with the board drawn'],
    ],
  },
  keyboard: {
    expects: 'a whole game, a whole class and looking back on it without a mouse',
    tried: [
      UNSEEN,
      ['browser/facilitator.test.ts', 'a whole class by keyboard alone'],
      ['browser/facilitator.test.ts', 'a learner by keyboard alone'],
    ],
  },
  screenReader: {
    expects: 'a whole game by names and roles alone; a line for typed commands',
    tried: [
      UNSEEN,
      ['browser/commands.test.ts', 'a round is played by typed commands alone'],
      ['client/commands.test.ts', 'in %s: “%s” means %s'],
    ],
  },
  wcag: {
    expects: 'WCAG 2.2 AA on every page, in three languages and two themes',
    tried: [['browser/access.test.ts', 'no page breaks the rules of accessibility'], AXE],
  },
  colour: {
    expects: 'seats told apart with any kind of sight, and never by colour alone',
    tried: [
      ['board/theme.test.ts', 'of two seats can be told apart with any kind of sight'],
      ['board/theme.test.ts', 'are not the only sign of a seat'],
    ],
  },
  reducedMotion: {
    expects: 'nothing moves for who wishes it so',
    tried: [
      ['browser/solo.test.ts', 'alone against two traders with the board drawn'],
      ['board/timeline.test.ts', 'cuts at once when motion is not wanted'],
    ],
  },
  mobile: {
    expects: 'a whole game by touch; no sideways scroll from 360 x 640 on, with text of twice the size, too',
    tried: [['browser/solo.test.ts', 'the same by touch on a phone'], ROOM],
  },
  deepLinks: {
    expects: 'every address survives a reload and a cold start',
    tried: [
      ['browser/three.test.ts', 'three people and a spectator'],
      ['browser/replay.test.ts', 'a finished table is stepped through by keys, from an address'],
      ['browser/firstMinute.test.ts', 'the lesson, by keyboard alone'],
      ['browser/wrong.test.ts', 'an address that leads to no table says so'],
      ['browser/wrong.test.ts', 'an address of no class says why it opens nothing'],
      ['browser/facilitator.test.ts', 'the own link opens the whole console on another device'],
      CLASS,
    ],
  },
  offline: {
    expects: 'playing alone and looking back without a network; a newer version never comes in mid-game',
    tried: [
      ['browser/offline.test.ts', 'without a network: the page opens'],
      ['browser/offline.test.ts', 'without a network: a game played here is replayed'],
      ['browser/offline.test.ts', 'without a network: a table of the server that was looked back on before'],
      ['browser/circumstances.test.ts', 'a newer version of the game is told of'],
    ],
  },
  classroomNetwork: {
    expects: 'on plain http a class joins, copies its link and plays',
    tried: [['browser/circumstances.test.ts', 'on plain http in a classroom']],
  },
  time: {
    expects: 'count-downs right to 250 ms with a clock that is an hour off',
    tried: [
      ['client/clock.test.ts', 'knows the server’s time though its own clock is'],
      ['browser/circumstances.test.ts', 'a clock that is an hour off'],
    ],
    missing: 'times of day with their zone: the game shows durations and days of the game only',
  },
  spectate: {
    expects: 'who watches gets what is public, to the byte',
    tried: [
      ['server/secrets.test.ts', 'nothing of what two seats keep to themselves reaches any other socket'],
      ['browser/three.test.ts', 'three people and a spectator'],
    ],
    missing: 'a delay for spectators: what they see is public to all at the table anyhow',
  },
  replay: {
    expects: 'by step, round and key, with the eyes of each seat',
    tried: [
      ['browser/replay.test.ts', 'a finished table is stepped through by keys'],
      ['debrief/playback.test.ts', 'shows each viewer at each moment exactly what it was sent'],
    ],
  },
  share: {
    expects: 'link, pictures, CSV, JSON that reads back to the same state, print',
    tried: [
      ['exports/exports.test.ts', 'keys join, counts agree, and the same export is the same to the byte'],
      ['exports/exports.test.ts', 'an export of another format or a later version'],
      ['browser/debrief.test.ts', 'the debrief of a class and of one of its tables'],
    ],
  },
  bots: {
    expects: 'named, marked, with reasons, every move legal',
    tried: [
      ['browser/coach.test.ts', 'hints and reasons'],
      ['debrief/playback.test.ts', "every bot's move has its reason on record"],
      ['simulation/environment.test.ts', 'plays eighteen seeded games without a refusal'],
    ],
  },
  language: {
    expects: 'changed at once in mid-game, without a missing word, with room for longer ones',
    tried: [
      ['browser/languages.test.ts', 'first pages and table speak Korean and Chinese at once'],
      ['client/catalogues.test.ts', 'has the keys of the English one, none empty'],
      ROOM,
    ],
  },
};
