import type { ClassDebrief, FormCount, Item } from '../../../../server/classes/protocol.ts';
import { Sideways } from '../../../parts/sideways.tsx';
import { figure } from '../../../words/figures.ts';
import { isTextKey, t } from '../../../words/language.ts';

const NAMES = ['before', 'after'] as const;

const wording = ({ id, text }: Item): string => {
  const key = `form.${id}`;
  return text ?? (isTextKey(key) ? t(key) : id);
};

const FormTable = ({ name, form }: { readonly name: (typeof NAMES)[number]; readonly form: FormCount }) => (
  <Sideways name={t(`classDebrief.form.${name}`)}>
    <table class="figures class-figures">
      <caption>
        {t(`classDebrief.form.${name}`)}{' '}
        <small class="soft">{t('classDebrief.handedIn', { count: form.handedIn })}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('classDebrief.question')}</th>
          <th scope="col">{t('classDebrief.mean')}</th>
        </tr>
      </thead>
      <tbody>
        {form.items
          .filter(({ kind }) => kind === 'scale')
          .map((item) => (
            <tr key={item.id}>
              <th scope="row">{wording(item)}</th>
              <td>{item.mean === null ? t('debrief.none') : figure(item.mean, { digits: 1 })}</td>
            </tr>
          ))}
      </tbody>
    </table>
  </Sideways>
);

/** What people said before and after. */
export const FormsSection = ({ forms }: Pick<ClassDebrief, 'forms'>) => {
  const asked = NAMES.filter((name) => forms[name].items.some(({ kind }) => kind === 'scale'));
  if (asked.length === 0) return null;
  return (
    <section class="card" aria-labelledby="forms">
      <h2 id="forms">{t('classDebrief.forms')}</h2>
      <div class="charts">
        {asked.map((name) => (
          <FormTable key={name} name={name} form={forms[name]} />
        ))}
      </div>
    </section>
  );
};
