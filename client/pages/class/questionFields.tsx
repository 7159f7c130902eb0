import type { Signal } from '@preact/signals';
import { Check } from '../../parts/check.tsx';
import { t } from '../../words/language.ts';
import type { ClassForm } from './classForm.ts';

const Own = ({ id, value }: { readonly id: string; readonly value: Signal<string> }) => (
  <div class="field">
    <label for={id}>{t('class.form.own')}</label>
    <textarea
      id={id}
      rows={3}
      aria-describedby={`${id}-hint`}
      value={value.value}
      onInput={(event) => {
        value.value = event.currentTarget.value;
      }}
    />
    <small id={`${id}-hint`}>{t('class.form.ownHint')}</small>
  </div>
);

/** The questionnaires before and after the game. */
export const QuestionFields = ({ form }: { readonly form: ClassForm }) => (
  <details class="card class-card">
    <summary>{t('class.new.forms')}</summary>
    <p class="soft">{t('class.new.formsHint')}</p>
    <div class="pair">
      <fieldset class="checks">
        <legend>{t('class.form.before')}</legend>
        <Check id="trust-before" label={t('class.form.trustCount')} value={form.trustBefore} />
        <Own id="own-before" value={form.ownBefore} />
      </fieldset>
      <fieldset class="checks">
        <legend>{t('class.form.after')}</legend>
        <Check id="trust-after" label={t('class.form.trustCount')} value={form.trustAfter} />
        <Check id="value-after" label={t('class.form.valueCount')} value={form.value} />
        <Own id="own-after" value={form.ownAfter} />
      </fieldset>
    </div>
  </details>
);
