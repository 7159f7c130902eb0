import { useSignal } from '@preact/signals';
import type { Lever } from '../../../shared/scenarios/schema.ts';
import type { Seat } from '../../../shared/seats.ts';
import { Change } from '../../parts/clauseList.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ask } from '../../parts/question.tsx';
import { Stepper } from '../../parts/stepper.tsx';
import { Term } from '../../parts/term.tsx';
import { Worth } from '../../parts/worth.tsx';
import { type Desk, effectOf, levelNow, showsWorth, whyNot } from '../../rules.ts';
import { act } from '../../store.ts';
import { figure, levelText } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';

type LeverProps = { readonly at: Desk; readonly lever: Lever };

/** What a measure would do to its owner, all else unchanged: while it lasts, and in the settlement. */
const Effect = ({ at, lever, level }: LeverProps & { readonly level: number }) => {
  if (!showsWorth(at)) return null;
  const { now, end } = effectOf(at, lever.id, level);
  return (
    <dl class="effect">
      <div>
        <dt>{t('measures.whileNow')}</dt>
        <dd>
          <Worth value={now} />
        </dd>
      </div>
      <div>
        <dt>{t('measures.atEnd')}</dt>
        <dd>
          <Worth value={end} />
        </dd>
      </div>
    </dl>
  );
};

const order = ({ at, lever }: LeverProps, level: number): void =>
  ask(() => ({
    title: t('measures.confirm.title'),
    body: (
      <>
        <p class="measure-change">
          <span>{words(lever.label)}</span> <Change lever={lever} from={levelNow(at, lever.id)} to={level} />
        </p>
        <Effect at={at} lever={lever} level={level} />
        <p>{t('measures.confirm.body', { capital: figure(at.rules.measures.capital) })}</p>
      </>
    ),
    action: t('measures.confirm.do'),
    run: () => void act({ type: 'order', lever: lever.id, level }),
  }));

const Ordered = ({ at, lever, level }: LeverProps & { readonly level: number }) => {
  const action = { type: 'cancel', lever: lever.id } as const;
  const refusal = whyNot(action);
  return (
    <li class="lever set">
      <span class="lever-name">
        <Icon name={lever.track} size={16} /> {words(lever.label)}
      </span>
      <Change lever={lever} from={levelNow(at, lever.id)} to={level} />
      <span class="mark">{t('measures.ordered')}</span>
      <button
        type="button"
        class="refuse small"
        disabled={refusal !== undefined}
        title={refusal}
        onClick={() => void act(action)}
      >
        {t('measures.cancel')}
      </button>
    </li>
  );
};

const Free = ({ at, lever }: LeverProps) => {
  const now = levelNow(at, lever.id);
  const level = useSignal(now);
  const isMoved = level.value !== now;
  const refusal = whyNot({
    type: 'order',
    lever: lever.id,
    level: isMoved ? level.value : Number(now === 0),
  });
  const move = (by: number): (() => void) | null => {
    const next = level.value + by;
    if (refusal !== undefined || next < 0 || next >= lever.levels.length) return null;
    return () => {
      level.value = next;
    };
  };
  return (
    <li class={refusal === undefined ? 'lever' : 'lever shut'}>
      <span class="lever-name" title={words(lever.description)}>
        <Icon name={lever.track} size={16} /> {words(lever.label)}
      </span>
      {refusal === undefined ? (
        <>
          <Stepper
            name={words(lever.label)}
            value={levelText(lever, level.value)}
            isSet={isMoved}
            onLess={move(-1)}
            onMore={move(1)}
          />
          <small class="outlook">{t('clause.now', { level: levelText(lever, now) })}</small>
          <button
            type="button"
            class="small"
            disabled={!isMoved}
            aria-label={t('measures.orderOf', { lever: words(lever.label) })}
            onClick={() => order({ at, lever }, level.value)}
          >
            {t('measures.order')}
          </button>
        </>
      ) : (
        <>
          <small class="outlook">{t('clause.now', { level: levelText(lever, now) })}</small>
          <small class="why">{refusal}</small>
        </>
      )}
    </li>
  );
};

/** The viewer's own levers, each to be moved alone: in secret until the end of the round, at a price. */
export const Measures = ({ at, self }: { readonly at: Desk; readonly self: Seat }) => {
  const ordered = at.own?.measures ?? [];
  const { perRound, capital } = at.rules.measures;
  const mine = at.book.scenario.levers.filter(({ owners }) => owners.length === 1 && owners[0] === self);
  if (mine.length === 0) return <p class="soft">{t('measures.none')}</p>;
  return (
    <section class="measures">
      <p class="soft">
        {t('measures.lead')} <Term id="measure" />
      </p>
      <p class="eyebrow">{t('measures.left', { left: perRound - ordered.length, max: perRound, capital })}</p>
      <ul class="levers">
        {mine.map((lever) => {
          const measure = ordered.find((one) => one.lever === lever.id);
          return measure === undefined ? (
            <Free key={`${lever.id} ${levelNow(at, lever.id)}`} at={at} lever={lever} />
          ) : (
            <Ordered key={lever.id} at={at} lever={lever} level={measure.level} />
          );
        })}
      </ul>
    </section>
  );
};
