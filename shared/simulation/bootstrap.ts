import { randomStream } from './randomStream.ts';

/** A mean and the bounds between which it lies with 95 % confidence. */
export type Estimate = { readonly mean: number; readonly low: number; readonly high: number };

const RESAMPLES = 2_000;
const FLIPS = 9_999;
const TAIL = 0.025;

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Which of `size` values each resample takes, one resample after the other; the same for every list of that size. */
const resamplesOf = (() => {
  let kept = new Int32Array();
  let keptSize = 0;
  return (size: number): Int32Array => {
    if (keptSize !== size) {
      const random = randomStream(`bootstrap ${size}`);
      kept = Int32Array.from({ length: RESAMPLES * size }, () => Math.floor(random() * size));
      keptSize = size;
    }
    return kept;
  };
})();

/**
 * The mean of independent values with its 95 % percentile bootstrap interval (2,000 resamples, fixed seed). Values of one
 * draw belong together: average them first, and give one value per draw.
 */
export const estimateMean = (values: readonly number[]): Estimate => {
  const mean = meanOf(values);
  const size = values.length;
  if (size < 2) return { mean, low: mean, high: mean };
  const picks = resamplesOf(size);
  const means = new Float64Array(RESAMPLES);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    let sum = 0;
    for (let i = resample * size; i < (resample + 1) * size; i++) sum += values[picks[i]];
    means[resample] = sum / size;
  }
  means.sort();
  const at = (share: number): number => means[Math.round(share * (RESAMPLES - 1))];
  return { mean, low: at(TAIL), high: at(1 - TAIL) };
};

/**
 * Whether paired differences have another mean than 0: their estimate, and the two-sided p value of the sign-flip test
 * (9,999 random flips, fixed seed), which supposes nothing but that under no difference either sign is as likely.
 */
export const testPaired = (differences: readonly number[]): Estimate & { readonly p: number } => {
  const estimate = estimateMean(differences);
  const random = randomStream(`flips ${differences.length}`);
  const observed = Math.abs(estimate.mean) * differences.length - 1e-9;
  let asFar = 0;
  for (let flip = 0; flip < FLIPS; flip++) {
    let sum = 0;
    for (const difference of differences) sum += random() < 0.5 ? difference : -difference;
    if (Math.abs(sum) >= observed) asFar++;
  }
  return { ...estimate, p: (asFar + 1) / (FLIPS + 1) };
};

/**
 * A share with its 95 % Wilson interval, which is right near 0 and 1, too. `hits` of `size` independent trials.
 */
export const estimateShare = (hits: number, size: number): Estimate => {
  const z = 1.96;
  const share = hits / size;
  const centre = (share + (z * z) / (2 * size)) / (1 + (z * z) / size);
  const half =
    (z / (1 + (z * z) / size)) * Math.sqrt((share * (1 - share)) / size + (z * z) / (4 * size * size));
  return { mean: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
};
