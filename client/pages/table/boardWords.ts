import type { Book } from '../../../shared/scenarios/book.ts';
import { bySeat } from '../../../shared/seats.ts';
import type { HotspotWords } from '../../board/hotspots.tsx';
import type { MirrorWords } from '../../board/mirror.tsx';
import type { Sheet } from '../../board/model.ts';
import type { BoardNames } from '../../board/viewModel.ts';
import { dollars, percent } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';
import { seatName, seatNames } from '../../words/telling.ts';

/** The names on the map. */
export const boardNames = (): BoardNames => ({
  capitals: bySeat((seat) => ({ name: t(`capital.${seat}`), local: t(`capital.local.${seat}`) })),
  ocean: t('board.ocean'),
});

const stateText = (sheet: Sheet): string => {
  if (sheet.state === 'signed') return t('board.sheet.signed');
  return sheet.waits ? t('board.sheet.waits') : t('board.sheet.open');
};

/** What the buttons over the map are called. */
export const hotspotWords = (): HotspotWords => ({
  group: t('board.hotspots'),
  seats: bySeat((seat) => t('table.openDetails', { seat: t(`seat.${seat}`) })),
  sheet: (sheet) => `${seatNames(sheet.parties)}: ${stateText(sheet)}`,
});

const columns = () => ({
  trade: t('board.trade'),
  exporter: t('board.exporter'),
  importer: t('board.importer'),
  kind: t('board.kind'),
  volume: t('board.volume'),
  change: t('economy.vs2024'),
  tariff: t('board.tariff'),
  gates: t('board.gates'),
  heldBy: t('board.heldBy'),
  against: t('board.against'),
  state: t('board.state'),
  sheets: t('board.sheets'),
  proposer: t('board.proposer'),
  parties: t('board.parties'),
  nothing: t('board.nothing'),
});

/** The words of the board as tables. */
export const mirrorWords = (book: Book): MirrorWords => ({
  ...columns(),
  seats: bySeat(seatName),
  kinds: {
    goods: t('board.kind.goods'),
    chips: t('board.kind.chips'),
    energy: t('board.kind.energy'),
    investment: t('board.kind.investment'),
  },
  lever: (key) => words(book.leverOf(key).label),
  gateStates: [t('board.gate.open'), t('board.gate.half'), t('board.gate.shut')],
  bondStates: [t('board.bond.dormant'), t('board.bond.alive'), t('board.bond.strong')],
  sheetStates: {
    open: t('board.sheet.open'),
    waits: t('board.sheet.waits'),
    signed: t('board.sheet.signed'),
    ends: t('board.sheet.ends'),
  },
  sealed: t('offer.sealed'),
  money: (value) => dollars(value, { digits: 0 }),
  signed: (change) => percent(change / 100, { digits: 0, sign: true }),
  rate: (rate) => percent(rate / 100),
});
