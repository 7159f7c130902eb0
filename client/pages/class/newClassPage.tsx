import { type Signal, useSignal } from '@preact/signals';
import type { Speed } from '../../../server/classes/protocol.ts';
import type { Press } from '../../../shared/engine/state.ts';
import { openClass } from '../../connection/classes.ts';
import { Choice } from '../../parts/choice.tsx';
import { Failure } from '../../parts/failure.tsx';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { useTask } from '../../parts/useTask.ts';
import { navigate } from '../../router.tsx';
import { t } from '../../words/language.ts';
import { awaitOfferings, currentOfferings } from '../offered.ts';
import { PACES, paceOptions } from '../paces.ts';
import { ScenarioChoice } from '../scenarioChoice.tsx';
import { type ClassForm, linesOf, requestOf, useClassForm } from './classForm.ts';
import { rememberSecret } from './classLinks.ts';
import { tablesText } from './classWords.ts';
import { ExperimentFields } from './experimentFields.tsx';
import { QuestionFields } from './questionFields.tsx';
import { SeatFields } from './seatFields.tsx';

const PRESSES: readonly Press[] = ['full', 'public-only', 'none'];
const SPEEDS: readonly Speed[] = ['slow', 'normal', 'fast'];
const MOST_PEOPLE = 100;

const open = async (form: ClassForm, demo: Speed | null): Promise<void> => {
  const { scenarios } = await awaitOfferings();
  const scenario = form.scenario.value ?? scenarios[0].id;
  const { code, secret } = await openClass(requestOf(form, scenario, demo));
  rememberSecret(code, secret);
  navigate(`/class/${code}`);
};

type CountProps = {
  readonly id: string;
  readonly label: string;
  readonly value: Signal<number>;
  readonly most: number;
  readonly hint?: string;
};

const Count = ({ id, label, value, most, hint }: CountProps) => (
  <div class="field count-field">
    <label for={id}>{label}</label>
    <input
      id={id}
      type="number"
      inputMode="numeric"
      min={1}
      max={most}
      value={value.value}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      onInput={(event) => {
        const typed = event.currentTarget.valueAsNumber;
        if (typed >= 1 && typed <= most) value.value = Math.round(typed);
      }}
    />
    {hint === undefined ? null : <small id={`${id}-hint`}>{hint}</small>}
  </div>
);

/** How many tables so many people will need, as the form stands. */
const expectedTables = (form: ClassForm): number => {
  const people = linesOf(form.roster.value).length || form.people.value;
  const seats = currentOfferings()?.scenarios.find(({ id }) => id === form.scenario.value)?.seats.length ?? 3;
  const exact = people / seats;
  return (
    form.tables.value ?? Math.max(1, form.remainder.value === 'bots' ? Math.ceil(exact) : Math.floor(exact))
  );
};

const Pace = ({ form }: { readonly form: ClassForm }) => {
  const [others, own] = [PACES.filter((pace) => pace !== 'class'), 'class' as const];
  return (
    <>
      <Choice
        legend={t('new.pace')}
        options={[
          { value: own, label: t('class.pace.own'), about: t('class.pace.ownAbout') },
          ...paceOptions(others),
        ]}
        value={form.pace.value}
        onChange={(pace) => {
          form.pace.value = pace;
        }}
      />
      {form.pace.value === 'class' ? (
        <Count id="minutes" label={t('class.new.minutes')} value={form.minutes} most={120} />
      ) : null}
    </>
  );
};

const Rehearsal = ({
  onOpen,
  isBusy,
}: {
  readonly onOpen: (speed: Speed) => void;
  readonly isBusy: boolean;
}) => {
  const speed = useSignal<Speed>('normal');
  return (
    <section class="card class-card rehearsal" aria-labelledby="rehearsal-title">
      <h2 id="rehearsal-title">{t('class.new.rehearse')}</h2>
      <p class="soft">{t('class.new.rehearseHint')}</p>
      <div class="row wrap">
        <fieldset class="segments">
          <legend class="unseen">{t('class.speed')}</legend>
          {SPEEDS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={speed.value === one}
              onClick={() => {
                speed.value = one;
              }}
            >
              {t(`class.speed.${one}`)}
            </button>
          ))}
        </fieldset>
        <button type="button" disabled={isBusy} onClick={() => onOpen(speed.value)}>
          {t('class.new.rehearse')}
        </button>
      </div>
    </section>
  );
};

/** A class of one's own: what matters on one screen, the rest folded away. */
export const NewClassPage = () => {
  const form = useClassForm();
  const { isBusy, failure, run } = useTask();
  return (
    <PageFrame>
      <form
        class="new-table new-class"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => open(form, null));
        }}
      >
        <header>
          <h1>{t('class.new.title')}</h1>
          <p class="soft">{t('class.new.lead')}</p>
        </header>
        <div class="pair">
          <Count
            id="people"
            label={t('class.new.people')}
            value={form.people}
            most={MOST_PEOPLE}
            hint={t('class.new.peopleHint', { tables: tablesText(expectedTables(form)) })}
          />
          <div class="field">
            <label for="class-title">{t('class.new.titleField')}</label>
            <input
              id="class-title"
              type="text"
              maxLength={80}
              value={form.title.value}
              onInput={(event) => {
                form.title.value = event.currentTarget.value;
              }}
            />
            <small>{t('class.new.titleHint')}</small>
          </div>
        </div>
        <ScenarioChoice
          chosen={form.scenario.value}
          onChange={(id) => {
            form.scenario.value = id;
            form.mandates.value = {};
          }}
        />
        <Pace form={form} />
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
        <SeatFields form={form} />
        <ExperimentFields form={form} />
        <QuestionFields form={form} />
        <Failure text={failure.value} />
        <button type="submit" class="gold big" disabled={isBusy.value}>
          {isBusy.value ? t('class.new.opening') : t('class.new.open')}
        </button>
        <Rehearsal isBusy={isBusy.value} onOpen={(speed) => void run(() => open(form, speed))} />
      </form>
    </PageFrame>
  );
};
