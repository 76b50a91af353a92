// The panel of filters, a field set a column, and what is set in words.

/**
 * @param {Column[]} columns
 * @param {Array} rows all of them: what can be chosen doesn't depend on what is chosen
 * @param {View} view
 * @param {(column: Column, part: Filter, typing: boolean) => void} change is told the part of the column's filter that is new
 */
function filterPanel(columns, rows, view, change) {
  return el('div', { class: 'fields' }, ...columns.filter((column) => !column.unfiltered)
    .map((column) => filterFields(column, rows, view.filters.get(column.id) || {}, (part, typing) => change(column, part, typing)))
    // Nothing can be chosen where all rows say the same.
    .filter((box) => box.childElementCount > 1));
}

function filterFields(column, rows, filter, change) {
  const values = listedValues(column, rows);
  const numeric = rows.some((row) => typeof column.value(row) === 'number');
  const box = el('fieldset', { 'data-column': column.id }, el('legend', {}, column.code ? el('code', {}, shortened(column.name, 32)) : column.name));
  if (values && (column.list || column.variable || values.length <= 6) && values.length > 1) { box.append(tickBoxes(values, column.short || ((text) => shortOf(text, values)), filter, change)); }
  if (numeric) { box.append(rangeFields(column, filter, change)); }
  if (!numeric && !values) { box.append(textField(column, filter, change)); }
  return box;
}

/** A number among others as it is shown. */
function shortOf(text, values) {
  return Number.isFinite(Number(text)) && text.trim() !== '' ? sayShort(Number(text), digitsToTell(values.map(Number))) : text;
}

/** @param {(text: string) => string} short how a value is shown */
function tickBoxes(values, short, filter, change) {
  const boxes = values.map((value) => el('input', { type: 'checkbox', value, change: () => tell() }));
  boxes.forEach((box) => { box.checked = !filter.values || filter.values.includes(box.value); });
  // All ticked is the same as none chosen.
  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
    change({ values: ticked.length === boxes.length ? undefined : ticked }, false);
  };
  return el('div', { class: 'ticks' }, ...boxes.map((box, i) => el('label', {}, box, ' ', shortened(short(values[i]), 28))));
}

function rangeFields(column, filter, change) {
  const field = (end, text) => {
    const input = el('input', { type: 'text', inputmode: 'decimal', size: 8, autocomplete: 'off', 'data-end': end, 'aria-label': column.name + ' ' + text,
      input: () => {
        const number = readNumber(input.value);
        input.setAttribute('aria-invalid', String(input.value.trim() !== '' && number === null));
        if (input.value.trim() === '' || number !== null) { change({ [end]: number ?? undefined }, true); }
      } });
    input.value = filter[end] === undefined ? '' : sayValue(filter[end]);
    return input;
  };
  return el('div', { class: 'range' }, field('from', 'from'), ' to ', field('to', 'to'), column.unit ? ' ' + column.unit : null);
}

function textField(column, filter, change) {
  const input = el('input', { type: 'text', autocomplete: 'off', 'aria-label': column.name + ' contains', placeholder: 'contains …',
    input: () => change({ text: input.value || undefined }, true) });
  input.value = filter.text || '';
  return input;
}

/** Such as: hidden from 8 to 32. */
function filterWords(name, filter) {
  const words = [];
  if (filter.values) { words.push('is ' + (filter.values.map((value) => shortened(value, 30)).join(' or ') || 'nothing')); }
  if (filter.text) { words.push('contains “' + filter.text + '”'); }
  if (filter.from !== undefined && filter.to !== undefined) {
    words.push('from ' + sayAlone(filter.from, 5) + ' to ' + sayAlone(filter.to, 5));
  } else if (filter.from !== undefined) {
    words.push('from ' + sayAlone(filter.from, 5) + ' on');
  } else if (filter.to !== undefined) {
    words.push('up to ' + sayAlone(filter.to, 5));
  }
  return shortened(name, 30) + ' ' + words.join(', ');
}

/** @param {?Filter} filter */
function isEmptyFilter(filter) {
  return !filter || (!filter.values && !filter.text && filter.from === undefined && filter.to === undefined);
}
