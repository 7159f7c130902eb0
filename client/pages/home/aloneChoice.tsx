import { useSignal } from '@preact/signals';
import { bySeat, SEATS, type Seat } from '../../../shared/seats.ts';
import { arriveWith } from '../../arrival.ts';
import { openTable, ServerRefusal, type TimeControl, takePlace } from '../../connection/http.ts';
import { introducePlayer } from '../../identity.ts';
import { notify } from '../../notices.ts';
import { Choice } from '../../parts/choice.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Seal } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTask } from '../../parts/useTask.ts';
import { navigate } from '../../router.tsx';
import { t } from '../../words/language.ts';
import { botAbout, botName } from '../../words/people.ts';
import { awaitOfferings, currentOfferings } from '../offered.ts';
import { paceOptions, ROUND_MS } from '../paces.ts';
import { openHere } from './openHere.ts';

/** The strongest bot that a newcomer can still learn from; otherwise the first that the server has. */
const usualBot = (bots: readonly string[]): string => (bots.includes('trader') ? 'trader' : (bots[0] ?? ''));

const openAlone = async (seat: Seat, bot: string, timeControl: TimeControl): Promise<void> => {
  await introducePlayer();
  const { scenarios, bots } = await awaitOfferings();
  const opponent = bots.includes(bot) ? bot : usualBot(bots);
  const { code } = await openTable({
    scenario: scenarios[0].id,
    timeControl,
    press: 'full',
    seats: bySeat((one) => (one === seat ? 'human' : (`bot:${opponent}` as const))),
    explain: true,
    listed: false,
  });
  arriveWith(await takePlace(code, seat));
  navigate(`/t/${code}`);
};

const USUAL_SCENARIO = 'tariff-pause-2025';

/** At the server; where there is no network, in this browser. */
const openAnywhere = async (seat: Seat, bot: string, timeControl: TimeControl): Promise<void> => {
  try {
    await openAlone(seat, bot, timeControl);
  } catch (problem) {
    if (!(problem instanceof ServerRefusal) || problem.code !== 'network') throw problem;
    const roundMs = ROUND_MS[timeControl];
    const code = openHere({ scenario: USUAL_SCENARIO, seat, bot: bot.split(':')[0], roundMs });
    notify(t('local.offline'));
    navigate(`/t/${code}`);
  }
};

/** Solo play: press a seal, and the game begins. */
export const AloneChoice = ({ onBack }: { readonly onBack: () => void }) => {
  const { isBusy, failure, run } = useTask();
  const bot = useSignal('trader');
  const pace = useSignal<TimeControl>('untimed');
  const known = currentOfferings();
  const bots = known?.bots ?? ['trader'];
  return (
    <div class="alone">
      <h1>{t('alone.title')}</h1>
      <p class="soft">{isBusy.value ? t('alone.opening') : t('alone.lead')}</p>
      <div class="seals">
        {SEATS.map((seat) => (
          <button
            key={seat}
            type="button"
            class={`seal-card seat-${seat}`}
            disabled={isBusy.value}
            onClick={() => void run(() => openAnywhere(seat, bot.value, pace.value))}
          >
            <Seal seat={seat} size={104} />
            <strong>{t(`seat.${seat}`)}</strong>
            <span>{t(`alone.situation.${seat}`)}</span>
            <span class="unseen">{t('alone.play', { seat: t(`seat.${seat}`) })}</span>
          </button>
        ))}
      </div>
      <Failure text={failure.value} />
      <div class="alone-options">
        <Choice
          layout="compact"
          legend={t('alone.strength')}
          options={bots.map((id) => ({ value: id, label: botName(id), about: botAbout(id) }))}
          value={bot.value}
          onChange={(id) => {
            bot.value = id;
          }}
        />
        <Choice
          layout="compact"
          legend={t('alone.pace')}
          options={paceOptions(['untimed', 'standard', 'blitz'])}
          value={pace.value}
          onChange={(value) => {
            pace.value = value;
          }}
        />
      </div>
      <button type="button" class="quiet" onClick={onBack}>
        <Icon name="arrow" /> {t('app.back')}
      </button>
    </div>
  );
};
