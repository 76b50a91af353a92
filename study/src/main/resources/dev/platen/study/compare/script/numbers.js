// Numbers as people read them: the same words as in the page's own tables (NumberWords.java, Durations.java).

const ABSENT = '–';

/** The power of ten of the first digit, once rounded to so many. */
function exponentOf(value, digits) {
  return Number(Math.abs(value).toExponential(digits - 1).split('e')[1]);
}

/** A number with its last digit at a power of ten. */
function sayAt(unit, value) {
  if (!Number.isFinite(value)) { return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'; }
  if (value === 0) { return unit < -9 || unit >= 0 ? '0' : (0).toFixed(-unit); }
  const exponent = exponentOf(value, 1);
  if (unit < -9 || exponent >= 12) { return value.toExponential(Math.min(16, Math.max(0, exponent - unit))).replace(/e([+-])(\d)$/, 'e$10$2'); }
  if (unit <= 0) { return value.toFixed(-unit).replace(/^-(0(\.0*)?)$/, '$1'); }
  return String(Math.round(value / 10 ** unit) * 10 ** unit);
}

/** A number of which nothing says how sure it is, with so many digits at most unless it is whole. */
function sayAlone(value, digits = 4) {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) { return String(value); }
  if (!Number.isFinite(value)) { return sayAt(0, value); }
  return sayAt(exponentOf(value, digits) - digits + 1, value).replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');
}

/** The unit for numbers that are sure up to an uncertainty, of which two digits are shown. */
function unitOf(uncertainty, size) {
  const unsure = Number.isFinite(uncertainty) && uncertainty > 1e-12 * Math.abs(size);
  const leading = unsure ? uncertainty : size;
  if (!Number.isFinite(leading) || leading === 0) { return 0; }
  const digits = unsure ? 2 : 4;
  return exponentOf(leading, digits) - digits + 1;
}

/** Such as 0.093 ± 0.025. */
function sayMean(summary) {
  if (summary.n === 0) { return ABSENT; }
  const unit = unitOf(summary.sd, summary.mean);
  return summary.n < 2 ? sayAt(unit, summary.mean) : sayAt(unit, summary.mean) + ' ± ' + sayAt(unit, summary.sd);
}

/** Such as 2 min 5 s. */
function sayDuration(seconds) {
  if (!Number.isFinite(seconds)) { return ABSENT; }
  const millis = Math.floor(Math.max(0, seconds) * 1000);
  if (millis < 1) { return '< 1 ms'; }
  if (millis < 1000) { return millis + ' ms'; }
  if (millis < 59950) { return (millis / 1000).toFixed(1) + ' s'; }
  const whole = Math.round(millis / 1000);
  return whole < 3600 ? Math.floor(whole / 60) + ' min ' + whole % 60 + ' s'
    : Math.floor(whole / 3600) + ' h ' + Math.floor(whole % 3600 / 60) + ' min';
}

function sayBytes(bytes) {
  if (!Number.isFinite(bytes)) { return ABSENT; }
  return bytes < 2 ** 20 ? Math.round(bytes / 1024) + ' KiB' : sayAlone(bytes / 2 ** 20, 3) + ' MiB';
}

/** @param {number} seconds since 1970 */
function sayTime(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
}

/** A value of a run: text bare, everything else as in Python. */
function sayValue(value) {
  if (value === null || value === undefined) { return ABSENT; }
  if (value === true) { return 'True'; }
  if (value === false) { return 'False'; }
  if (typeof value !== 'number') { return value; }
  if (!Number.isFinite(value)) { return sayAt(0, value); }
  const text = value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/**
 * How many digits tell these numbers apart, six at least; as ShownNumbers.java has it.
 * @param {number[]} values
 */
function digitsToTell(values) {
  const sorted = [...new Set(values)].filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  let digits = 6;
  for (let i = 1; i < sorted.length; i++) {
    const larger = Math.max(Math.abs(sorted[i]), Math.abs(sorted[i - 1]));
    digits = Math.max(digits, Math.floor(Math.log10(larger)) + 1 - Math.floor(Math.log10(sorted[i] - sorted[i - 1])));
  }
  return digits;
}

/** A value of a parameter; of a number with a fraction so many digits. The whole is what sayValue says. */
function sayShort(value, digits) {
  return typeof value === 'number' && digits < 17 && !Number.isInteger(value) && Number.isFinite(value) ? sayValue(Number(value.toPrecision(digits))) : sayValue(value);
}

/** The number in a field, such as 1e-3; null when there is none. */
function readNumber(text) {
  const bare = text.trim().replace(',', '.');
  const special = { inf: Infinity, '-inf': -Infinity };
  if (bare in special) { return special[bare]; }
  return bare === '' || Number.isNaN(Number(bare)) ? null : Number(bare);
}
