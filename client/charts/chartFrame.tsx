import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Sideways } from '../parts/sideways.tsx';
import { t } from '../words/language.ts';
import { pictureOf, saveFile } from './picture.ts';

/** A chart's figures as a table: the same for those who don't see it. */
export type Figures = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

type ChartFrameProps = {
  readonly id: string;
  readonly title: string;
  readonly figures: Figures;
  readonly children: ComponentChildren;
};

const FigureTable = ({ title, figures }: { readonly title: string; readonly figures: Figures }) => (
  <Sideways name={title}>
    <table class="figures">
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          {figures.head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, i) => (
              <td key={i}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
);

/** A chart with its title, a way to save it as a picture, and its figures as a table. */
export const ChartFrame = ({ id, title, figures, children }: ChartFrameProps) => {
  const frame = useRef<HTMLElement>(null);
  const save = async (): Promise<void> => {
    const svg = frame.current?.querySelector('svg') ?? null;
    const picture = svg === null ? null : await pictureOf(svg, title);
    if (picture !== null) saveFile(`${id}.png`, picture);
  };
  return (
    <figure class="chart" ref={frame} id={id}>
      <figcaption>
        <h3>{title}</h3>
        <button type="button" class="quiet small" onClick={() => void save()}>
          {t('chart.png')}
          <span class="unseen">: {title}</span>
        </button>
      </figcaption>
      {children}
      <details>
        <summary>{t('chart.table')}</summary>
        <FigureTable title={title} figures={figures} />
      </details>
    </figure>
  );
};
