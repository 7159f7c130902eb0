import type { Possible } from '../../../shared/debrief/possible.ts';
import type { OutcomePoint } from '../../../shared/debrief/question.ts';
import type { Debrief } from '../../../shared/debrief/report.ts';
import type { BySeat, Seat } from '../../../shared/seats.ts';
import { ChartFrame } from '../../charts/chartFrame.tsx';
import { FrontierChart, type Landmark } from '../../charts/frontierChart.tsx';
import { figure } from '../../words/figures.ts';
import { type TextKey, t } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';
import { MoneyLeft } from './moneyLeft.tsx';
import { amountText, plainWorth } from './strokes.ts';

const LANDMARKS = [
  ['nash', 'N'],
  ['kalai', 'K'],
  ['egalitarian', 'E'],
  ['utilitarian', 'U'],
] as const;

const sumOf = (gains: BySeat<number>, seats: readonly Seat[]): number =>
  seats.reduce((sum, seat) => sum + gains[seat], 0);

const pairsOf = (seats: readonly Seat[]): readonly (readonly [Seat, Seat])[] =>
  seats.flatMap((one, i) => seats.slice(i + 1).map((other) => [one, other] as const));

/** The named points, in the order of their letters; those that don't exist left out. */
const landmarksOf = ({ solutions, better }: Possible): readonly (Landmark & { readonly name: TextKey })[] => {
  const points = LANDMARKS.flatMap(([id, letter]) => {
    const point: OutcomePoint | null = solutions[id];
    return point === null ? [] : [{ letter, gains: point.gains, name: `debrief.${id}` as const }];
  });
  return better === null
    ? points
    : [...points, { letter: 'B', gains: better.gains, name: 'debrief.better' as const }];
};

const howFound = ({ method, packages, gap }: Possible): string =>
  method === 'exact' || gap === null
    ? t('debrief.exact', { packages: figure(packages) })
    : t('debrief.searched', {
        packages: figure(packages),
        proven: plainWorth(gap.proven),
        error: plainWorth(gap.error),
      });

const Left = ({ debrief, seats }: { readonly debrief: Debrief; readonly seats: readonly Seat[] }) => {
  const { better } = debrief.possible;
  if (better === null) return <p class="lead">{t('debrief.efficient')}</p>;
  const left = sumOf(better.gains, seats) - debrief.value.created;
  return <p class="lead">{t('debrief.left', { left: plainWorth(left) })}</p>;
};

/** What could have been agreed with full information, and where the table ended. */
export const PossibleSection = ({
  debrief,
  seats,
}: {
  readonly debrief: Debrief;
  readonly seats: readonly Seat[];
}) => {
  const { possible, value, offers } = debrief;
  const landmarks = landmarksOf(possible);
  const row = (name: string, gains: BySeat<number>): readonly string[] => [
    name,
    ...seats.map((seat) => amountText(gains[seat])),
    amountText(sumOf(gains, seats)),
  ];
  const figures = {
    head: [t('debrief.point'), ...seats.map(seatName), t('debrief.together')],
    rows: [
      row(t('debrief.end'), value.gains),
      ...landmarks.map(({ letter, name, gains }) => row(`${letter} · ${t(name)}`, gains)),
    ],
  };
  const path = offers.map(({ id, by, fate, gains }) => ({ id, by, gains, isSigned: fate === 'signed' }));
  return (
    <section class="card" aria-labelledby="possible">
      <h2 id="possible">{t('debrief.possible')}</h2>
      <div class="beside">
        <MoneyLeft
          seats={seats}
          points={[
            { name: t('debrief.end'), gains: value.gains },
            ...landmarks.map(({ name, gains }) => ({ name: t(name), gains })),
          ]}
          figures={figures}
        />
        <div class="told">
          <Left debrief={debrief} seats={seats} />
          <p class="soft">{howFound(possible)}</p>
          <p class="soft">{t('debrief.points')}</p>
        </div>
      </div>
      <h3>{t('debrief.frontiers')}</h3>
      <div class="pairs">
        {pairsOf(seats).map((pair) => {
          const title = t('debrief.pair', { first: seatName(pair[0]), last: seatName(pair[1]) });
          return (
            <ChartFrame key={pair.join()} id={`frontier-${pair.join('-')}`} title={title} figures={figures}>
              <FrontierChart
                pair={pair}
                frontier={possible.frontier}
                offers={path}
                landmarks={landmarks}
                end={value.gains}
                label={t('debrief.pairLabel', {
                  first: seatName(pair[0]),
                  last: seatName(pair[1]),
                  one: amountText(value.gains[pair[0]]),
                  other: amountText(value.gains[pair[1]]),
                })}
              />
            </ChartFrame>
          );
        })}
      </div>
      <ul class="legend landmarks">
        <li class="edge">{t('debrief.frontier')}</li>
        <li class="end">{t('debrief.end')}</li>
        <li class="offered">{t('debrief.offered')}</li>
        {landmarks.map(({ letter, name }) => (
          <li key={letter} data-letter={letter}>
            {t(name)}
          </li>
        ))}
      </ul>
    </section>
  );
};
