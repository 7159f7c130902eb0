import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isSeat, SEATS, type Seat } from '../../../shared/seats.ts';
import {
  type Place,
  type SeatWish,
  ServerRefusal,
  type Sitter,
  type TableFacts,
  tableFacts,
  takePlace,
} from '../../connection/http.ts';
import { introducePlayer } from '../../identity.ts';
import { Failure } from '../../parts/failure.tsx';
import { Seal } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { useTask } from '../../parts/useTask.ts';
import { Link, query } from '../../router.tsx';
import { t, words } from '../../words/language.ts';
import { botName } from '../../words/people.ts';
import { NameField } from '../home/nameField.tsx';
import { WrongCode } from '../home/wrongCode.tsx';
import { currentOfferings } from '../offered.ts';

type DoorProps = { readonly code: string; readonly onPlace: (place: Place) => void };

const takenText = (sitter: Sitter): string => {
  if (sitter.kind === 'person') return t('door.taken', { name: sitter.name });
  return sitter.kind === 'bot' ? t('door.takenBot', { bot: botName(sitter.bot) }) : '';
};

type SeatCardProps = {
  readonly seat: Seat;
  readonly sitter: Sitter;
  readonly isBusy: boolean;
  readonly isWished: boolean;
  readonly onSit: () => void;
};

const SeatCard = ({ seat, sitter, isBusy, isWished, onSit }: SeatCardProps) => {
  const isFree = sitter.kind === 'vacant';
  return (
    <button
      type="button"
      class={`seal-card seat-${seat} ${isWished ? 'wished' : ''}`}
      disabled={!isFree || isBusy}
      onClick={onSit}
    >
      <Seal seat={seat} size={92} />
      <strong>{t(`seat.${seat}`)}</strong>
      <span>{isFree ? t('seat.vacant') : takenText(sitter)}</span>
      {isFree ? <span class="unseen">{t('door.sit', { seat: t(`seat.${seat}`) })}</span> : null}
    </button>
  );
};

const seatsOf = (facts: TableFacts): readonly Seat[] => {
  const scenario = currentOfferings()?.scenarios.find(({ id }) => id === facts.scenario);
  return SEATS.filter((seat) => scenario?.seats.includes(seat) ?? true);
};

const leadFor = (facts: TableFacts): string => {
  if (facts.phase === 'ended') return t('door.ended');
  return SEATS.some((seat) => facts.seats[seat].kind === 'vacant') ? t('door.lead') : t('door.full');
};

const titleOf = (facts: TableFacts): string => {
  const scenario = currentOfferings()?.scenarios.find(({ id }) => id === facts.scenario);
  return scenario === undefined ? '' : words(scenario.title);
};

const useFacts = (code: string) => {
  const facts = useSignal<TableFacts | null>(null);
  const failure = useSignal<string | null>(null);
  useEffect(() => {
    tableFacts(code).then(
      (found) => {
        facts.value = found;
      },
      (error: unknown) => {
        failure.value = error instanceof ServerRefusal ? error.code : 'unknown';
      },
    );
  }, [code]);
  return { facts, failure };
};

/** In front of a table: looking costs nothing, a press takes a seat. */
export const Door = ({ code, onPlace }: DoorProps) => {
  const { facts, failure } = useFacts(code);
  const { isBusy, failure: refusal, run } = useTask();
  const enter = (wish: SeatWish): void =>
    void run(async () => {
      await introducePlayer();
      onPlace(await takePlace(code, wish));
    });
  const wish = query.value.get('seat') ?? '';
  const known = facts.value;
  return (
    <PageFrame>
      <section class="door centred">
        <h1>{t('door.title', { code })}</h1>
        {known === null ? (
          <WrongCode why={failure.value} />
        ) : (
          <>
            <p class="soft">
              {titleOf(known)} · {t(`pace.${known.timeControl}`)} · {t(`press.${known.press}`)}
            </p>
            <p>{isBusy.value ? t('door.joining') : leadFor(known)}</p>
            <NameField />
            <div class="seals">
              {seatsOf(known).map((seat) => (
                <SeatCard
                  key={seat}
                  seat={seat}
                  sitter={known.seats[seat]}
                  isBusy={isBusy.value}
                  isWished={isSeat(wish) && wish === seat}
                  onSit={() => enter(seat)}
                />
              ))}
            </div>
            <Failure text={refusal.value} />
            <button type="button" disabled={isBusy.value} onClick={() => enter('spectator')}>
              <Icon name="eye" /> {t('door.watch')}
            </button>
            {known.spectatorDelay === undefined ? null : <p class="soft">{t('door.watchLate')}</p>}
          </>
        )}
        <Link to="/" class="quiet button">
          {t('app.home')}
        </Link>
      </section>
    </PageFrame>
  );
};
