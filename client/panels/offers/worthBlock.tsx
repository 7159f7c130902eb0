import { useMemo } from 'preact/hooks';
import type { Preview } from '../../../shared/engine/preview.ts';
import type { Clause } from '../../../shared/engine/state.ts';
import { Worth } from '../../parts/worth.tsx';
import { type Desk, ownMandate, previewOf, showsWorth } from '../../rules.ts';
import { t, words } from '../../words/language.ts';

const LEAST = 0.05;

type Line = { readonly key: string; readonly label: string; readonly change: number };

const componentLabel = (at: Desk, id: string): string => {
  const component = at.book.scenario.components.find((one) => one.id === id);
  return component === undefined ? id : words(component.label);
};

const headlineLines = (at: Desk, preview: Preview): readonly Line[] => {
  const mandate = ownMandate(at);
  if (mandate === null) return [];
  return preview.headlines
    .filter((line) => line.before !== line.after)
    .flatMap((line) => {
      const headline = [...mandate.goals, ...mandate.redLines].find((one) => one.id === line.id);
      if (headline === undefined) return [];
      const change = line.after ? headline.amount : -headline.amount;
      return [{ key: headline.id, label: words(headline.label), change }];
    });
};

/** Where a package's worth comes from, the weightiest first. */
const linesOf = (at: Desk, preview: Preview): readonly Line[] =>
  [
    ...preview.terms.map(({ component, before, after }) => ({
      key: component,
      label: componentLabel(at, component),
      change: after - before,
    })),
    ...headlineLines(at, preview),
  ]
    .filter((line) => Math.abs(line.change) >= LEAST)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));

/** The terms of a preview as a list. */
export const WorthLines = ({ at, preview }: { readonly at: Desk; readonly preview: Preview }) => {
  const lines = linesOf(at, preview);
  if (lines.length === 0) return <p class="soft">{t('offer.worthNone')}</p>;
  return (
    <ul class="worth-lines">
      {lines.map((line) => (
        <li key={line.key}>
          <span>{line.label}</span>
          <Worth value={line.change} />
        </li>
      ))}
    </ul>
  );
};

/** What a package is worth to the viewer, with its parts on demand. Nothing for spectators. */
export const WorthBlock = ({ at, clauses }: { readonly at: Desk; readonly clauses: readonly Clause[] }) => {
  const preview = useMemo(() => previewOf(at, clauses), [at, clauses]);
  if (preview === null || !showsWorth(at)) return null;
  return (
    <details class="worth-block">
      <summary title={t('offer.worthHint')}>
        <span>{t('offer.worth')}</span>
        <Worth value={preview.change} />
      </summary>
      <WorthLines at={at} preview={preview} />
    </details>
  );
};
