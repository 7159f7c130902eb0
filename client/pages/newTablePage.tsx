import { useSignal } from '@preact/signals';
import type { Press } from '../../shared/engine/state.ts';
import { type BySeat, bySeat, SEATS, type Seat } from '../../shared/seats.ts';
import { arriveWith } from '../arrival.ts';
import { openTable, type SeatPlan, type TimeControl, takePlace } from '../connection/http.ts';
import { introducePlayer, rememberOpened } from '../identity.ts';
import { Check } from '../parts/check.tsx';
import { Choice } from '../parts/choice.tsx';
import { Failure } from '../parts/failure.tsx';
import { Flag } from '../parts/flag.tsx';
import { PageFrame } from '../parts/pageFrame.tsx';
import { PersonalityChoice } from '../parts/personalityChoice.tsx';
import { useTask } from '../parts/useTask.ts';
import { navigate } from '../router.tsx';
import { t } from '../words/language.ts';
import { botName } from '../words/people.ts';
import { NameField } from './home/nameField.tsx';
import { awaitOfferings, currentOfferings } from './offered.ts';
import { PACES, paceOptions } from './paces.ts';
import { ScenarioChoice } from './scenarioChoice.tsx';
import { withPersonality } from './strengths.ts';

const PRESSES: readonly Press[] = ['full', 'public-only', 'none'];

/** A seat's plan as the form knows it: mine, free, or a bot's. */
type Plan = 'mine' | SeatPlan;

const planToSend = (plan: Plan): SeatPlan => (plan === 'mine' ? 'human' : plan);

type SeatRowProps = {
  readonly seat: Seat;
  readonly plan: Plan;
  readonly bots: readonly string[];
  readonly personalities: readonly string[];
  readonly onChange: (plan: Plan) => void;
};

const BOT = 'bot:';

/** A bot's plan in its parts: rung and character, '' for none; null: no bot. */
const botIn = (plan: Plan): { readonly rung: string; readonly personality: string } | null => {
  if (!plan.startsWith(BOT)) return null;
  const [rung, personality = ''] = plan.slice(BOT.length).split(':');
  return { rung, personality };
};

const SeatRow = ({ seat, plan, bots, personalities, onChange }: SeatRowProps) => {
  const bot = botIn(plan);
  return (
    <div class={`seat-row seat-${seat}`}>
      <label for={`plan-${seat}`}>
        <Flag seat={seat} /> {t(`seat.${seat}`)}
      </label>
      <div class="seat-plan">
        <select
          id={`plan-${seat}`}
          value={bot === null ? plan : `${BOT}${bot.rung}`}
          onChange={(event) => onChange(event.currentTarget.value as Plan)}
        >
          <option value="mine">{t('new.seatMine')}</option>
          <option value="human">{t('new.seatFree')}</option>
          {bots.map((id) => (
            <option key={id} value={`${BOT}${id}`}>
              {t('new.seatBot', { bot: botName(id) })}
            </option>
          ))}
        </select>
        {bot === null ? null : (
          <PersonalityChoice
            id={`character-${seat}`}
            label={t('new.characterFor', { seat: t(`seat.${seat}`) })}
            personalities={personalities}
            value={bot.personality}
            onChange={(personality) => onChange(`bot:${withPersonality(bot.rung, personality)}`)}
            isBare
          />
        )}
      </div>
    </div>
  );
};

const useForm = () => ({
  scenario: useSignal<string | null>(null),
  pace: useSignal<TimeControl>('standard'),
  press: useSignal<Press>('full'),
  plans: useSignal<BySeat<Plan>>({ US: 'human', KR: 'mine', CN: 'human' }),
  isListed: useSignal(false),
  explains: useSignal(false),
  hints: useSignal(false),
  isDelayed: useSignal(false),
});

type Form = ReturnType<typeof useForm>;

const open = async (form: Form): Promise<void> => {
  await introducePlayer();
  const { scenarios } = await awaitOfferings();
  const plans = form.plans.value;
  const scenario = scenarios.find((one) => one.id === form.scenario.value) ?? scenarios[0];
  const { code } = await openTable({
    scenario: scenario.id,
    timeControl: form.pace.value,
    press: form.press.value,
    seats: Object.fromEntries(scenario.seats.map((seat) => [seat, planToSend(plans[seat])])),
    explain: form.explains.value,
    hints: form.hints.value,
    listed: form.isListed.value,
    spectatorDelay: form.isDelayed.value ? 1 : 0,
  });
  rememberOpened(code);
  const mine = scenario.seats.find((seat) => plans[seat] === 'mine');
  arriveWith(await takePlace(code, mine ?? 'spectator'));
  navigate(`/t/${code}`);
};

/** Only one seat can be mine: taking another one frees the first. */
const withPlan = (plans: BySeat<Plan>, seat: Seat, plan: Plan): BySeat<Plan> =>
  bySeat((one) => {
    if (one === seat) return plan;
    return plan === 'mine' && plans[one] === 'mine' ? 'human' : plans[one];
  });

const SeatRows = ({ form }: { readonly form: Form }) => {
  const known = currentOfferings();
  const scenario = known?.scenarios.find((one) => one.id === form.scenario.value) ?? known?.scenarios[0];
  return (
    <fieldset class="seat-rows">
      <legend>{t('new.seats')}</legend>
      {(scenario?.seats ?? SEATS).map((seat) => (
        <SeatRow
          key={seat}
          seat={seat}
          plan={form.plans.value[seat]}
          bots={known?.bots ?? []}
          personalities={known?.personalities ?? []}
          onChange={(plan) => {
            form.plans.value = withPlan(form.plans.value, seat, plan);
          }}
        />
      ))}
    </fieldset>
  );
};

/** A table of one's own: scenario, pace, talk, seats. */
export const NewTablePage = () => {
  const form = useForm();
  const { isBusy, failure, run } = useTask();
  return (
    <PageFrame>
      <form
        class="new-table"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => open(form));
        }}
      >
        <h1>{t('new.title')}</h1>
        <ScenarioChoice
          chosen={form.scenario.value}
          onChange={(id) => {
            form.scenario.value = id;
          }}
        />
        <SeatRows form={form} />
        <Choice
          legend={t('new.pace')}
          options={paceOptions(PACES)}
          value={form.pace.value}
          onChange={(pace) => {
            form.pace.value = pace;
          }}
        />
        <Choice
          legend={t('new.press')}
          options={PRESSES.map((press) => ({
            value: press,
            label: t(`press.${press}`),
            about: t(`press.${press}.about`),
          }))}
          value={form.press.value}
          onChange={(press) => {
            form.press.value = press;
          }}
        />
        <div class="checks">
          <Check id="explain" label={t('new.explain')} value={form.explains} />
          <Check id="hints" label={t('new.hints')} value={form.hints} />
          <Check id="listed" label={t('new.listed')} value={form.isListed} />
          <Check id="delayed" label={t('new.delayed')} value={form.isDelayed} />
        </div>
        <NameField />
        <Failure text={failure.value} />
        <button type="submit" class="gold" disabled={isBusy.value}>
          {isBusy.value ? t('new.opening') : t('new.open')}
        </button>
      </form>
    </PageFrame>
  );
};
