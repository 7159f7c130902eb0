import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Event } from '../../../shared/engine/events.ts';
import type { View } from '../../../shared/engine/view.ts';
import type { Update } from '../../../shared/protocol.ts';
import { bookOf } from '../../../shared/scenarios/index.ts';
import { bySeat, type Seat } from '../../../shared/seats.ts';
import { type Board, startBoard } from '../../board/board.ts';
import { boardEventsOf, boardModelOf } from '../../board/viewModel.ts';
import { freshSeed, type LocalPlan } from '../../connection/local/localPlan.ts';
import { connectShow } from '../../connection/local.ts';
import { Flag } from '../../parts/flag.tsx';
import { locale, t } from '../../words/language.ts';
import { sentenceOf } from '../../words/sentences/sentenceOf.ts';
import { tellingOf } from '../../words/telling.ts';
import { boardNames } from '../table/boardWords.ts';

const SCENARIO = 'tariff-pause-2025';
/** After the last day the three of them sit for a while, then begin anew. */
const REST_MS = 9000;
/** Slow enough to be read along. */
const PACE = [2600, 4600] as const;

const plan = (): LocalPlan => ({
  scenario: SCENARIO,
  self: null,
  name: '',
  seats: bySeat(() => 'trader'),
  press: 'full',
  explain: false,
  hints: false,
  roundMs: null,
  seed: freshSeed(),
  pace: PACE,
});

type Seen = {
  readonly view: View;
  readonly before: View | null;
  readonly past: readonly Event[];
  readonly fresh: readonly Event[];
};

const seenNext = (last: Seen | null, { view, events, seq }: Update): Seen => {
  const isWhole = events.length === seq;
  return {
    view,
    before: isWhole ? null : (last?.view ?? null),
    past: isWhole ? events : [...(last?.past ?? []), ...events],
    fresh: isWhole ? [] : events,
  };
};

/** A table of bots, played in this browser for as long as somebody looks. */
const useShow = () => {
  const seen = useSignal<Seen | null>(null);
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    let line = open();
    function open() {
      return connectShow(plan(), {
        update: (update) => {
          seen.value = seenNext(seen.value, update);
          if (update.view.phase === 'ended') again ??= setTimeout(restart, REST_MS);
        },
        lateReply: () => undefined,
        dropped: () => undefined,
      });
    }
    function restart(): void {
      again = undefined;
      line.leave();
      line = open();
    }
    return () => {
      clearTimeout(again);
      line.leave();
    };
  }, []);
  return seen;
};

const TOLD = new Set<Event['kind']>([
  'offerTabled',
  'treatySigned',
  'offerDeclined',
  'offerUnratified',
  'newsRevealed',
  'measureTaken',
  'leverMoved',
  'roundBegan',
  'gameEnded',
]);

const actorOf = (event: Event): Seat | null => {
  if (event.kind === 'offerTabled') return event.offer.by;
  if (event.kind === 'offerDeclined') return event.by;
  return event.kind === 'measureTaken' ? event.seat : null;
};

const Caption = ({ seen }: { readonly seen: Seen }) => {
  const { scenario } = bookOf(SCENARIO);
  const told = [...seen.past].reverse().find(({ kind }) => TOLD.has(kind));
  if (told === undefined) return null;
  const actor = actorOf(told);
  const { from, to, days } = daysOf(seen.view);
  return (
    <p class={`living-caption ${actor === null ? '' : `seat-${actor}`}`}>
      <b>{t('clock.days', { from, to, days })}</b>
      <span>
        {actor === null ? null : <Flag seat={actor} />}{' '}
        {sentenceOf(told, tellingOf(scenario, null, seen.past))}
      </span>
    </p>
  );
};

const daysOf = ({ round }: View) => {
  const { rounds, daysPerRound } = bookOf(SCENARIO).scenario.rules;
  return { from: (round - 1) * daysPerRound + 1, to: round * daysPerRound, days: rounds * daysPerRound };
};

/** The game itself, living: three bots at the real board. Nothing here can be pressed, and nothing is announced. */
export const LivingTable = ({ onDrawn }: { readonly onDrawn: () => void }) => {
  const host = useRef<HTMLDivElement>(null);
  const board = useRef<Board | null>(null);
  const show = useShow();
  const seen = show.value;
  const language = locale.value;
  const book = useMemo(() => bookOf(SCENARIO), []);
  const model = useMemo(
    () => (seen === null ? null : boardModelOf(book, seen.view, boardNames())),
    [seen, language],
  );
  const isReady = model !== null;
  useEffect(() => {
    if (host.current === null || model === null) return;
    let isGone = false;
    startBoard(host.current, { model }).then((fresh) => {
      if (isGone) return fresh.destroy();
      board.current = fresh;
      if (fresh.isDrawn) onDrawn();
    });
    return () => {
      isGone = true;
      board.current?.destroy();
      board.current = null;
    };
  }, [isReady]);
  useEffect(() => {
    if (seen === null || model === null) return;
    board.current?.show(model);
    for (const event of boardEventsOf(book, seen.fresh, seen.before, seen.view)) board.current?.react(event);
  }, [model]);
  return (
    <>
      <div class="living-board" ref={host} />
      {seen === null ? null : <Caption seen={seen} />}
    </>
  );
};
