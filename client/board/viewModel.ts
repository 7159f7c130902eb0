import { calibration2024, REGIONS, SECTORS, type Sector } from '#shared/economy/calibration';
import { importsOf, type Outcome } from '#shared/economy/outcome';
import type { Event } from '#shared/engine/events';
import type { Occupant } from '#shared/engine/state';
import type { View } from '#shared/engine/view';
import type { Book } from '#shared/scenarios/book';
import { type BySeat, bySeat, othersOf, SEATS, type Seat } from '#shared/seats';
import type { BoardEvent } from './event.ts';
import { gateLevel, type HintedLever, hintedLevers, severity } from './leverHints.ts';
import type { Barrier, BoardModel, Bond, Flow, FlowKind, SeatPresence, Sheet, Wall } from './model.ts';
import { boardEvents } from './viewEvents.ts';
import { offerSheet, treatySheet, viewerOf } from './viewSheets.ts';

/** The few words that are written on the map, in the viewer's language. A bar parts two lines. */
export type BoardNames = {
  readonly capitals: BySeat<{ readonly name: string; readonly local: string }>;
  readonly ocean: string;
};

const barriersOf = (levers: readonly HintedLever[]): readonly Barrier[] =>
  levers.flatMap((hinted): readonly Barrier[] => {
    const { lever, hint } = hinted;
    const level = gateLevel(lever, hinted.level);
    const { kind, of, against } = hint;
    if (level === null) return [];
    if (kind !== 'controls' && kind !== 'rareEarths' && kind !== 'coercion' && kind !== 'farm') return [];
    return [{ key: lever.id, kind, of, against, level }];
  });

const wallsOf = (levers: readonly HintedLever[]): readonly Wall[] =>
  levers
    .filter(({ hint }) => hint.kind === 'wall')
    .map(({ lever, hint, level }) => ({
      key: lever.id,
      importer: hint.of,
      exporter: hint.against,
      rate: lever.levels[level].amount,
    }));

const bondsOf = (levers: readonly HintedLever[]): readonly Bond[] =>
  levers.flatMap((hinted): readonly Bond[] => {
    const { lever, hint } = hinted;
    if (hint.kind !== 'agreement' && hint.kind !== 'security') return [];
    if (lever.unit !== 'word') return [];
    return [{ key: lever.id, kind: hint.kind, of: hint.of, against: hint.against, level: severity(hinted) }];
  });

/** Money abroad: the levers of a pair added up, so that they share one arc. Nothing of it existed in the base year. */
const investmentsOf = (levers: readonly HintedLever[]): readonly Flow[] => {
  const money = new Map<string, Flow>();
  for (const { lever, hint, level } of levers) {
    if (hint.kind !== 'investment' || lever.unit !== 'usdBn') continue;
    const key = `${hint.of}>${hint.against}`;
    const value = (money.get(key)?.value ?? 0) + lever.levels[level].amount;
    money.set(key, { from: hint.of, to: hint.against, kind: 'investment', value, base: 0 });
  }
  return [...money.values()].filter((flow) => flow.value > 0);
};

const GOODS: Readonly<Record<Exclude<FlowKind, 'investment'>, readonly Sector[]>> = {
  goods: ['AGR', 'ELE', 'AUT', 'MET', 'SHP', 'MCH', 'OTH'],
  chips: ['CHP'],
  energy: ['NRG'],
};

/** What an importer bought from an exporter in the base year, USD bn. */
const baseOf = (importer: Seat, exporter: Seat, sectors: readonly Sector[]): number => {
  const row = (REGIONS.indexOf(importer) * REGIONS.length + REGIONS.indexOf(exporter)) * SECTORS.length;
  return sectors.reduce((sum, sector) => sum + calibration2024.flows[row + SECTORS.indexOf(sector)], 0);
};

/** Trade as the economy now has it; before it was first solved, as it was in the base year. */
const tradeOf = (outcome: Outcome | null): readonly Flow[] =>
  SEATS.flatMap((from) =>
    othersOf(from).flatMap((to) =>
      (['goods', 'chips', 'energy'] as const).map((kind) => {
        const base = baseOf(to, from, GOODS[kind]);
        return { from, to, kind, value: outcome ? importsOf(outcome, to, from, GOODS[kind]) : base, base };
      }),
    ),
  );

const presenceOf = (occupant: Occupant): SeatPresence => {
  if (occupant.kind !== 'person') return occupant.kind;
  return occupant.standIn === null ? 'person' : 'standIn';
};

const sheetsOf = (view: View): readonly Sheet[] => [
  ...view.offers.filter((offer) => offer.state === 'open').map((offer) => offerSheet(offer, view)),
  ...view.treaties.filter((treaty) => !treaty.fallen).map((treaty) => treatySheet(treaty, view)),
];

/** What the board draws of a view. Pure; reads nothing that the viewer may not know. */
export const boardModelOf = (book: Book, view: View, names: BoardNames): BoardModel => {
  const { scenario } = book;
  const levers = hintedLevers(scenario, view.levels);
  const { rounds, daysPerRound } = scenario.rules;
  return {
    viewer: viewerOf(view),
    day: view.phase === 'ended' ? rounds * daysPerRound : Math.max(0, view.round - 1) * daysPerRound,
    days: rounds * daysPerRound,
    round: view.round,
    rounds,
    phase: view.phase,
    capitals: bySeat((seat) => ({
      presence: presenceOf(view.occupants[seat]),
      ready: view.own?.seat === seat && view.own.ready,
      ...names.capitals[seat],
    })),
    ocean: names.ocean,
    flows: [...(scenario.economy ? tradeOf(view.outcome) : []), ...investmentsOf(levers)],
    walls: wallsOf(levers),
    barriers: barriersOf(levers),
    bonds: bondsOf(levers),
    sheets: sheetsOf(view),
  };
};

/** What the board plays for the events of one update: from the view before it to the one that it led to. */
export const boardEventsOf = (
  book: Book,
  events: readonly Event[],
  before: View | null,
  after: View,
): readonly BoardEvent[] => events.flatMap((event) => boardEvents(event, { before, after }, book.scenario));
