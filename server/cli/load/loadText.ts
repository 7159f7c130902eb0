import type { Capacity } from './capacity.ts';
import type { Figures, LoadFigures } from './measure.ts';
import type { Floors, ratiosOf } from './ratios.ts';

const shown = (value: number | null, unit = ''): string => (value === null ? '-' : `${value}${unit}`);

const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(16) : cell.padStart(12))).join('');

const HEAD = row([
  '',
  'tables',
  'actions',
  'answered',
  'lost',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'CPU %',
  'RSS MB',
]);

const figuresRow = (name: string, figures: Figures): string => {
  const { tables, actions, acknowledged, refused, lost, p50, p95, p99, serverCpu, rssMB } = figures;
  const counts = [tables, actions, acknowledged + refused, lost].map(String);
  return row([name, ...counts, ...[p50, p95, p99, serverCpu, rssMB].map((value) => shown(value))]);
};

const EXPLANATION =
  'An action is answered when the actor has it from the server, durable; refusals count as answers. CPU in percent of one core.';

/** The figures of a run for people, beside the floors where they were measured. */
export const describeLoad = (
  ours: LoadFigures,
  compared: { readonly floors: Floors; readonly ratios: ReturnType<typeof ratiosOf> } | null,
): string => {
  const floors =
    compared === null
      ? []
      : [
          figuresRow('bare Colyseus', compared.floors.colyseus),
          figuresRow('raw sockets', compared.floors.ws),
          `Ours to bare Colyseus: p99 x${shown(compared.ratios.colyseus.p99)}, CPU x${shown(compared.ratios.colyseus.serverCpu)}, memory x${shown(compared.ratios.colyseus.rssMB)}`,
          `Ours to raw sockets:   p99 x${shown(compared.ratios.ws.p99)}, CPU x${shown(compared.ratios.ws.serverCpu)}, memory x${shown(compared.ratios.ws.rssMB)}`,
        ];
  const size = `An update for one viewer: ${shown(ours.bytesPerAction, ' bytes')} (median, on the wire)`;
  return `${[HEAD, figuresRow('this server', ours), ...floors, size, EXPLANATION].join('\n')}\n`;
};

/** How many tables each carried, for people, step by step. */
export const describeCapacity = ({
  most,
  ours,
  colyseus,
  ws,
  ratio,
}: {
  readonly most: number;
  readonly ours: Capacity;
  readonly colyseus: Capacity;
  readonly ws: Capacity;
  readonly ratio: number;
}): string => {
  const steps = (name: string, { steps: all }: Capacity) => all.map((figures) => figuresRow(name, figures));
  const lines = [
    HEAD,
    ...steps('this server', ours),
    ...steps('bare Colyseus', colyseus),
    ...steps('raw sockets', ws),
    `Tables carried with p99 below ${most} ms: this server ${ours.tables}, bare Colyseus ${colyseus.tables}, raw sockets ${ws.tables}`,
    `Ours to bare Colyseus: x${ratio}`,
    EXPLANATION,
  ];
  return `${lines.join('\n')}\n`;
};
