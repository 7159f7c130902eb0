import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { FormView, Item, MemberView } from '../../../server/classes/protocol.ts';
import { sendAnswers } from '../../connection/classes.ts';
import { Failure } from '../../parts/failure.tsx';
import { useTask } from '../../parts/useTask.ts';
import { t } from '../../words/language.ts';
import { itemText } from './formCards.tsx';

type Answers = Readonly<Record<string, number | string>>;
type ItemProps = {
  readonly item: Item;
  readonly value: number | string | undefined;
  readonly onChange: (value: number | string) => void;
};

const POINTS = [1, 2, 3, 4, 5, 6, 7] as const;

const Scale = ({ item, value, onChange }: ItemProps) => {
  const name = useId();
  return (
    <fieldset class="scale">
      <legend>{itemText(item)}</legend>
      <div class="scale-points">
        <span class="soft" aria-hidden="true">
          {t('class.form.low')}
        </span>
        {POINTS.map((point) => (
          <label key={point}>
            <input
              type="radio"
              name={name}
              value={point}
              checked={value === point}
              onChange={() => onChange(point)}
            />
            <span>{point}</span>
            {point === 1 ? <span class="unseen"> {t('class.form.low')}</span> : null}
            {point === 7 ? <span class="unseen"> {t('class.form.high')}</span> : null}
          </label>
        ))}
        <span class="soft" aria-hidden="true">
          {t('class.form.high')}
        </span>
      </div>
    </fieldset>
  );
};

const InWords = ({ item, value, onChange }: ItemProps) => {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{itemText(item)}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={1000}
        value={value ?? ''}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
};

type QuestionnaireProps = {
  readonly code: string;
  readonly form: FormView;
  readonly onSent: (view: MemberView) => void;
};

/** A questionnaire to be filled in; any question may be left out. */
export const Questionnaire = ({ code, form, onSent }: QuestionnaireProps) => {
  const answers = useSignal<Answers>({});
  const { isBusy, failure, run } = useTask();
  const given = Object.fromEntries(Object.entries(answers.value).filter(([, answer]) => answer !== ''));
  return (
    <form
      class="card class-card questionnaire"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => onSent(await sendAnswers(code, form.name, given)));
      }}
    >
      <h2>{t(`class.form.${form.name}`)}</h2>
      <p class="soft">{t('class.form.lead')}</p>
      {form.items.map((item) => {
        const Question = item.kind === 'scale' ? Scale : InWords;
        return (
          <Question
            key={item.id}
            item={item}
            value={answers.value[item.id]}
            onChange={(value) => {
              answers.value = { ...answers.value, [item.id]: value };
            }}
          />
        );
      })}
      <Failure text={failure.value} />
      <button type="submit" class="gold" disabled={isBusy.value}>
        {t('class.form.send')}
      </button>
    </form>
  );
};
