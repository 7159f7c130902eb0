import type { BySeat } from '#shared/seats';
import { type TradeRow, tradeRows } from './mirrorRows.ts';
import type { BoardModel, FlowKind, Sheet } from './model.ts';

/** The mirror's words and figures in the viewer's language. */
export type MirrorWords = {
  readonly trade: string;
  readonly exporter: string;
  readonly importer: string;
  readonly kind: string;
  readonly volume: string;
  readonly change: string;
  readonly tariff: string;
  readonly gates: string;
  readonly heldBy: string;
  readonly against: string;
  readonly state: string;
  readonly sheets: string;
  readonly proposer: string;
  readonly parties: string;
  readonly nothing: string;
  readonly seats: BySeat<string>;
  readonly kinds: Readonly<Record<FlowKind, string>>;
  /** The lever behind a gate or a tie, by its key. */
  readonly lever: (key: string) => string;
  /** A gate that is open, half shut, shut. */
  readonly gateStates: readonly [string, string, string];
  /** A tie that is dormant, alive, strong. */
  readonly bondStates: readonly [string, string, string];
  readonly sheetStates: {
    readonly open: string;
    readonly waits: string;
    readonly signed: string;
    readonly ends: string;
  };
  readonly sealed: string;
  /** USD bn a year. */
  readonly money: (value: number) => string;
  /** A change in percent, with its sign. */
  readonly signed: (percent: number) => string;
  /** A rate in percent. */
  readonly rate: (percent: number) => string;
};

type Props = { readonly model: BoardModel; readonly words: MirrorWords };

const tariffText = (row: TradeRow, words: MirrorWords): string => {
  if (!row.tariff) return '–';
  const [low, high] = row.tariff;
  return low === high ? words.rate(low) : `${words.rate(low)} – ${words.rate(high)}`;
};

const Heads = ({ names }: { readonly names: readonly string[] }) => (
  <thead>
    <tr>
      {names.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
);

const Trade = ({ model, words }: Props) => (
  <table class="mirror-table">
    <caption>{words.trade}</caption>
    <Heads names={[words.exporter, words.importer, words.kind, words.volume, words.change, words.tariff]} />
    <tbody>
      {tradeRows(model).map((row) => (
        <tr key={`${row.from}${row.to}${row.kind}`}>
          <th scope="row">{words.seats[row.from]}</th>
          <td>{words.seats[row.to]}</td>
          <td>{words.kinds[row.kind]}</td>
          <td class="mirror-figure">{words.money(row.value)}</td>
          <td class="mirror-figure">{row.change === null ? '–' : words.signed(row.change)}</td>
          <td class="mirror-figure">{tariffText(row, words)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const third = (level: number, states: readonly [string, string, string]): string =>
  states[Math.round(level)] ?? states[2];

const Gates = ({ model, words }: Props) => (
  <table class="mirror-table">
    <caption>{words.gates}</caption>
    <Heads names={[words.kind, words.heldBy, words.against, words.state]} />
    <tbody>
      {model.barriers.map((barrier) => (
        <tr key={barrier.key}>
          <th scope="row">{words.lever(barrier.key)}</th>
          <td>{words.seats[barrier.of]}</td>
          <td>{words.seats[barrier.against]}</td>
          <td>{third(barrier.level, words.gateStates)}</td>
        </tr>
      ))}
      {model.bonds.map((bond) => (
        <tr key={bond.key}>
          <th scope="row">{words.lever(bond.key)}</th>
          <td>{words.seats[bond.of]}</td>
          <td>{words.seats[bond.against]}</td>
          <td>{third(bond.level, words.bondStates)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const stateOf = (sheet: Sheet, words: MirrorWords): string => {
  const { open, waits, signed, ends } = words.sheetStates;
  const state = sheet.state === 'signed' ? (sheet.ends ? ends : signed) : sheet.waits ? waits : open;
  return sheet.sealed ? `${state}, ${words.sealed}` : state;
};

const Sheets = ({ model, words }: Props) => (
  <table class="mirror-table">
    <caption>{words.sheets}</caption>
    <Heads names={[words.proposer, words.parties, words.state]} />
    <tbody>
      {model.sheets.map((sheet) => (
        <tr key={sheet.id}>
          <th scope="row">{words.seats[sheet.from]}</th>
          <td>{sheet.parties.map((seat) => words.seats[seat]).join(' · ')}</td>
          <td>{stateOf(sheet, words)}</td>
        </tr>
      ))}
      {model.sheets.length === 0 && (
        <tr>
          <td colSpan={3}>{words.nothing}</td>
        </tr>
      )}
    </tbody>
  </table>
);

/** The board as tables, from the same model: for those who don't see it, for those who prefer it, and without WebGL. */
export const Mirror = ({ model, words }: Props) => (
  <div class="mirror">
    <Trade model={model} words={words} />
    <Gates model={model} words={words} />
    <Sheets model={model} words={words} />
  </div>
);
