import type { Occupant } from '../../../shared/engine/state.ts';
import { startTable } from '../../connection/http.ts';
import { hasOpened } from '../../identity.ts';
import { LinkChip } from '../../panels/topBar.tsx';
import { CopyField } from '../../parts/copyField.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Seal } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { useTask } from '../../parts/useTask.ts';
import { activeSeats, type Desk } from '../../rules.ts';
import { t, words } from '../../words/language.ts';
import { botName } from '../../words/people.ts';
import { seatNames } from '../../words/telling.ts';

const nameOf = (occupant: Occupant): string => {
  if (occupant.kind === 'vacant') return t('seat.vacant');
  return occupant.kind === 'bot' ? botName(occupant.bot) : occupant.name;
};

const SeatPlace = ({
  at,
  seat,
}: {
  readonly at: Desk;
  readonly seat: ReturnType<typeof activeSeats>[number];
}) => {
  const occupant = at.view.occupants[seat];
  const isOwn = at.own?.seat === seat;
  return (
    <li class={`seat-place seat-${seat} ${occupant.kind}`}>
      <Seal seat={seat} size={72} />
      <strong>{t(`seat.${seat}`)}</strong>
      <span>
        {nameOf(occupant)}
        {isOwn ? <b class="badge">{t('seat.you')}</b> : null}
        {occupant.kind === 'bot' ? <b class="badge plain">{t('seat.bot')}</b> : null}
      </span>
    </li>
  );
};

/** Before the game: who is here, who is missing, and how to bring them. */
export const WaitingRoom = ({ at, code }: { readonly at: Desk; readonly code: string }) => {
  const { isBusy, failure, run } = useTask();
  const vacant = activeSeats(at).filter((seat) => at.view.occupants[seat].kind === 'vacant');
  const start = (): void => void run(async () => void (await startTable(code)));
  return (
    <PageFrame>
      <section class="waiting centred">
        <LinkChip />
        <p class="eyebrow">{words(at.book.scenario.title)}</p>
        <h1>{t('wait.title')}</h1>
        <p>{vacant.length === 0 ? t('wait.starting') : t('wait.lead')}</p>
        <ul class="seat-places" aria-label={t('wait.seats')}>
          {activeSeats(at).map((seat) => (
            <SeatPlace key={seat} at={at} seat={seat} />
          ))}
        </ul>
        {vacant.length === 0 ? null : (
          <p class="soft" role="status">
            {t('wait.waitingFor', { seats: seatNames(vacant) })}
          </p>
        )}
        <div class="invite">
          <CopyField id="invite-link" label={t('wait.link')} text={`${location.origin}/t/${code}`} />
          <CopyField id="invite-code" label={t('wait.code')} text={code} />
        </div>
        {vacant.length === 0 || !hasOpened(code) ? null : (
          <button type="button" disabled={isBusy.value} onClick={start}>
            <Icon name="bot" /> {t('wait.fill')}
          </button>
        )}
        <Failure text={failure.value} />
      </section>
    </PageFrame>
  );
};
