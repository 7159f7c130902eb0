import { useMemo } from 'preact/hooks';
import type { Preview } from '../../shared/engine/preview.ts';
import type { Headline, Mandate } from '../../shared/scenarios/schema.ts';
import { Flag } from '../parts/flag.tsx';
import { Icon } from '../parts/icon.tsx';
import { Prose } from '../parts/prose.tsx';
import { Term } from '../parts/term.tsx';
import { Worth } from '../parts/worth.tsx';
import { activeSeats, type Desk, ownMandate, previewOf, showsWorth } from '../rules.ts';
import { dollars, figure, worth } from '../words/figures.ts';
import { t, words } from '../words/language.ts';
import { seatName } from '../words/telling.ts';
import { Weights } from './mandate/weights.tsx';

type LineProps = { readonly headline: Headline; readonly isMet: boolean; readonly kind: 'goal' | 'redLine' };

const statusOf = (kind: LineProps['kind'], isMet: boolean): string => {
  if (kind === 'goal') return isMet ? t('mandate.met') : t('mandate.notMet');
  return isMet ? t('mandate.crossed') : t('mandate.kept');
};

const HeadlineRow = ({ headline, isMet, kind }: LineProps) => {
  const isGood = kind === 'goal' ? isMet : !isMet;
  return (
    <li class={isGood ? 'headline good' : kind === 'goal' ? 'headline' : 'headline bad'}>
      <Icon name={isGood ? 'check' : kind === 'goal' ? 'mandate' : 'cross'} size={16} />
      <span>
        {words(headline.label)}
        <small>{statusOf(kind, isMet)}</small>
      </span>
      <b>{worth(headline.amount)}</b>
    </li>
  );
};

const Headlines = ({ mandate, preview }: { readonly mandate: Mandate; readonly preview: Preview }) => {
  const isMet = (id: string): boolean => preview.headlines.some((line) => line.id === id && line.before);
  return (
    <>
      {mandate.goals.length === 0 ? null : (
        <h4 class="eyebrow">
          <Term id="goal">{t('mandate.goals')}</Term>
        </h4>
      )}
      <ul class="headlines">
        {mandate.goals.map((goal) => (
          <HeadlineRow key={goal.id} headline={goal} isMet={isMet(goal.id)} kind="goal" />
        ))}
      </ul>
      {mandate.redLines.length === 0 ? null : (
        <h4 class="eyebrow">
          <Term id="redLine">{t('mandate.redLines')}</Term>
        </h4>
      )}
      <ul class="headlines">
        {mandate.redLines.map((line) => (
          <HeadlineRow key={line.id} headline={line} isMet={isMet(line.id)} kind="redLine" />
        ))}
      </ul>
    </>
  );
};

const Standing = ({
  at,
  mandate,
  preview,
}: {
  readonly at: Desk;
  readonly mandate: Mandate;
  readonly preview: Preview;
}) => {
  const base = useMemo(() => {
    const empty = { ...at.view, treaties: [], levels: at.book.pause };
    return previewOf({ ...at, view: empty }, [])?.before ?? 0;
  }, [at.view.news, mandate.id]);
  return (
    <div class="standing" title={t('mandate.standingHint')}>
      <span>
        <Term id="reservation">{t('mandate.standing')}</Term>
      </span>
      <Worth value={preview.before - base} />
    </div>
  );
};

const Purse = ({ at }: { readonly at: Desk }) => {
  const { own, rules } = at;
  if (own === null) return null;
  return (
    <dl class="purse">
      <div
        title={t('mandate.capitalHint', {
          perRound: figure(rules.capital.perRound),
          max: figure(rules.capital.max),
          value: dollars(rules.capital.value),
        })}
      >
        <dt>
          <Term id="capital">{t('mandate.capital')}</Term>
        </dt>
        <dd>{figure(own.capital)}</dd>
      </div>
      <div>
        <dt>
          <Term id="credibility">{t('mandate.credibility')}</Term>
        </dt>
        <dd>{figure(at.view.credibility[own.seat])}</dd>
      </div>
      {own.flows.length === 0 ? null : (
        <div class="flows">
          <dt>
            <Term id="flow">{t('mandate.flows')}</Term>
          </dt>
          <dd>
            <ol>
              {own.flows.map((value, i) => (
                <li key={i}>
                  <small>{t('log.round', { round: i + 1 })}</small> <Worth value={value} />
                </li>
              ))}
            </ol>
          </dd>
        </div>
      )}
    </dl>
  );
};

const OthersMandates = ({ at }: { readonly at: Desk }) => (
  <details class="others">
    <summary>{t('mandate.others')}</summary>
    <p class="soft">{t('mandate.othersHint')}</p>
    {activeSeats(at)
      .filter((seat) => seat !== at.own?.seat)
      .map((seat) => (
        <section key={seat}>
          <h4>
            <Flag seat={seat} /> {seatName(seat)}
          </h4>
          <ul>
            {at.book.mandatesOf(seat).map((mandate) => (
              <li key={mandate.id}>
                <b>{words(mandate.label)}</b> <Prose text={words(mandate.brief)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
  </details>
);

/** The viewer's secret instructions, what they have come to so far, and what others may have been told. */
export const MandatePanel = ({ at }: { readonly at: Desk }) => {
  const mandate = ownMandate(at);
  const preview = useMemo(() => previewOf(at, []), [at]);
  if (mandate === null || preview === null)
    return (
      <div class="panel-body">
        <p class="soft">{t('mandate.none')}</p>
        <OthersMandates at={at} />
      </div>
    );
  return (
    <div class="panel-body mandate">
      <section class="card brief">
        <p class="eyebrow">
          <Icon name="lock" size={14} /> <Term id="mandate">{t('mandate.secret')}</Term>
        </p>
        <h3>{words(mandate.label)}</h3>
        <p>
          <Prose text={words(mandate.brief)} />
        </p>
        {at.rules.complete ? (
          <p class="soft">{t('mandate.reservation', { value: worth(mandate.reservation) })}</p>
        ) : (
          <>
            {showsWorth(at) ? <Standing at={at} mandate={mandate} preview={preview} /> : null}
            <small class="soft">{t('mandate.unit')}</small>
          </>
        )}
      </section>
      <Headlines mandate={mandate} preview={preview} />
      {at.rules.complete ? null : <Purse at={at} />}
      <Weights at={at} mandate={mandate} />
      <OthersMandates at={at} />
    </div>
  );
};
