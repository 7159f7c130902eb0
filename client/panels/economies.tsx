import type { Outcome } from '../../shared/economy/outcome.ts';
import type { Occupant } from '../../shared/engine/state.ts';
import type { Seat } from '../../shared/seats.ts';
import { openEconomy } from '../deskState.ts';
import { BALANCE_2024, balanceUsKorea, exportsOf, incomeChange, sectorOf } from '../economy.ts';
import { Flag } from '../parts/flag.tsx';
import { Icon } from '../parts/icon.tsx';
import { activeSeats, type Desk } from '../rules.ts';
import { connection } from '../store.ts';
import { dollars, figure, percent, shortMoney } from '../words/figures.ts';
import { locale, t } from '../words/language.ts';
import { botName } from '../words/people.ts';

type IndexProps = {
  readonly label: string;
  /** The label where there is no room, and the unit where there is. */
  readonly short?: string;
  readonly unit?: string;
  readonly value: string;
  readonly change?: string;
  readonly isGain?: boolean;
};

const Index = ({ label, short = label, unit, value, change, isGain = true }: IndexProps) => (
  <div>
    <dt>
      <span class="long">
        {label}
        {unit === undefined ? null : <i> {unit}</i>}
      </span>
      <span class="short">{short}</span>
    </dt>
    <dd>
      {value}
      {change === undefined ? null : <small class={isGain ? 'gain' : 'loss'}>{change}</small>}
    </dd>
  </div>
);

/** An amount, and its change where there is one worth showing. */
const moneyOf = (
  now: number,
  before: number | undefined,
): Pick<IndexProps, 'value' | 'change' | 'isGain'> => {
  const value = shortMoney(now);
  if (before === undefined || Math.abs(now - before) < 0.5) return { value };
  return { value, change: shortMoney(now - before, { sign: true }), isGain: now > before };
};

const Indices = ({
  at,
  seat,
  outcome,
}: {
  readonly at: Desk;
  readonly seat: Seat;
  readonly outcome: Outcome;
}) => {
  const reference = at.book.economyAt(at.book.pause, at.view.news);
  const before = <T,>(read: (of: Outcome) => T): T | undefined =>
    reference === null ? undefined : read(reference);
  const exported = (of: Outcome): number => exportsOf(of, seat);
  const chips = (of: Outcome): number => sectorOf(of, seat, 'CHP');
  return (
    <>
      <Index
        label={t('economy.income')}
        short={t('economy.incomeShort')}
        value={percent(incomeChange(outcome, seat), { digits: 1, sign: true })}
      />
      <Index
        label={t('economy.exports')}
        unit={t('economy.money')}
        {...moneyOf(exported(outcome), before(exported))}
      />
      <Index
        label={t('economy.chips')}
        unit={t('economy.money')}
        {...moneyOf(chips(outcome), before(chips))}
      />
    </>
  );
};

/** Who plays a seat. */
const playerOf = (occupant: Occupant): string => {
  if (occupant.kind === 'vacant') return t('seat.vacant');
  return occupant.kind === 'bot' ? botName(occupant.bot) : occupant.name;
};

const Player = ({ occupant, seat }: { readonly occupant: Occupant; readonly seat: Seat }) => {
  const standIn = occupant.kind === 'person' ? occupant.standIn : null;
  const presence = connection.value?.attendance.value?.seats[seat] ?? null;
  return (
    <span class="player">
      <Icon name={occupant.kind === 'bot' || standIn !== null ? 'bot' : 'users'} size={14} />
      <span class="player-name">{playerOf(occupant)}</span>
      {occupant.kind === 'bot' ? <span class="unseen"> ({t('seat.bot')})</span> : null}
      {presence === 'idle' || presence === 'gone' ? <em> {t(`seat.${presence}`)}</em> : null}
      {standIn === null ? null : <em> {t('seat.standIn', { bot: botName(standIn) })}</em>}
    </span>
  );
};

/** What the country calls itself, where that is another script. */
const LOCAL_NAMES = {
  US: null,
  KR: { locale: 'ko', name: '대한민국' },
  CN: { locale: 'zh', name: '中国' },
} as const;

const LocalName = ({ seat }: { readonly seat: Seat }) => {
  const local = LOCAL_NAMES[seat];
  if (local === null || local.locale === locale.value) return null;
  return (
    <span class="local" lang={local.locale} aria-hidden="true">
      {local.name}
    </span>
  );
};

/** What the viewer alone knows of itself: it is this seat, and its capital. */
const Purse = ({ at }: { readonly at: Desk }) => (
  <span class="own-purse">
    {at.own === null || at.rules.complete ? null : (
      <span class="coin" title={t('mandate.capital')}>
        <Icon name="investment" size={14} />
        <span class="unseen">{t('mandate.capital')}: </span>
        {figure(at.own.capital)}
      </span>
    )}
    <span class="badge">{t('seat.you')}</span>
  </span>
);

const EconomyCard = ({ at, seat }: { readonly at: Desk; readonly seat: Seat }) => {
  const { outcome, credibility, occupants } = at.view;
  const isOwn = at.own?.seat === seat;
  return (
    <button
      type="button"
      class={`card economy seat-${seat} ${isOwn ? 'own' : ''}`}
      onClick={() => {
        openEconomy.value = seat;
      }}
    >
      <span class="economy-head">
        <Flag seat={seat} />
        <strong>
          <span class="long">{t(`seat.${seat}`)}</span>
          <span class="short">{t(`seat.short.${seat}`)}</span>
        </strong>
        <LocalName seat={seat} />
        {isOwn ? <Purse at={at} /> : <Player occupant={occupants[seat]} seat={seat} />}
      </span>
      <dl>
        {outcome === null ? null : <Indices at={at} seat={seat} outcome={outcome} />}
        <Index
          label={t('economy.credibility')}
          short={t('economy.credibilityShort')}
          value={figure(credibility[seat])}
        />
      </dl>
      <span class="unseen">{t('table.openDetails', { seat: t(`seat.${seat}`) })}</span>
    </button>
  );
};

/** The three economies at a glance. A press opens one. */
export const Economies = ({ at }: { readonly at: Desk }) => (
  <section class="economies" aria-label={t('economy.title')}>
    {[...activeSeats(at)].reverse().map((seat) => (
      <EconomyCard key={seat} at={at} seat={seat} />
    ))}
  </section>
);

/** The US balance with Korea, beside what it was in 2024. */
export const BalanceBadge = ({ at }: { readonly at: Desk }) => {
  const { outcome } = at.view;
  if (outcome === null || at.book.scenario.seats.length < 3) return null;
  const then = dollars(BALANCE_2024, { digits: 1 });
  const source = t('economy.balanceSource', { value: then });
  return (
    <p class="balance">
      <Icon name="scales" size={16} />
      <span>{t('economy.balance')}</span>
      <b>{dollars(balanceUsKorea(outcome), { digits: 1 })}</b>
      <small class="long" title={source}>
        {t('economy.balance2024', { value: then })}
      </small>
      <small class="short">{source}</small>
    </p>
  );
};
