import { SECTORS } from '../../shared/economy/calibration.ts';
import { type Outcome, realIncomeOf } from '../../shared/economy/outcome.ts';
import type { Lever } from '../../shared/scenarios/schema.ts';
import type { Seat } from '../../shared/seats.ts';
import { openEconomy } from '../deskState.ts';
import {
  allImportsOf,
  BALANCE_2024,
  balancesOf,
  balanceUsKorea,
  exportsOf,
  incomeChange,
  sectorOf,
} from '../economy.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { type Desk, lastDay, levelNow, outlookOf } from '../rules.ts';
import { dollars, levelText, percent } from '../words/figures.ts';
import { t, words } from '../words/language.ts';

type RowProps = { readonly label: string; readonly now: number; readonly then: number | null };

const Row = ({ label, now, then }: RowProps) => (
  <tr>
    <th scope="row">{label}</th>
    <td>{dollars(now, { digits: 0 })}</td>
    <td class={then === null || Math.abs(now - then) < 0.05 ? '' : now > then ? 'gain' : 'loss'}>
      {then === null || Math.abs(now - then) < 0.05 ? '–' : dollars(now - then, { digits: 1, sign: true })}
    </td>
  </tr>
);

const Figures = ({
  at,
  seat,
  outcome,
}: {
  readonly at: Desk;
  readonly seat: Seat;
  readonly outcome: Outcome;
}) => {
  const reference = at.book.economyAt(at.book.pause, at.view.news);
  const then = (read: (of: Outcome) => number): number | null =>
    reference === null ? null : read(reference);
  const row = (label: string, read: (of: Outcome) => number) => (
    <Row key={label} label={label} now={read(outcome)} then={then(read)} />
  );
  return (
    <table class="figures">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('economy.now')}</th>
          <th scope="col">{t('economy.change')}</th>
        </tr>
      </thead>
      <tbody>
        {row(t('economy.income'), (of) => realIncomeOf(of, seat))}
        {row(t('economy.exports'), (of) => exportsOf(of, seat))}
        {row(t('economy.imports'), (of) => allImportsOf(of, seat))}
        {balancesOf(outcome, seat).map(([other]) =>
          row(
            t('economy.partner', { seat: t(`seat.short.${other}`) }),
            (of) => balancesOf(of, seat).find(([partner]) => partner === other)?.[1] ?? 0,
          ),
        )}
      </tbody>
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={3} class="group">
            {t('economy.sectors')}
          </th>
        </tr>
        {SECTORS.map((sector) => row(t(`sector.${sector}`), (of) => sectorOf(of, seat, sector)))}
      </tbody>
    </table>
  );
};

const LeverLine = ({ at, lever }: { readonly at: Desk; readonly lever: Lever }) => {
  const { settlement, boundBy } = outlookOf(at, lever);
  const now = levelNow(at, lever.id);
  return (
    <li>
      <Icon name={lever.track} size={16} />
      <span class="clause-name">
        {words(lever.label)}
        <small>{words(lever.description)}</small>
      </span>
      <span class="lever-state">
        <b>{levelText(lever, now)}</b>
        <small>
          {boundBy === null
            ? settlement === now
              ? ''
              : t('clause.dayLevel', { level: levelText(lever, settlement), days: lastDay(at.rules) })
            : t('clause.bound')}
        </small>
      </span>
    </li>
  );
};

/** One economy in full: its figures, its sectors, and the levers that its capital holds. */
export const EconomyDialog = ({ at }: { readonly at: Desk }) => {
  const seat = openEconomy.value;
  if (seat === null) return null;
  const { outcome } = at.view;
  const levers = at.book.scenario.levers.filter(({ owners }) => owners.includes(seat));
  return (
    <Dialog
      wide
      title={t(`seat.${seat}`)}
      onClose={() => {
        openEconomy.value = null;
      }}
    >
      <div class="economy-detail">
        {outcome === null ? null : (
          <section>
            <p class="income">
              {t('economy.income')} <b>{percent(incomeChange(outcome, seat), { digits: 2, sign: true })}</b>{' '}
              <small>{t('economy.vs2024')}</small>
            </p>
            {seat === 'CN' ? null : (
              <p class="income">
                {t('economy.balance')} <b>{dollars(balanceUsKorea(outcome), { digits: 1 })}</b>{' '}
                <small>{t('economy.balanceSource', { value: dollars(BALANCE_2024, { digits: 1 }) })}</small>
              </p>
            )}
            <Figures at={at} seat={seat} outcome={outcome} />
            <p class="soft">{t('economy.note')}</p>
          </section>
        )}
        <section>
          <h3 class="eyebrow">{t('economy.levers', { seat: t(`seat.${seat}`) })}</h3>
          <ul class="lever-lines">
            {levers.map((lever) => (
              <LeverLine key={lever.id} at={at} lever={lever} />
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
};
