import { draft, edit } from '../../composing.ts';
import { Term } from '../../parts/term.tsx';
import { activeSeats, type Desk } from '../../rules.ts';
import { t } from '../../words/language.ts';
import { SpendStepper } from '../offers/spendStepper.tsx';

const canBeSealed = (at: Desk): boolean => draft.value.to.length + 1 < activeSeats(at).length;

const mustBeSealed = (at: Desk): boolean =>
  at.view.offers.some((offer) => offer.id === draft.value.counters && offer.sealed);

const Secrecy = ({ at }: { readonly at: Desk }) => {
  const { sealed } = at.rules;
  const isSealed = draft.value.sealed;
  const set = (value: boolean) => () => edit((before) => ({ ...before, sealed: value }));
  return (
    <fieldset class="secrecy">
      <legend>
        <Term id="sealed">{t('compose.seal')}</Term>
      </legend>
      <label>
        <input
          type="radio"
          name="seal"
          checked={!isSealed}
          disabled={mustBeSealed(at)}
          onChange={set(false)}
        />
        {t('compose.sealOpen')}
      </label>
      <label>
        <input type="radio" name="seal" checked={isSealed} disabled={!canBeSealed(at)} onChange={set(true)} />
        {t('compose.sealSealed')}
      </label>
      <small>
        {canBeSealed(at)
          ? t('compose.sealCost', { capital: sealed.capital, support: sealed.support })
          : t('compose.sealThird')}
      </small>
    </fieldset>
  );
};

/** A note is possible where talk is, and under seal only where private talk is. */
const canHaveNote = ({ view }: Desk): boolean =>
  view.setup.press === 'full' || (view.setup.press === 'public-only' && !draft.value.sealed);

/** What surrounds the clauses: secrecy, the vote at home, a note. */
export const OfferTerms = ({ at }: { readonly at: Desk }) => (
  <section class="offer-terms">
    {activeSeats(at).length > 2 && !at.rules.complete ? <Secrecy at={at} /> : null}
    <SpendStepper
      at={at}
      isSealed={draft.value.sealed}
      value={draft.value.spend}
      onChange={(spend) => edit((before) => ({ ...before, spend }))}
    />
    {canHaveNote(at) ? (
      <div class="field">
        <label for="offer-note">{t('compose.note')}</label>
        <textarea
          id="offer-note"
          rows={2}
          maxLength={at.rules.noteLength}
          value={draft.value.note}
          onInput={(event) => {
            const note = event.currentTarget.value;
            edit((before) => ({ ...before, note }));
          }}
        />
      </div>
    ) : null}
  </section>
);
