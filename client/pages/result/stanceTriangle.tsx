import type { StancePoint } from '../../../shared/engine/state.ts';
import { percent } from '../../words/figures.ts';
import { t } from '../../words/language.ts';

type Corner = readonly [x: number, y: number];

const ALIGNED: Corner = [40, 210];
const AUTONOMOUS: Corner = [280, 210];
const MULTI: Corner = [160, 26];

/** Aligned with one giant, with neither, with both: three shares that add up to 1. */
export const sharesOf = ({ x, y }: StancePoint) => ({
  aligned: x * (1 - y) + y * (1 - x),
  autonomous: (1 - x) * (1 - y),
  multi: x * y,
});

const mix = (shares: ReturnType<typeof sharesOf>, axis: 0 | 1): number =>
  shares.aligned * ALIGNED[axis] + shares.autonomous * AUTONOMOUS[axis] + shares.multi * MULTI[axis];

const corners = [ALIGNED, AUTONOMOUS, MULTI].map((corner) => corner.join(',')).join(' ');

/** Where Korea ended between the giants, as a point in a triangle and in words. */
export const StanceTriangle = ({ stance }: { readonly stance: StancePoint }) => {
  const shares = sharesOf(stance);
  const text = t('result.stanceText', {
    aligned: percent(shares.aligned),
    autonomous: percent(shares.autonomous),
    multi: percent(shares.multi),
  });
  return (
    <section class="card" aria-labelledby="stance">
      <h2 id="stance">{t('result.stance')}</h2>
      <svg class="triangle" viewBox="0 0 320 240" role="img" aria-label={text}>
        <polygon points={corners} />
        {[0.25, 0.5, 0.75].map((k) => (
          <line
            key={k}
            x1={ALIGNED[0] + k * (MULTI[0] - ALIGNED[0])}
            y1={ALIGNED[1] + k * (MULTI[1] - ALIGNED[1])}
            x2={AUTONOMOUS[0] + k * (MULTI[0] - AUTONOMOUS[0])}
            y2={AUTONOMOUS[1] + k * (MULTI[1] - AUTONOMOUS[1])}
          />
        ))}
        <circle class="glow" cx={mix(shares, 0)} cy={mix(shares, 1)} r="16" />
        <circle class="point" cx={mix(shares, 0)} cy={mix(shares, 1)} r="7" />
        <text x={ALIGNED[0]} y="232" text-anchor="middle">
          {t('result.stanceAligned')}
        </text>
        <text x={AUTONOMOUS[0]} y="232" text-anchor="middle">
          {t('result.stanceAutonomous')}
        </text>
        <text x={MULTI[0]} y="16" text-anchor="middle">
          {t('result.stanceMulti')}
        </text>
      </svg>
      <p class="soft">{text}</p>
    </section>
  );
};
