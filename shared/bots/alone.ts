import type { Treaty } from '../engine/state.ts';
import { clausesInForce, inForce, settlementLevels } from '../engine/treaties.ts';
import type { BotSight, Move } from './bot.ts';
import { firstOf, legal } from './moves.ts';
import { layoutOf, type Sheet, sheetOf, worthOn } from './sheet.ts';
import { ownSheet, type Style } from './style.ts';

const sheetFor = ({ book, own }: BotSight, style: Style): Sheet =>
  style.id === '' ? sheetOf(book, own.mandate) : ownSheet(book, own.seat, own.mandate, style);

/** A measure, and what it would bring by itself, USD bn of the result. */
export type Step = { readonly lever: string; readonly level: number; readonly gain: number };

/**
 * What each measure that a seat may take would bring by itself: in the settlement, where the lever stays put, and in the
 * flows of the rounds that are left, less the capital that it costs.
 */
export const measuresOf = (sight: BotSight, style: Style): readonly Step[] => {
  const { book, view, own } = sight;
  const { flow, capital, measures, rounds } = book.scenario.rules;
  if (measures.perRound === 0) return [];
  const layout = layoutOf(book);
  const sheet = sheetFor(sight, style);
  const settle = (levels: readonly number[]) =>
    worthOn(layout, sheet, settlementLevels(book, levels, clausesInForce(view.treaties)));
  const still = { settled: settle(view.levels), now: worthOn(layout, sheet, view.levels) };
  const left = (rounds - view.round + 1) / rounds;
  return book.scenario.levers.flatMap(({ id, owners, levels }, i) =>
    owners.length > 1 || owners[0] !== own.seat
      ? []
      : levels.map((_, level) => {
          const moved = view.levels.with(i, level);
          const settled = settle(moved) - still.settled;
          const flows = worthOn(layout, sheet, moved) - still.now;
          const gain = (1 - flow.weight) * settled + flow.weight * left * flows;
          return { lever: id, level, gain: gain - capital.value * measures.capital };
        }),
  );
};

/** The measures that would bring something by themselves, best first. */
export const paying = (sight: BotSight, style: Style): readonly Step[] =>
  measuresOf(sight, style)
    .filter(({ gain }) => gain > 0)
    .sort((one, other) => other.gain - one.gain);

// What is read off the surrogate must beat its error, USD bn.
export const LEAST_GAIN = 0.4;

/** Orders the best measure that pays by itself. */
export const orderPaying = (sight: BotSight, style: Style): Move | null =>
  firstOf(paying(sight, style), ({ lever, level, gain }) =>
    gain < LEAST_GAIN
      ? null
      : legal(sight, { type: 'order', lever, level }, { key: 'reason.bot.measure', params: { lever } }),
  );

// A treaty must have become this much worse than its denunciation costs, USD bn: breaking one's word is remembered.
const LEAST_RELIEF = 3;

/** What being rid of a treaty would bring, all costs of denouncing it deducted. USD bn. */
export const reliefFrom = (sight: BotSight, style: Style, treaty: Treaty): number => {
  const { book, view } = sight;
  const { denunciation, capital } = book.scenario.rules;
  if (denunciation === null) return Number.NEGATIVE_INFINITY;
  const layout = layoutOf(book);
  const sheet = sheetFor(sight, style);
  const worth = (treaties: readonly Treaty[]) =>
    worthOn(layout, sheet, settlementLevels(book, view.levels, clausesInForce(treaties)));
  const clauses = treaty.clauses.length;
  const cost =
    denunciation.resultPerClause * clauses +
    capital.value * (denunciation.capital + denunciation.capitalPerClause * clauses);
  const { weight } = book.scenario.rules.flow;
  const without = view.treaties.filter((other) => other.id !== treaty.id);
  return (1 - weight) * (worth(without) - worth(view.treaties)) - cost;
};

/** Denounces a treaty that has turned so bad that even the price of a broken word is less. */
export const denounceRuinous = (sight: BotSight, style: Style): Move | null =>
  firstOf(
    inForce(sight.view.treaties).filter(
      ({ parties, denouncedBy }) => parties.includes(sight.own.seat) && denouncedBy === null,
    ),
    (treaty) =>
      reliefFrom(sight, style, treaty) < LEAST_RELIEF
        ? null
        : legal(sight, { type: 'denounce', treaty: treaty.id }, { key: 'reason.bot.denounce', params: {} }),
  );
