import type { Dealing } from '../../../server/classes/protocol.ts';
import type { Press } from '../../../shared/engine/state.ts';
import { t, words } from '../../words/language.ts';
import { currentOfferings } from '../offered.ts';
import type { ClassForm, Contrasts } from './classForm.ts';

type Level = string | boolean;
type Named = { readonly value: Level; readonly label: string };

const PRESSES: readonly Press[] = ['full', 'public-only', 'none'];
const DEALINGS: readonly Dealing[] = ['same', 'each', 'chosen'];

const levelsOf = (factor: keyof Contrasts): readonly Named[] => {
  if (factor === 'press') return PRESSES.map((value) => ({ value, label: t(`press.${value}`) }));
  if (factor === 'dealing') return DEALINGS.map((value) => ({ value, label: t(`class.dealing.${value}`) }));
  if (factor === 'worth' || factor === 'hints')
    return [
      { value: true, label: t(`class.${factor}.on`) },
      { value: false, label: t(`class.${factor}.off`) },
    ];
  return (currentOfferings()?.scenarios ?? []).map(({ id, title }) => ({ value: id, label: words(title) }));
};

/** Each pair of levels, and all of them when there are more than two. */
const contrastsOf = (levels: readonly Named[]): readonly (readonly Named[])[] => [
  ...levels.flatMap((one, i) => levels.slice(i + 1).map((other) => [one, other])),
  ...(levels.length > 2 ? [levels.slice(0, 3)] : []),
];

const labelOf = (contrast: readonly Named[]): string =>
  contrast.length === 2
    ? t('class.factor.against', { one: contrast[0].label, other: contrast[1].label })
    : t('class.factor.all', { count: contrast.length });

const FACTORS = ['press', 'dealing', 'worth', 'hints', 'scenario'] as const;

const Factor = ({ form, factor }: { readonly form: ClassForm; readonly factor: keyof Contrasts }) => {
  const contrasts = contrastsOf(levelsOf(factor));
  const current = form.contrasts.value[factor].join();
  return (
    <div class="field">
      <label for={`factor-${factor}`}>{t(`class.factor.${factor}`)}</label>
      <select
        id={`factor-${factor}`}
        value={current}
        onChange={(event) => {
          const chosen = contrasts.find(
            (contrast) => contrast.map(({ value }) => value).join() === event.currentTarget.value,
          );
          form.contrasts.value = {
            ...form.contrasts.value,
            [factor]: (chosen ?? []).map(({ value }) => value),
          };
        }}
      >
        <option value="">{t('class.factor.none')}</option>
        {contrasts.map((contrast) => {
          const key = contrast.map(({ value }) => value).join();
          return (
            <option key={key} value={key}>
              {labelOf(contrast)}
            </option>
          );
        })}
      </select>
    </div>
  );
};

/** What differs from table to table, for whoever makes an experiment of it. */
export const ExperimentFields = ({ form }: { readonly form: ClassForm }) => (
  <details class="card class-card">
    <summary>{t('class.new.experiment')}</summary>
    <p class="soft">{t('class.new.experimentHint')}</p>
    <div class="pair">
      {FACTORS.map((factor) => (
        <Factor key={factor} form={form} factor={factor} />
      ))}
    </div>
  </details>
);
