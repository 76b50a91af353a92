// From values to places: axes of numbers, evenly or in ratios, and of values that have no distance.

/**
 * @typedef {Object} Scale
 * @property {(value) => number} at the place of a value
 * @property {{value: ?, text: string}[]} ticks
 * @property {boolean} log
 * @property {string} [title] what the axis shows
 */

/** @returns {Scale} */
function numberScale(values, from, to, { log = false, ticks = null, most = 6 } = {}) {
  let low = minOf(values);
  let high = maxOf(values);
  if (!(high >= low)) { low = 0; high = 1; }
  if (high === low) {
    const half = low === 0 ? 1 : Math.abs(low) * 0.1;
    [low, high] = log ? [low / 1.5, high * 1.5] : [low - half, high + half];
  }
  // A quarter: the distance of two numbers may be larger than any number.
  const turn = log ? Math.log10 : (value) => value / 4;
  const [a, b] = [turn(low), turn(high)];
  const pad = (b - a) * 0.04;
  const at = (value) => from + (turn(value) - (a - pad)) / (b - a + 2 * pad) * (to - from);
  const chosen = ticks || (log ? logTicks(low, high, most) : evenTicks(low, high, most));
  const step = !log && !ticks && chosen.length > 1 ? chosen[1] - chosen[0] : 0;
  return { at, log, ticks: chosen.map((value) => ({ value, text: step ? sayAt(Math.floor(Math.log10(step) + 1e-9), value) : sayValue(Number(value.toPrecision(4))) })) };
}

/** Not by Math.min(...values): ten thousand arguments are many. */
function minOf(values) {
  return values.reduce((least, value) => (value < least ? value : least), Infinity);
}

function maxOf(values) {
  return values.reduce((most, value) => (value > most ? value : most), -Infinity);
}

function evenTicks(low, high, most) {
  const rough = high / most - low / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough * 0.999);
  const ticks = [];
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.min(high + Math.abs(high) * 1e-12 + 1e-300, Number.MAX_VALUE);
  // Counted: where numbers are so large that the next one is further away than a step, no tick would be beyond the last.
  for (let i = 0; i <= 3 * most && (first + i) * step <= last; i++) { ticks.push((first + i) * step); }
  return [...new Set(ticks)];
}

function logTicks(low, high, most) {
  const ticks = [];
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const every = Math.max(1, Math.ceil((last - first) / most));
  const factors = last - first <= 2 ? [1, 2, 5] : [1];
  for (let power = first; power <= last; power += every) {
    for (const factor of factors) {
      const value = Number((factor * 10 ** power).toPrecision(6));
      if (value >= low * 0.95 && value <= high * 1.05) { ticks.push(value); }
    }
  }
  return ticks.length ? ticks : [low, high];
}

/** @returns {Scale} */
function bandScale(texts, from, to) {
  const step = (to - from) / Math.max(1, texts.length);
  const index = new Map(texts.map((text, i) => [text, i]));
  return { at: (value) => from + (index.get(sayValue(value)) + 0.5) * step, log: false, step, ticks: texts.map((text) => ({ value: text, text })) };
}

/**
 * Whether a parameter belongs on an axis of ratios: as the study varied it; else when it spans a hundredfold, evenly in ratios.
 * @param {Variable} variable
 * @param {number[]} values
 */
function isLogarithmic(variable, values) {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  if (distinct.length < 2 || distinct[0] <= 0) { return false; }
  return variable.log || (distinct[distinct.length - 1] / distinct[0] >= 100 && unevenness(distinct.map(Math.log)) < unevenness(distinct));
}

/** The variation of the gaps between ordered numbers. */
function unevenness(ordered) {
  const gaps = ordered.slice(1).map((value, i) => value - ordered[i]);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length) / mean;
}

/**
 * Few levels to colour or divide by, in order; a parameter with many numbers is cut into quarters of the rows.
 * @returns {{texts: string[], of: (value) => string}}
 */
function levelsOf(values, most = 8) {
  const texts = listedValues({ value: (value) => value }, values, most);
  if (texts) { return { texts, of: sayValue }; }
  if (values.every((value) => typeof value === 'number' && Number.isFinite(value))) {
    const sorted = [...values].sort((a, b) => a - b);
    const bounds = [0, 1, 2, 3].map((i) => sorted[Math.floor(i * sorted.length / 4)]);
    const starts = bounds.filter((bound, i) => i === 0 || bound !== bounds[i - 1]);
    const quarters = starts.map((start, i) => (i + 1 < starts.length ? 'from ' + sayAlone(start, 3) : 'from ' + sayAlone(start, 3) + ' on'));
    return { texts: quarters, of: (value) => quarters[starts.filter((start) => start <= value).length - 1] };
  }
  const counts = new Map();
  for (const value of values) { counts.set(sayValue(value), (counts.get(sayValue(value)) || 0) + 1); }
  const first = [...counts].sort((a, b) => b[1] - a[1]).slice(0, most - 1).map(([text]) => text);
  return { texts: [...first, 'any other'], of: (value) => (first.includes(sayValue(value)) ? sayValue(value) : 'any other') };
}
