import { SealMark } from '../../panels/offers/offerCard.tsx';
import { ClauseList } from '../../parts/clauseList.tsx';
import { Flag } from '../../parts/flag.tsx';
import type { Desk } from '../../rules.ts';
import { t } from '../../words/language.ts';
import { seatNames } from '../../words/telling.ts';

/** The treaties that held to the end. */
export const TreatyList = ({ at }: { readonly at: Desk }) => {
  const treaties = at.view.treaties.filter((treaty) => !treaty.fallen && treaty.clauses.length > 0);
  return (
    <section class="card" aria-labelledby="agreed">
      <h2 id="agreed">{t('result.treaties')}</h2>
      {treaties.length === 0 ? (
        <p class="soft">{t(at.rules.complete ? 'result.noTreatiesPlain' : 'result.noTreaties')}</p>
      ) : null}
      {treaties.map((treaty) => (
        <article key={treaty.id} class="treaty">
          <header>
            <span class="flags">
              {treaty.parties.map((seat) => (
                <Flag key={seat} seat={seat} />
              ))}
            </span>
            <h3>{t('treaties.of', { seats: seatNames(treaty.parties) })}</h3>
            <SealMark isSealed={treaty.sealed} />
          </header>
          <ClauseList at={at} parties={treaty.parties} clauses={treaty.clauses} since="pause" />
        </article>
      ))}
    </section>
  );
};
