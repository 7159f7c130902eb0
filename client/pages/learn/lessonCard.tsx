import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { draft } from '../../composing.ts';
import { openEconomy, tab } from '../../deskState.ts';
import { Icon } from '../../parts/icon.tsx';
import { TermText } from '../../parts/term.tsx';
import type { Desk } from '../../rules.ts';
import { record } from '../../store.ts';
import { t } from '../../words/language.ts';
import { isDone, STEPS, type Step } from './lesson.ts';

type CardProps = {
  readonly at: Desk;
  /** From 1; one more than there are steps: the lesson is over. */
  readonly number: number;
  readonly onStep: (number: number) => void;
  readonly onEnd: () => void;
};

/** Marks what a step speaks of: the style sheet knows where that is. */
const useMark = (step: Step | null): void => {
  useEffect(() => {
    if (step === null) delete document.documentElement.dataset.lesson;
    else document.documentElement.dataset.lesson = step;
    return () => {
      delete document.documentElement.dataset.lesson;
    };
  }, [step]);
};

/** Once a task is done it stays done, though the tab may be left and the draft be sent. */
const useDone = (at: Desk, step: Step | null): boolean => {
  const done = useSignal<readonly Step[]>([]);
  const past = record.value.map(({ event }) => event);
  const isNow =
    step !== null &&
    isDone(step, {
      view: at.view,
      past,
      tab: tab.value,
      draft: draft.value,
      openEconomy: openEconomy.value,
    });
  useEffect(() => {
    if (step !== null && isNow && !done.value.includes(step)) done.value = [...done.value, step];
  }, [step, isNow]);
  return step !== null && (isNow || done.value.includes(step));
};

const Task = ({ step, done }: { readonly step: Step; readonly done: boolean }) => (
  <p class={done ? 'lesson-task done' : 'lesson-task'} role="status">
    <Icon name={done ? 'check' : 'arrow'} size={16} />
    <span>
      <b>{done ? t('lesson.done') : t('lesson.todo')}:</b> {t(`lesson.${step}.task`)}
    </span>
  </p>
);

/** The lesson beside the table: what to look at, what to try, and the way on, back and out. */
export const LessonCard = ({ at, number, onStep, onEnd }: CardProps) => {
  const step: Step | null = STEPS[number - 1] ?? null;
  const key = step ?? 'end';
  const done = useDone(at, step);
  const heading = useRef<HTMLHeadingElement>(null);
  useMark(step);
  const go = (next: number) => () => {
    onStep(next);
    heading.current?.focus();
  };
  return (
    <section class="lesson-card" aria-labelledby="lesson-title">
      <details open>
        <summary>
          <span class="eyebrow">
            {step === null ? t('lesson.title') : t('lesson.step', { step: number, steps: STEPS.length })}
          </span>
          <span class="lesson-dots" aria-hidden="true">
            {STEPS.map((one, i) => (
              <i key={one} class={i + 1 < number ? 'past' : i + 1 === number ? 'now' : ''} />
            ))}
          </span>
        </summary>
        <h2 id="lesson-title" ref={heading} tabIndex={-1}>
          {t(`lesson.${key}.title`)}
        </h2>
        <p>
          <TermText key={key} text={t(`lesson.${key}.text`)} />
        </p>
        {step === null ? null : <Task step={step} done={done} />}
        <div class="row between">
          <button type="button" class="quiet slim" onClick={step === null ? go(1) : onEnd}>
            {step === null ? t('lesson.again') : t('lesson.skip')}
          </button>
          <span class="row">
            {number > 1 && step !== null ? (
              <button type="button" class="slim" onClick={go(number - 1)}>
                {t('lesson.back')}
              </button>
            ) : null}
            <button
              type="button"
              class={done || step === null ? 'gold slim' : 'slim'}
              onClick={step === null ? onEnd : go(number + 1)}
            >
              {step === null ? t('lesson.end.go') : t('lesson.next')}
            </button>
          </span>
        </div>
      </details>
    </section>
  );
};
