import { useSignal } from '@preact/signals';
import { bySeat, SEATS, type Seat } from '../../../shared/seats.ts';
import { arriveWith } from '../../arrival.ts';
import { openTable, ServerRefusal, type TimeControl, takePlace } from '../../connection/http.ts';
import { introducePlayer } from '../../identity.ts';
import { notify } from '../../notices.ts';
import { Check } from '../../parts/check.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Seal } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PersonalityChoice } from '../../parts/personalityChoice.tsx';
import { useTask } from '../../parts/useTask.ts';
import { navigate } from '../../router.tsx';
import { t } from '../../words/language.ts';
import { botAbout, botName } from '../../words/people.ts';
import { awaitOfferings, currentOfferings } from '../offered.ts';
import { paceOptions, ROUND_MS } from '../paces.ts';
import { rungOf, STRENGTHS, type Strength, strengthOptions, withPersonality } from '../strengths.ts';
import { openHere } from './openHere.ts';

const useForm = () => ({
  strength: useSignal<Strength | 'own'>('fair'),
  bot: useSignal<string>(STRENGTHS.fair),
  personality: useSignal(''),
  pace: useSignal<TimeControl>('untimed'),
  hints: useSignal(true),
});

type Form = ReturnType<typeof useForm>;

const opponentOf = ({ strength, bot, personality }: Form, rungs: readonly string[]): string => {
  const wanted = strength.value === 'own' ? bot.value : STRENGTHS[strength.value];
  return withPersonality(rungs.includes(rungOf(wanted)) ? wanted : (rungs[0] ?? ''), personality.value);
};

const openAlone = async (seat: Seat, form: Form): Promise<void> => {
  await introducePlayer();
  const { scenarios, bots } = await awaitOfferings();
  const opponent = opponentOf(form, bots);
  const { code } = await openTable({
    scenario: scenarios[0].id,
    timeControl: form.pace.value,
    press: 'full',
    seats: bySeat((one) => (one === seat ? 'human' : (`bot:${opponent}` as const))),
    explain: true,
    hints: form.hints.value,
    listed: false,
    spectatorDelay: 0,
  });
  arriveWith(await takePlace(code, seat));
  navigate(`/t/${code}`);
};

const USUAL_SCENARIO = 'tariff-pause-2025';

/** At the server; where there is no network, in this browser. */
const openAnywhere = async (seat: Seat, form: Form): Promise<void> => {
  try {
    await openAlone(seat, form);
  } catch (problem) {
    if (!(problem instanceof ServerRefusal) || problem.code !== 'network') throw problem;
    const code = openHere({
      scenario: USUAL_SCENARIO,
      seat,
      bot: opponentOf(form, Object.values(STRENGTHS).map(rungOf)),
      roundMs: ROUND_MS[form.pace.value],
      hints: form.hints.value,
    });
    notify(() => t('local.offline'));
    navigate(`/t/${code}`);
  }
};

/** Who the others are: how strong, which bot if one wants to know, and what they are like. */
const Opponents = ({ form }: { readonly form: Form }) => {
  const bots = currentOfferings()?.bots ?? [];
  return (
    <>
      <Choice
        layout="compact wide"
        legend={t('strength.legend')}
        options={[
          ...strengthOptions(bots),
          { value: 'own', label: t('strength.own'), about: t('strength.own.about') },
        ]}
        value={form.strength.value}
        onChange={(strength) => {
          form.strength.value = strength;
        }}
      />
      {form.strength.value === 'own' ? (
        <Choice
          layout="compact wide"
          legend={t('alone.strength')}
          options={bots.map((id) => ({ value: id, label: botName(id), about: botAbout(id) }))}
          value={form.bot.value}
          onChange={(id) => {
            form.bot.value = id;
          }}
        />
      ) : null}
    </>
  );
};

/** Solo play: press a seal, and the game begins. */
export const AloneChoice = ({ onBack }: { readonly onBack: () => void }) => {
  const { isBusy, failure, run } = useTask();
  const form = useForm();
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
            onClick={() => void run(() => openAnywhere(seat, form))}
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
        <Opponents form={form} />
        <Choice
          layout="compact"
          legend={t('alone.pace')}
          options={paceOptions(['untimed', 'standard', 'blitz'])}
          value={form.pace.value}
          onChange={(value) => {
            form.pace.value = value;
          }}
        />
        <div class="alone-manner">
          <PersonalityChoice
            id="personality"
            label={t('personality.legend')}
            personalities={currentOfferings()?.personalities ?? []}
            value={form.personality.value}
            onChange={(personality) => {
              form.personality.value = personality;
            }}
          />
          <Check id="hints" label={t('alone.hints')} value={form.hints} />
        </div>
      </div>
      <button type="button" class="quiet" onClick={onBack}>
        <Icon name="arrow" /> {t('app.back')}
      </button>
    </div>
  );
};
