import type { StanceAt } from '../../../shared/debrief/stancePath.ts';
import { ChartFrame } from '../../charts/chartFrame.tsx';
import { TriangleChart } from '../../charts/triangleChart.tsx';
import { figure, percent } from '../../words/figures.ts';
import { t } from '../../words/language.ts';

/** Korea's way between the giants. */
export const StanceSection = ({ path }: { readonly path: readonly StanceAt[] }) => {
  const last = path.at(-1);
  if (last === undefined) return null;
  const corners = [t('result.stanceAligned'), t('result.stanceAutonomous'), t('result.stanceMulti')] as const;
  const shares = ({ aligned, autonomous, multi }: StanceAt): readonly string[] =>
    [aligned, autonomous, multi].map((share) => percent(share));
  const text = t('result.stanceText', {
    aligned: percent(last.aligned),
    autonomous: percent(last.autonomous),
    multi: percent(last.multi),
  });
  const title = t('debrief.stance');
  return (
    <section class="card" aria-labelledby="stance-way">
      <h2 id="stance-way">{title}</h2>
      <div class="beside">
        <ChartFrame
          id="stance"
          title={t('debrief.stanceWay')}
          figures={{
            head: [t('debrief.round'), ...corners],
            rows: path.map((at) => [figure(at.round), ...shares(at)]),
          }}
        >
          <TriangleChart label={`${title}. ${text}`} path={path} corners={corners} />
        </ChartFrame>
        <div class="told">
          <p class="lead">{text}</p>
          <p class="soft">{t('debrief.stanceHint')}</p>
        </div>
      </div>
    </section>
  );
};
