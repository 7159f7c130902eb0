import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { TradeFlow } from '../../shared/debrief/timelines.ts';
import { SEATS, type Seat } from '../../shared/seats.ts';
import { seatName } from '../words/telling.ts';

const WIDTH = 400;
const HEIGHT = 280;
const SIDE = 74;
const HEAD = 30;
const FOOT = 14;

type End = { readonly id: string; readonly seat: Seat };
type Stream = {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly from: Seat;
};

/** Height of everything at a value of one, so that two charts of the same table can be compared. */
const roomFor = (total: number, most: number): number => (HEIGHT - HEAD - FOOT) * (total / most);

type FlowsChartProps = {
  readonly label: string;
  readonly flows: readonly TradeFlow[];
  /** The largest total of the charts beside it. */
  readonly most: number;
  readonly valueText: (value: number) => string;
  readonly sides: readonly [string, string];
};

const streamsOf = (flows: readonly TradeFlow[]) => {
  const live = flows.filter(({ value }) => value > 0);
  const nodes: End[] = SEATS.flatMap((seat) => [
    { id: `${seat} out`, seat },
    { id: `${seat} in`, seat },
  ]).filter(({ id, seat }) =>
    live.some(({ from, to }) => (id.endsWith('out') ? from === seat : to === seat)),
  );
  const links: Stream[] = live.map(({ from, to, value }) => ({
    source: `${from} out`,
    target: `${to} in`,
    value,
    from,
  }));
  return { nodes, links, total: live.reduce((sum, { value }) => sum + value, 0) };
};

/** Who sells how much to whom: sellers on the left, buyers on the right. */
export const FlowsChart = ({ label, flows, most, valueText, sides }: FlowsChartProps) => {
  const { nodes, links, total } = streamsOf(flows);
  const room = roomFor(total, most);
  const spare = (HEIGHT - HEAD - FOOT - room) / 2;
  const drawn = sankey<End, Stream>()
    .nodeId(({ id }) => id)
    .nodeWidth(12)
    .nodePadding(16)
    .nodeSort(null)
    .extent([
      [SIDE, HEAD + spare],
      [WIDTH - SIDE, HEAD + spare + room],
    ])({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
  const path = sankeyLinkHorizontal<End, Stream>();
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} class="flows-chart">
      <text class="side" x={SIDE} y={18}>
        {sides[0]}
      </text>
      <text class="side" x={WIDTH - SIDE} y={18} text-anchor="end">
        {sides[1]}
      </text>
      {drawn.links.map((link) => (
        <path
          key={`${link.index}`}
          class={`stream seat-${link.from}`}
          d={path(link) ?? ''}
          stroke-width={Math.max(1, link.width ?? 0)}
        />
      ))}
      {drawn.nodes.map(({ id, seat, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 }) => {
        const isSeller = id.endsWith('out');
        const at = isSeller ? x0 - 7 : x1 + 7;
        return (
          <g key={id} class={`seat-${seat}`}>
            <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} />
            <text x={at} y={(y0 + y1) / 2 - 1} text-anchor={isSeller ? 'end' : 'start'}>
              {seatName(seat)}
            </text>
            <text class="amount" x={at} y={(y0 + y1) / 2 + 13} text-anchor={isSeller ? 'end' : 'start'}>
              {valueText(value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
