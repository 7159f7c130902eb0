import { bindingOf } from '../../../shared/engine/treaties.ts';
import type { Lever } from '../../../shared/scenarios/schema.ts';
import { Flag } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { type Desk, levelNow } from '../../rules.ts';
import { figure, levelText } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';

const causeOf = (at: Desk, lever: Lever): string => {
  if (bindingOf(at.view.treaties, lever.id) !== null) return t('result.byTreaty');
  return lever.pause !== lever.snapback ? t('result.bySnapback') : t('result.byMeasure');
};

const Row = ({ at, lever }: { readonly at: Desk; readonly lever: Lever }) => (
  <tr>
    <th scope="row">
      <Icon name={lever.track} size={16} />{' '}
      <span class="flags">
        {lever.owners.map((seat) => (
          <Flag key={seat} seat={seat} />
        ))}
      </span>{' '}
      {words(lever.label)}
    </th>
    <td>{levelText(lever, lever.pause)}</td>
    <td>
      <b>{levelText(lever, levelNow(at, lever.id))}</b>
    </td>
    <td class="soft">{causeOf(at, lever)}</td>
  </tr>
);

/** Every lever that moved, from day 0 to the end, and by what. */
export const FinalLevers = ({ at }: { readonly at: Desk }) => {
  const { levers } = at.book.scenario;
  const moved = levers.filter((lever) => levelNow(at, lever.id) !== lever.pause);
  return (
    <section class="card" aria-labelledby="levers-end">
      <h2 id="levers-end">{t('result.levers')}</h2>
      <Sideways name={t('result.levers')}>
        <table class="figures left">
          <thead>
            <tr>
              <th scope="col">{t('result.lever')}</th>
              <th scope="col">{t('result.atPause')}</th>
              <th scope="col">{t('result.atEnd')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {moved.map((lever) => (
              <Row key={lever.id} at={at} lever={lever} />
            ))}
          </tbody>
        </table>
      </Sideways>
      <p class="soft">{t('result.unchanged', { number: figure(levers.length - moved.length) })}</p>
    </section>
  );
};
