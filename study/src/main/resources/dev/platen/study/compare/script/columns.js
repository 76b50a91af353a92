// What a table of points or of runs has for columns. Every column knows a row's value, to sort and filter by, and its words.

/**
 * @typedef {Object} Column
 * @property {string} id as the address has it
 * @property {string} name
 * @property {boolean} [code] whether the name is the user's own
 * @property {boolean} [number] whether it stands to the right
 * @property {boolean} byDefault whether it is shown before anybody chose
 * @property {boolean} [plain] whether nobody sorts by it
 * @property {boolean} [unfiltered] whether it is no use to filter by it
 * @property {boolean} [list] whether its values are few and known: the status
 * @property {(row) => ?} value
 * @property {(row) => string} text
 * @property {(row) => string} [whole] its text with all digits
 * @property {{name: string, value: (row) => ?}[]} [parts] the numbers that its text is made of, each a column of a copied CSV
 * @property {(row, cell: HTMLElement) => void} [fill] puts more into a cell than its text
 */

const MOST_PARAMETERS = 10;
const MOST_METRICS = 8;

/** @returns {Column[]} */
function runColumns(model) {
  const columns = [
    { id: 'run', name: 'Run', byDefault: true, unfiltered: true, value: (run) => run.id, text: (run) => run.id, fill: fillRun },
    { id: 'status', name: 'Status', byDefault: true, list: true, value: (run) => statusWords(model, run.status),
      text: (run) => statusWords(model, run.status), fill: (run, cell) => cell.append(statusMark(model, run.status)) },
    ...[...model.parameters, ...model.seeds].map((v, i) => parameterColumn(model, v, i < MOST_PARAMETERS || v.kind === 'seed', (run) => run)),
  ];
  if (model.areMarked) { columns.push(...markColumns((run) => [run])); }
  if (model.areRepeated && model.seeds.length === 0) {
    columns.push({ id: 'repeat', name: 'Repeat', number: true, byDefault: true, value: (run) => run.repeat, text: (run) => sayValue(run.repeat) });
  }
  model.metrics.forEach((metric, i) => columns.push({
    id: metric.id, name: metric.name, code: true, number: metric.numeric, byDefault: i < MOST_METRICS, strong: metric === model.main,
    value: (run) => valueOf(run, metric), text: (run) => sayMetric(valueOf(run, metric)), whole: (run) => sayValue(valueOf(run, metric)),
  }));
  columns.push({ id: 'time', name: 'Time', number: true, byDefault: true, unit: 's', value: (run) => run.seconds, text: (run) => sayDuration(run.seconds) });
  columns.push({ id: 'memory', name: 'Peak memory', number: true, byDefault: false, unit: 'bytes', value: (run) => run.memory, text: (run) => sayBytes(run.memory) });
  columns.push({ id: 'started', name: 'Started', byDefault: false, unfiltered: true, value: (run) => run.started, text: (run) => sayTime(run.started) });
  columns.push({ id: 'error', name: 'Error', byDefault: false, value: (run) => run.error || null, text: (run) => run.error || ABSENT });
  return columns;
}

/**
 * @param {(group: Group) => void} openRuns shows a point's runs, with the links to their reports
 * @returns {Column[]}
 */
function groupColumns(model, strip, openRuns) {
  const main = model.main;
  const columns = model.parameters.map((v, i) => parameterColumn(model, v, i < MOST_PARAMETERS, (group) => group.runs[0]));
  if (columns.length === 0) { columns.push({ id: 'point', name: 'Point', byDefault: true, unfiltered: true, value: (g) => g.label, text: (g) => g.label }); }
  columns[0].fill = (group, cell) => fillPoint(model, group, cell, columns[0].text(group));
  const count = (group) => (main ? model.summary(group, main).n : group.runs.filter((run) => run.status === 'succeeded').length);
  const failed = (group) => group.runs.filter((run) => hasEnded(run) && run.status !== 'succeeded' && run.status !== 'interrupted').length;
  columns.push({ id: 'n', name: 'n', number: true, byDefault: true, value: count, text: (group) => String(count(group)),
    fill: (group, cell) => cell.append(el('button', { type: 'button', class: 'whole', title: 'Show the runs of this point',
      'aria-label': count(group) + ', show the runs of ' + shortened(group.label, 64), click: () => openRuns(group) }, String(count(group)))) });
  columns.push({ id: 'failed', name: 'Failed', number: true, byDefault: true, value: failed, text: (group) => String(failed(group)),
    fill: (group, cell) => { cell.append(String(failed(group))); cell.classList.toggle('bad', failed(group) > 0); } });
  for (const [id, name, is] of [['interrupted', 'Interrupted', (run) => run.status === 'interrupted'], ['unended', 'Not ended', (run) => !hasEnded(run)]]) {
    const many = (group) => group.runs.filter(is).length;
    if (model.runs.some(is)) { columns.push({ id, name, number: true, byDefault: true, value: many, text: (group) => String(many(group)) }); }
  }
  model.numbers.forEach((metric, i) => {
    const of = (group) => model.summary(group, metric);
    columns.push({ id: metric.id, name: metric.name, note: 'mean ± sd', code: true, number: true, byDefault: i < MOST_METRICS,
      value: (group) => of(group).mean, text: (group) => sayMean(of(group)), strong: metric === main,
      parts: [{ name: metric.name, value: (group) => of(group).mean }, { name: metric.name + ' sd', value: (group) => of(group).sd }],
      fill: (group, cell) => fillMean(of(group), cell) });
    if (metric === main) { columns.push(...mainColumns(of, strip)); }
  });
  if (model.areMarked) { columns.push(...markColumns((group) => group.runs)); }
  const seconds = (group) => summarise(numbersOf(group.runs, { of: (run) => run.seconds }), model.reaches).mean;
  columns.push({ id: 'time', name: 'Time a run', number: true, byDefault: true, unit: 's', value: seconds, text: (group) => sayDuration(seconds(group)) });
  columns.push({ id: 'status', name: 'Status', byDefault: false, list: true, value: (group) => group.runs.map((run) => statusWords(model, run.status)),
    text: (group) => [...new Set(group.runs.map((run) => statusWords(model, run.status)))].join(', ') });
  return columns;
}

/**
 * What people noted of runs; of a point what they noted of any of its runs.
 * @param {(row) => Run[]} runsOf
 */
function markColumns(runsOf) {
  const labels = (row) => [...new Set(runsOf(row).flatMap((run) => run.labels))].sort();
  const stars = (row) => runsOf(row).filter((run) => run.star).length;
  const notes = (row) => runsOf(row).map((run) => run.note).filter((note) => note !== '').join('\n');
  const starred = (row) => (stars(row) === 0 ? ABSENT : runsOf(row).length === 1 ? '★' : '★ ' + stars(row));
  return [
    { id: 'star', name: 'Star', byDefault: true, list: true, value: (row) => (stars(row) ? '★' : null), text: starred,
      fill: (row, cell) => cell.append(el('span', stars(row) ? { class: 'star', role: 'img', 'aria-label': 'starred' } : {}, starred(row))) },
    { id: 'labels', name: 'Labels', byDefault: true, list: true, value: labels, text: (row) => labels(row).join(', ') || ABSENT,
      fill: (row, cell) => { if (labels(row).length) { labels(row).forEach((label) => cell.append(el('span', { class: 'label' }, label), ' ')); } else { cell.append(ABSENT); } } },
    { id: 'note', name: 'Note', byDefault: true, value: (row) => notes(row) || null, text: (row) => notes(row) || ABSENT },
  ];
}

function mainColumns(of, strip) {
  const at = (group, value) => (Number.isNaN(value) ? ABSENT : sayAt(unitOf(of(group).sd, of(group).mean), value));
  return [
    { id: 'interval', name: '95 % interval', number: true, byDefault: true, unfiltered: true, value: (g) => of(g).high - of(g).low,
      text: (g) => (of(g).n < 2 ? ABSENT : at(g, of(g).low) + ' to ' + at(g, of(g).high)),
      parts: [{ name: 'from (95 %)', value: (g) => of(g).low }, { name: 'to (95 %)', value: (g) => of(g).high }] },
    { id: 'strip', name: 'Repeats', note: strip.ends, plain: true, unfiltered: true, byDefault: true, value: (g) => of(g).values.length, text: () => '',
      fill: (g, cell) => { cell.classList.add('plot'); cell.append(strip.draw(of(g)) || ''); } },
    { id: 'min', name: 'min', number: true, byDefault: true, value: (g) => of(g).min, text: (g) => at(g, of(g).min) },
    { id: 'max', name: 'max', number: true, byDefault: true, value: (g) => of(g).max, text: (g) => at(g, of(g).max) },
  ];
}

/** @param {(row) => Run} runOf a run that has the row's value */
function parameterColumn(model, variable, byDefault, runOf) {
  const value = (row) => valueOf(runOf(row), variable);
  return { id: variable.id, name: variable.name, code: true, number: variable.numeric, byDefault, variable, value, text: (row) => model.say(variable, runOf(row)),
    whole: (row) => sayValue(value(row)), short: (text) => model.short(variable, text) };
}

function sayMetric(value) {
  return typeof value === 'number' ? sayAlone(value, 5) : sayValue(value);
}

function statusWords(model, status) {
  const known = model.statuses[status];
  return known ? known[1] : status;
}

/** Never by its colour alone: a sign and the word. */
function statusMark(model, status) {
  const [sign, words] = model.statuses[status] || ['…', status];
  return el('span', { class: 's ' + status }, sign + ' ' + words);
}

function fillRun(run, cell) {
  cell.append(hasEnded(run) ? el('a', { href: reportOf(run) }, run.id) : run.id);
}

function fillPoint(model, group, cell, text) {
  fillText(text, cell);
  if (model.isBest(group)) { cell.append(' ', el('span', { class: 'mark' }, 'best')); }
  if (group.mixed) { cell.append(' ', el('small', {}, 'of different code')); }
}

function fillMean(summary, cell) {
  cell.append(sayMean(summary));
  if (summary.notFinite > 0) { cell.append(' ', el('small', { class: 'warn' }, summary.notFinite + ' not finite')); }
}

/** A long text is cut; its button shows the whole. */
function fillText(text, cell) {
  if (text.length <= 48) {
    cell.append(text);
    return;
  }
  cell.append(el('button', { type: 'button', class: 'whole', 'aria-label': shortened(text, 40) + ' Show the whole text',
    click: () => openDialog('The whole text', el('pre', { class: 'wrapped', tabindex: 0 }, text)) }, shortened(text, 44)));
}
