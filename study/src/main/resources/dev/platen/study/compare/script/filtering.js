// Which rows a view leaves, and in which order.

/**
 * @param {Column[]} columns
 * @param {Array} rows
 * @param {View} view
 */
function rowsOf(columns, rows, view) {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const tests = [...view.filters].filter(([id]) => byId.has(id)).map(([id, filter]) => testOf(byId.get(id), filter));
  const words = view.search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length) { tests.push((row) => containsAll(columns, row, words)); }
  const left = tests.length ? rows.filter((row) => tests.every((test) => test(row))) : rows;
  return byId.has(view.sort) ? sorted(left, byId.get(view.sort), view.descending) : left;
}

/** @param {Filter} filter */
function testOf(column, filter) {
  const allowed = filter.values ? new Set(filter.values) : null;
  const text = filter.text ? filter.text.toLowerCase() : '';
  return (row) => {
    const value = column.value(row);
    if (allowed && !eachOf(value).some((each) => allowed.has(sayValue(each)))) { return false; }
    if (text && !String(sayValue(value)).toLowerCase().includes(text)) { return false; }
    if (filter.from !== undefined && !(typeof value === 'number' && value >= filter.from)) { return false; }
    return filter.to === undefined || (typeof value === 'number' && value <= filter.to);
  };
}

/** A row has several labels, or none: that can be chosen too. */
function eachOf(value) {
  return !Array.isArray(value) ? [value] : value.length ? value : [null];
}

/** Every word in some column or other, as it is shown; a number also with all its digits. */
function containsAll(columns, row, words) {
  const text = columns.map((column) => column.text(row)).join('\n').toLowerCase();
  return words.every((word) => text.includes(word) || (/^-?\d/.test(word) && columns.some((column) => column.whole && column.whole(row) === word)));
}

/** Compares texts. Made when texts are sorted first: that loads the browser's languages. */
const inOrder = (() => { let made = null; return (a, b) => (made ??= new Intl.Collator('en', { numeric: true }).compare)(a, b); })();

/** Numbers before texts, and what isn't there last, whichever way it is sorted. Equal rows stay as they were. */
function sorted(rows, column, descending) {
  const keyed = rows.map((row) => {
    const value = column.value(row);
    const number = typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : NaN;
    return { row, number, text: value === null || typeof value === 'number' ? '' : String(value),
      rank: !Number.isNaN(number) ? 0 : value === null || String(value) === '' || typeof value === 'number' ? 2 : 1 };
  });
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => a.rank - b.rank
    || sign * (a.rank === 0 ? (a.number < b.number ? -1 : a.number > b.number ? 1 : 0) : a.rank === 1 ? inOrder(a.text, b.text) : 0));
  return keyed.map((entry) => entry.row);
}

/** The values of a column, in order, if they are few enough to be ticked one by one; else null. */
function listedValues(column, rows, most = 12) {
  const found = new Map();
  for (const row of rows) {
    const value = column.value(row);
    for (const each of eachOf(value)) {
      found.set(sayValue(each), each);
      if (found.size > most) { return null; }
    }
  }
  const texts = [...found].map(([text, value]) => ({ text, value }));
  return sorted(texts, { value: (entry) => entry.value }, false).map((entry) => entry.text);
}
