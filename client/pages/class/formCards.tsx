import type { ConsoleView, FormName, Item } from '../../../server/classes/protocol.ts';
import { figure } from '../../words/figures.ts';
import { isTextKey, t } from '../../words/language.ts';

const NAMES: readonly FormName[] = ['before', 'after'];
const SCALE_MOST = 7;

/** The wording of a question: the facilitator's own, or the catalogue's. */
export const itemText = ({ id, text }: Item): string => {
  const key = `form.${id}`;
  return text ?? (isTextKey(key) ? t(key) : id);
};

const MeanBar = ({ mean }: { readonly mean: number }) => (
  <span class="mean">
    <svg viewBox="0 0 100 6" aria-hidden="true" preserveAspectRatio="none">
      <rect width="100" height="6" rx="3" class="mean-ground" />
      <rect width={(100 * (mean - 1)) / (SCALE_MOST - 1)} height="6" rx="3" class="mean-bar" />
    </svg>
    <b>
      <span class="unseen">{t('class.forms.mean')} </span>
      {figure(mean, { digits: 1 })}
    </b>
  </span>
);

/** The questionnaires: how many handed them in, and the mean of every scale. */
export const FormCards = ({ view }: { readonly view: ConsoleView }) => {
  const used = NAMES.filter((name) => view.forms[name].items.length > 0);
  if (used.length === 0) return null;
  return (
    <section class="card class-card" aria-labelledby="forms-title">
      <h2 id="forms-title">{t('class.forms')}</h2>
      {used.map((name) => (
        <details key={name} open={view.forms[name].handedIn > 0}>
          <summary>
            {t(`class.form.${name}`)} · {t('class.forms.handedIn', { count: view.forms[name].handedIn })}
          </summary>
          <ul class="form-means">
            {view.forms[name].items.map((item) => (
              <li key={item.id}>
                <span>{itemText(item)}</span>
                {item.kind === 'text' ? (
                  <small class="soft">{t('class.forms.words')}</small>
                ) : item.mean === null ? (
                  <span class="soft">–</span>
                ) : (
                  <MeanBar mean={item.mean} />
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
};
