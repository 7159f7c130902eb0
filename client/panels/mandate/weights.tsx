import { useMemo } from 'preact/hooks';
import { payoffTerms } from '../../../shared/engine/payoff.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import type { Mandate } from '../../../shared/scenarios/schema.ts';
import type { Desk } from '../../rules.ts';
import { locale, t, words } from '../../words/language.ts';

type Weight = { readonly id: string; readonly label: string; readonly reach: number };

const SAMPLES = 40;
/** So many are in sight, the rest on demand. */
const SHOWN = 8;

/** Level vectors that treaties may set, spread over the ladders, the same each time: every lever at its own pace. */
const spreadLevels = ({ scenario }: Book, sample: number): readonly number[] =>
  scenario.levers.map(({ levels }, i) => {
    const within = levels.flatMap((level, step) => (level.treaty === false ? [] : [step]));
    return within[Math.floor((sample * (2 * i + 3) * 0.618034) % within.length)];
  });

/** How far each concern of a mandate can move its payoff, over spread packages: USD bn between best and worst. */
const weightsOf = (book: Book, mandate: Mandate): readonly Weight[] => {
  const least = new Map<string, number>();
  const most = new Map<string, number>();
  for (let sample = 0; sample < SAMPLES; sample++) {
    const levels = spreadLevels(book, sample);
    for (const { component, value } of payoffTerms(book, mandate.id, levels, book.economyAt(levels, []))) {
      least.set(component, Math.min(least.get(component) ?? value, value));
      most.set(component, Math.max(most.get(component) ?? value, value));
    }
  }
  return book.scenario.components
    .filter(({ id }) => most.has(id))
    .map(({ id, label }) => ({ id, label: words(label), reach: (most.get(id) ?? 0) - (least.get(id) ?? 0) }))
    .filter(({ reach }) => reach > 0.05)
    .sort((a, b) => b.reach - a.reach);
};

const WORDS = [
  'mandate.weight.1',
  'mandate.weight.2',
  'mandate.weight.3',
  'mandate.weight.4',
  'mandate.weight.5',
] as const;

const wordFor = (share: number): (typeof WORDS)[number] => WORDS[Math.min(4, Math.floor(share * 5))];

const Bars = ({ weights, top }: { readonly weights: readonly Weight[]; readonly top: number }) => (
  <ul>
    {weights.map(({ id, label, reach }) => {
      const share = Math.sqrt(reach / top);
      return (
        <li key={id}>
          <span>{label}</span>
          <small>{t(wordFor(share))}</small>
          <span class="bar" aria-hidden="true">
            <i style={{ width: `${Math.max(3, 100 * share)}%` }} />
          </span>
        </li>
      );
    })}
  </ul>
);

/** What counts for this mandate, as bars with a word each; on a root scale, so that the small ones can be told apart. */
export const Weights = ({ at, mandate }: { readonly at: Desk; readonly mandate: Mandate }) => {
  const weights = useMemo(() => weightsOf(at.book, mandate), [at.book, mandate.id, locale.value]);
  const top = weights[0]?.reach ?? 1;
  return (
    <section class="weights" aria-labelledby="weights">
      <h4 class="eyebrow" id="weights">
        {t('mandate.weights')}
      </h4>
      <Bars weights={weights.slice(0, SHOWN)} top={top} />
      {weights.length <= SHOWN ? null : (
        <details>
          <summary>{t('app.more')}</summary>
          <Bars weights={weights.slice(SHOWN)} top={top} />
        </details>
      )}
    </section>
  );
};
