// What many numbers say together. docs/compare.md says what each is; the Java of dev.platen.study.stats is held against R.

/** @typedef {{n: number, notFinite: number, mean: number, sd: number, low: number, high: number, min: number, max: number, values: number[]}} Summary */

/**
 * Mean, deviation and the 95 % interval of the mean by Student's t; NaN where there is none.
 * @param {number[]} values
 * @param {number[]} reaches by n how many standard errors the interval reaches, as the page's data has them
 * @returns {Summary}
 */
function summarise(values, reaches) {
  const finite = values.filter(Number.isFinite);
  if (finite.some((value) => Math.abs(value) > LARGE)) { return summariseLarge(finite, values.length - finite.length, reaches); }
  const n = finite.length;
  const rough = finite.reduce((sum, value) => sum + value, 0) / n;
  const mean = n === 0 ? NaN : rough + finite.reduce((sum, value) => sum + (value - rough), 0) / n;
  const min = Math.min(...finite);
  const max = Math.max(...finite);
  // Sums of equal values would leave a rounding error as their spread.
  const sd = n < 2 ? NaN : min === max ? 0 : Math.sqrt(finite.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const half = n < 2 ? NaN : reach(n, reaches) * sd / Math.sqrt(n);
  return { n, notFinite: values.length - n, mean, sd, low: mean - half, high: mean + half, min: n ? min : NaN, max: n ? max : NaN, values: finite };
}

/** Beyond, sums and squares would be larger than any number. */
const LARGE = 1e150;

/** The same in smaller units. */
function summariseLarge(finite, notFinite, reaches) {
  const unit = 2 ** 600;
  const summary = summarise(finite.map((value) => value / unit), reaches);
  for (const name of ['mean', 'sd', 'low', 'high', 'min', 'max']) { summary[name] *= unit; }
  return { ...summary, notFinite, values: finite };
}

/** Of more values than the table has: Cornish and Fisher's expansion, good to six digits there. */
function reach(n, reaches) {
  if (n < reaches.length) { return reaches[n]; }
  const z = 1.959963984540054;
  const freedom = n - 1;
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}

/**
 * Eta squared, as VarianceShare.java has it; null when it can't be told.
 * @param {Array} levels
 * @param {number[]} values finite, as many
 */
function varianceShare(levels, values) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
  const sums = new Map();
  let total = 0;
  values.forEach((value, i) => {
    const deviation = scale === 0 ? 0 : (value - mean) / scale;
    const sum = sums.get(levels[i]) || { n: 0, sum: 0 };
    sums.set(levels[i], { n: sum.n + 1, sum: sum.sum + deviation });
    total += deviation ** 2;
  });
  if (sums.size < 2 || sums.size >= n || !(total > 0)) { return null; }
  let between = 0;
  for (const { n: count, sum } of sums.values()) { between += sum * sum / count; }
  return { share: Math.min(1, between / total), byChance: (sums.size - 1) / (n - 1), levels: sums.size, n };
}

/** Numbers of more than six kinds are cut into quarters of the points; equal numbers stay together. */
function levelsForShare(values) {
  if (values.some((value) => typeof value !== 'number' || !Number.isFinite(value)) || new Set(values).size <= 6) { return values; }
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => Math.floor(firstNotBelow(sorted, value) * 4 / sorted.length));
}

/** The first index at which a sorted array isn't below a value. */
function firstNotBelow(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) { low = middle + 1; } else { high = middle; }
  }
  return low;
}

/**
 * The points that no other one beats in both numbers, from the best in x on.
 * @param {{x: number, y: number}[]} points
 * @param {boolean} lessX whether less is better
 * @param {boolean} lessY
 */
function front(points, lessX, lessY) {
  const better = (less, a, b) => (less ? a - b : b - a);
  const ordered = [...points].sort((a, b) => better(lessX, a.x, b.x) || better(lessY, a.y, b.y));
  const found = [];
  for (const point of ordered) {
    const last = found[found.length - 1];
    if (!last || better(lessY, point.y, last.y) < 0 || (point.x === last.x && point.y === last.y)) { found.push(point); }
  }
  return found;
}
