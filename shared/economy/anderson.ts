/** Scratch memory of one accelerated iteration over `size` numbers; reusable, see `forget`. */
export type Anderson = {
  readonly size: number;
  readonly depth: number;
  /** Past differences of residuals and of images, one row per remembered step. */
  readonly residualSteps: Float64Array;
  readonly imageSteps: Float64Array;
  readonly lastResidual: Float64Array;
  readonly lastImage: Float64Array;
  readonly gram: Float64Array;
  readonly factor: Float64Array;
  readonly weights: Float64Array;
  /** How many steps were taken since `forget`. */
  steps: number;
};

/** Reserves the memory for accelerating a fixed-point iteration over `size` numbers with `depth` remembered steps. */
export const createAnderson = (size: number, depth: number): Anderson => ({
  size,
  depth,
  residualSteps: new Float64Array(size * depth),
  imageSteps: new Float64Array(size * depth),
  lastResidual: new Float64Array(size),
  lastImage: new Float64Array(size),
  gram: new Float64Array(depth * depth),
  factor: new Float64Array(depth * depth),
  weights: new Float64Array(depth),
  steps: 0,
});

/** Starts afresh: the next step is a plain one. */
export const forget = (memory: Anderson): void => {
  memory.steps = 0;
};

const dot = (a: Float64Array, aFrom: number, b: Float64Array, bFrom: number, size: number): number => {
  let sum = 0;
  for (let at = 0; at < size; at++) sum += a[aFrom + at] * b[bFrom + at];
  return sum;
};

/** Files the difference to the previous step in its row and updates the row's scalar products. */
const remember = (
  memory: Anderson,
  x: Float64Array,
  image: Float64Array,
  rows: number,
  row: number,
): void => {
  const { size, depth, residualSteps, imageSteps, lastResidual, lastImage, gram } = memory;
  const from = row * size;
  for (let at = 0; at < size; at++) {
    residualSteps[from + at] = image[at] - x[at] - lastResidual[at];
    imageSteps[from + at] = image[at] - lastImage[at];
  }
  for (let other = 0; other < rows; other++) {
    const product = dot(residualSteps, from, residualSteps, other * size, size);
    gram[row * depth + other] = product;
    gram[other * depth + row] = product;
  }
};

/** Solves gram * weights = right-hand side in place (Cholesky); a row that adds nothing new gets weight 0. */
const solveWeights = ({ gram, factor, weights, depth }: Anderson, rows: number): void => {
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c <= r; c++) {
      let sum = gram[r * depth + c];
      for (let k = 0; k < c; k++) sum -= factor[r * depth + k] * factor[c * depth + k];
      if (c < r) factor[r * depth + c] = sum * factor[c * depth + c];
      else factor[r * depth + r] = sum > 1e-13 * gram[r * depth + r] ? 1 / Math.sqrt(sum) : 0;
    }
    for (let k = 0; k < r; k++) weights[r] -= factor[r * depth + k] * weights[k];
    weights[r] *= factor[r * depth + r];
  }
  for (let r = rows - 1; r >= 0; r--) {
    for (let k = r + 1; k < rows; k++) weights[r] -= factor[k * depth + r] * weights[k];
    weights[r] *= factor[r * depth + r];
  }
};

/**
 * Moves `x` (in place) towards the fixed point of a map, given the map's `image` of x: the combination of the remembered
 * steps that would have made the residual least. Anderson (1965), type II, as in Walker & Ni (2011).
 */
export const accelerate = (memory: Anderson, x: Float64Array, image: Float64Array): void => {
  const { size, depth, residualSteps, imageSteps, lastResidual, lastImage, weights } = memory;
  const rows = Math.min(memory.steps, depth);
  if (rows > 0) remember(memory, x, image, rows, (memory.steps - 1) % depth);
  for (let at = 0; at < size; at++) {
    lastResidual[at] = image[at] - x[at];
    lastImage[at] = image[at];
    x[at] = image[at];
  }
  for (let row = 0; row < rows; row++) weights[row] = dot(residualSteps, row * size, lastResidual, 0, size);
  solveWeights(memory, rows);
  for (let row = 0; row < rows; row++)
    for (let at = 0; at < size; at++) x[at] -= weights[row] * imageSteps[row * size + at];
  memory.steps++;
};
