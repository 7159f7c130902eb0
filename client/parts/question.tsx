import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../words/language.ts';
import { Dialog } from './dialog.tsx';

/** Something that wants a second press, with its consequences spelled out. */
export type Question = {
  readonly title: string;
  readonly body: ComponentChildren;
  /** The words on the button that does it. */
  readonly action: string;
  readonly tone?: 'gold' | 'danger';
  readonly run: () => void;
};

const asked = signal<(() => Question) | null>(null);

/** Asks before something that can't be undone. It is worded anew when the language changes. */
export const ask = (question: () => Question): void => {
  asked.value = question;
};

/** Where questions appear; once per page. */
export const QuestionHost = () => {
  const question = asked.value?.();
  if (question === undefined) return null;
  const close = (): void => {
    asked.value = null;
  };
  return (
    <Dialog title={question.title} onClose={close}>
      <div class="question">{question.body}</div>
      <div class="row end">
        <button type="button" onClick={close}>
          {t('app.cancel')}
        </button>
        <button
          type="button"
          class={question.tone ?? 'gold'}
          onClick={() => {
            close();
            question.run();
          }}
        >
          {question.action}
        </button>
      </div>
    </Dialog>
  );
};
