import type { SeatAction } from '../engine/actions/index.ts';
import type { Reason } from '../engine/events.ts';
import type { Clause, Offer } from '../engine/state.ts';
import { allowed } from '../engine/submit.ts';
import { inForce } from '../engine/treaties.ts';
import { othersOf, type Seat } from '../seats.ts';
import type { Bot, BotSight, Move } from './bot.ts';
import { PLAIN, type Style } from './style.ts';

const ACCEPTING = 0.3;
const SEALING = 0.3;
const SIGNATURE_ODDS = 2;

const ANY: Reason = { key: 'reason.random.any', params: {} };

const legal = ({ book, view, own }: BotSight, action: SeatAction): Move | null =>
  allowed(book, view, own.seat, action, 0) === null ? { action, reason: ANY } : null;

const pick = <T>(items: readonly T[], chance: number): T | undefined =>
  items[Math.floor(chance * items.length)];

const randomClauses = (
  sight: BotSight,
  { signature }: Style,
  parties: readonly Seat[],
  label: string,
): readonly Clause[] => {
  const { book, random } = sight;
  const open = book.scenario.levers.filter((lever) => lever.owners.every((owner) => parties.includes(owner)));
  const share = book.scenario.rules.complete
    ? 1
    : (1 + Math.floor(random(`${label} size`) * 6)) / open.length;
  return open
    .filter(
      (lever) =>
        share === 1 ||
        random(`${label} ${lever.id}`) < share * (signature.includes(lever.track) ? SIGNATURE_ODDS : 1),
    )
    .slice(0, book.scenario.rules.maxClauses)
    .map((lever) => {
      const levels = lever.levels.flatMap((level, i) => (level.treaty === false ? [] : [i]));
      return { lever: lever.id, level: pick(levels, random(`${label} ${lever.id} level`)) ?? 0, from: 0 };
    });
};

const tableSomething = (sight: BotSight, style: Style, label: string): Move | null => {
  const { book, own, random } = sight;
  const others = othersOf(own.seat).filter((seat) => book.scenario.seats.includes(seat));
  const chance = random(`${label} to`);
  const all = book.scenario.rules.complete || chance < 0.4;
  const to = all ? others : [pick(others, chance) ?? (others[0] as Seat)];
  const clauses = randomClauses(sight, style, [own.seat, ...to], label);
  const sealed =
    !sight.standIn && to.length === 1 && random(`${label} sealed`) < Math.max(SEALING, style.secrecy);
  const spend = Math.min(book.scenario.rules.ratification?.cap ?? 0, own.capital);
  return legal(sight, { type: 'table', to, clauses: [...clauses], sealed, note: '', spend });
};

const orderSomething = (sight: BotSight, label: string): Move | null => {
  const { book, own, random } = sight;
  const mine = book.scenario.levers.filter(
    (lever) => lever.owners.length === 1 && lever.owners[0] === own.seat,
  );
  const lever = pick(mine, random(`${label} lever`));
  if (lever === undefined) return null;
  const level = Math.floor(random(`${label} level`) * lever.levels.length);
  return legal(sight, { type: 'order', lever: lever.id, level });
};

const pledgeSomething = (sight: BotSight, label: string): Move | null => {
  const { book, own, random, view } = sight;
  const mine = book.scenario.levers.filter((lever) => lever.owners.includes(own.seat));
  const lever = pick(mine, random(`${label} lever`));
  if (lever === undefined) return null;
  const level = Math.floor(random(`${label} level`) * lever.levels.length);
  const bound = random(`${label} bound`) < 0.5 ? 'atLeast' : 'atMost';
  const pledge = { lever: lever.id, bound, level, by: view.round + 1 } as const;
  return legal(sight, { type: 'speak', to: 'all', text: '', pledge });
};

const denounceSomething = (sight: BotSight): Move | null => {
  if (sight.standIn) return null;
  const mine = inForce(sight.view.treaties).filter((treaty) => treaty.parties.includes(sight.own.seat));
  const treaty = mine[0];
  return treaty === undefined ? null : legal(sight, { type: 'denounce', treaty: treaty.id });
};

const answer = (sight: BotSight, { patience }: Style, offer: Offer): Move | null => {
  const { own, random, book } = sight;
  if (offer.accepted.includes(own.seat) || !offer.parties.includes(own.seat)) return null;
  const mood = random(`answer ${offer.id}`);
  const spend = Math.min(book.scenario.rules.ratification?.cap ?? 0, own.capital);
  if (mood < ACCEPTING / patience)
    return sight.standIn && offer.sealed ? null : legal(sight, { type: 'accept', offer: offer.id, spend });
  if (mood < 0.5) return legal(sight, { type: 'decline', offer: offer.id, note: '' });
  return null;
};

/** Chance with a style: all that it can bend is how often it seals and accepts, and what it talks about. */
const randomWith = (style: Style): Bot => ({
  id: 'random',
  next: (sight) => {
    const { view, own } = sight;
    for (const offer of view.offers) {
      const move = offer.state === 'open' ? answer(sight, style, offer) : null;
      if (move !== null) return move;
    }
    if (own.ready || view.phase === 'closing') return null;
    const label = `move ${view.round} ${own.tabled} ${own.spoken} ${own.measures.length}`;
    const mood = sight.random(label);
    const move =
      mood < 0.4
        ? tableSomething(sight, style, label)
        : mood < 0.5
          ? orderSomething(sight, label)
          : mood < 0.57
            ? pledgeSomething(sight, label)
            : mood < 0.6
              ? denounceSomething(sight)
              : null;
    return move ?? legal(sight, { type: 'ready', ready: true });
  },
});

/** Rung 0: legal moves at random; accepts an open offer with a chance of 0.3. The floor that every other bot must beat. */
export const random: Bot = { ...randomWith(PLAIN), styled: randomWith };
