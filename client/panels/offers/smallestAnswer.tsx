import { useMemo } from 'preact/hooks';
import type { SeatAction } from '../../../shared/engine/actions/index.ts';
import type { Clause, Offer } from '../../../shared/engine/state.ts';
import { edit, spendOf, startCounter } from '../../composing.ts';
import { show } from '../../deskState.ts';
import { Icon } from '../../parts/icon.tsx';
import { Worth } from '../../parts/worth.tsx';
import { type Desk, outlookOf, previewOf, refusalOf } from '../../rules.ts';
import { type Edit, type Ground, type SmallestChange, smallestChange } from '../../smallestChange.ts';
import { levelText } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';
import { leverRefusal } from '../compose/leverRules.ts';

type OfferProps = { readonly at: Desk; readonly offer: Offer };

import { ENOUGH } from './enough.ts';

const counterOf = (at: Desk, offer: Offer, clauses: readonly Clause[]): SeatAction => ({
  type: 'counter',
  offer: offer.id,
  clauses: [...clauses],
  sealed: offer.sealed,
  note: '',
  spend: spendOf(at, offer.sealed, null),
});

const groundOf = ({ at, offer }: OfferProps): Ground => {
  const to = offer.parties.filter((seat) => seat !== at.own?.seat);
  const draft = { to, clauses: [], sealed: offer.sealed, note: '', spend: null, counters: offer.id };
  const outlook = new Map(
    at.book.scenario.levers.map((lever) => [lever.id, outlookOf(at, lever).settlement]),
  );
  return {
    levers: at.book.scenario.levers.filter((lever) => leverRefusal(at, draft, lever) === null),
    otherwise: (lever) => outlook.get(lever) ?? 0,
    worthOf: (clauses) => previewOf(at, clauses)?.change ?? 0,
    mayLay: (clauses) => refusalOf(counterOf(at, offer, clauses)) === null,
  };
};

const EditLine = ({ at, offer, change: { lever: id, level } }: OfferProps & { readonly change: Edit }) => {
  const lever = at.book.leverOf(id);
  const old = offer.clauses.find((clause) => clause.lever === id)?.level ?? outlookOf(at, lever).settlement;
  return (
    <li>
      <Icon name={lever.track} size={16} />
      <span class="clause-name">{words(lever.label)}</span>
      <span class="change">
        <span class="from">{levelText(lever, old)}</span>
        <span aria-hidden="true"> → </span>
        <span class="unseen">{t('clause.becomes')}</span>
        <b>{level === null ? t('needed.out') : levelText(lever, level)}</b>
      </span>
    </li>
  );
};

const Found = ({ at, offer, found }: OfferProps & { readonly found: SmallestChange }) => (
  <>
    <p>{t('needed.found')}</p>
    <ul class="needed-edits">
      {found.edits.map((change) => (
        <EditLine key={change.lever} at={at} offer={offer} change={change} />
      ))}
    </ul>
    <p class="row between">
      <span class="soft">{t('needed.worth')}</span> <Worth value={found.worth} />
    </p>
    <button
      type="button"
      onClick={() => {
        startCounter(at, offer);
        edit((before) => ({ ...before, clauses: found.clauses }));
        show('compose');
      }}
    >
      <Icon name="swap" size={16} /> {t('needed.use')}
    </button>
  </>
);

/** The smallest change that makes an offer better than no deal for the viewer, and the way to ask for it. */
export const SmallestAnswer = ({ at, offer }: OfferProps) => {
  const found = useMemo(() => smallestChange(groundOf({ at, offer }), offer.clauses, ENOUGH), [at, offer]);
  return (
    <div class="needed" role="status">
      {found === null ? <p>{t('needed.none')}</p> : <Found at={at} offer={offer} found={found} />}
    </div>
  );
};
