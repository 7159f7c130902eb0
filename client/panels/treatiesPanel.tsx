import type { Treaty } from '../../shared/engine/state.ts';
import { ClauseList } from '../parts/clauseList.tsx';
import { Flag } from '../parts/flag.tsx';
import { ask } from '../parts/question.tsx';
import { Term } from '../parts/term.tsx';
import { type Desk, whyNot } from '../rules.ts';
import { act, past } from '../store.ts';
import { dollars, figure } from '../words/figures.ts';
import { t } from '../words/language.ts';
import { seatName, seatNames } from '../words/telling.ts';
import { SealMark } from './offers/offerCard.tsx';

type TreatyProps = { readonly at: Desk; readonly treaty: Treaty };

const Denounce = ({ at, treaty }: TreatyProps) => {
  const { denunciation } = at.rules;
  const action = { type: 'denounce', treaty: treaty.id } as const;
  const refusal = whyNot(action);
  if (denunciation === null || treaty.denouncedBy !== null || at.own === null) return null;
  if (!treaty.parties.includes(at.own.seat)) return null;
  const clauses = treaty.clauses.length;
  const costs = t('treaties.confirm.body', {
    capital: figure(denunciation.capital + denunciation.capitalPerClause * clauses),
    credibility: figure(denunciation.credibility),
    result: dollars(denunciation.resultPerClause * clauses),
  });
  return (
    <button
      type="button"
      class="refuse"
      disabled={refusal !== undefined}
      title={refusal}
      onClick={() =>
        ask(() => ({
          title: t('treaties.confirm.title'),
          body: (
            <>
              <p>{costs}</p>
              {treaty.sealed ? <p>{t('treaties.confirm.sealed')}</p> : null}
            </>
          ),
          action: t('treaties.confirm.do'),
          tone: 'danger',
          run: () => void act(action),
        }))
      }
    >
      {t('treaties.denounce')}
    </button>
  );
};

const statusOf = (treaty: Treaty): string => {
  if (treaty.fallen) return t('treaties.fallen');
  if (treaty.clauses.length === 0) return t('treaties.amended');
  if (treaty.denouncedBy === null || treaty.fallsIn === null) return t('treaties.binding');
  return t('treaties.ending', { seat: seatName(treaty.denouncedBy), round: treaty.fallsIn });
};

const TreatyCard = ({ at, treaty }: TreatyProps) => {
  const isOver = treaty.fallen || treaty.clauses.length === 0;
  return (
    <article class={isOver ? 'card treaty over' : 'card treaty'}>
      <header>
        <span class="flags">
          {treaty.parties.map((seat) => (
            <Flag key={seat} seat={seat} />
          ))}
        </span>
        <h4>{t('treaties.of', { seats: seatNames(treaty.parties) })}</h4>
        <SealMark isSealed={treaty.sealed} />
      </header>
      <p class="expiry">
        {t('treaties.signed', { round: treaty.round })} · {statusOf(treaty)}
      </p>
      {isOver ? null : <ClauseList at={at} parties={treaty.parties} clauses={treaty.clauses} />}
      {isOver || past.value !== null ? null : <Denounce at={at} treaty={treaty} />}
    </article>
  );
};

/** The treaties that the viewer knows, those in force first. */
export const TreatiesPanel = ({ at }: { readonly at: Desk }) => {
  const treaties = [...at.view.treaties].sort((a, b) => Number(a.fallen) - Number(b.fallen));
  return (
    <section class="offer-group" aria-labelledby="treaties">
      <h3 class="eyebrow" id="treaties">
        <Term id="treaty">{t('treaties.title')}</Term>
      </h3>
      {treaties.length === 0 ? (
        <p class="soft">{t(at.rules.complete ? 'treaties.nonePlain' : 'treaties.none')}</p>
      ) : null}
      {treaties.map((treaty) => (
        <TreatyCard key={treaty.id} at={at} treaty={treaty} />
      ))}
    </section>
  );
};
