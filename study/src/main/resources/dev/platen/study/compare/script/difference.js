// What differs between runs, or between points: worked out here, shown by differing.js.

/**
 * @typedef {{label: string, runs: Run[], best: boolean}} Side a run, or the repeats of a point
 * @typedef {{title: string, rows: {name: string, values: string[], difference?: string}[]}} Differences
 */

const INPUT_KINDS = [['template', 'Code of the template'], ['cell', 'Cells of the template whose source differs'], ['code', 'The project’s code, by hash'],
  ['data', 'Files that were read, by hash'], ['package', 'Packages'], ['environment', 'Environment']];

/** What each side has in common: of many values the first few. */
function sideWords(side, value) {
  const words = [...new Set(side.runs.map(value))];
  return words.slice(0, 3).join(', ') + (words.length > 3 ? ', … (' + words.length + ' values)' : '');
}

/**
 * @param {Model} model
 * @param {Side[]} sides
 * @returns {Differences[]} only what differs
 */
function differencesOf(model, sides) {
  return [
    { title: 'Parameters', rows: [...model.parameters, ...model.seeds].map((v) => ({ name: v.name, values: sides.map((side) => sideWords(side, (run) => sayValue(valueOf(run, v)))) })) },
    ...INPUT_KINDS.map(([kind, title]) => ({ title, rows: inputRows(model, sides, kind) })),
    { title: 'Metrics', rows: model.metrics.map((metric) => metricRow(model, sides, metric)) },
    { title: 'How it ran', rows: [
      { name: 'status', values: sides.map((side) => sideWords(side, (run) => statusWords(model, run.status))) },
      costRow(model, sides, 'time a run', (run) => run.seconds, sayDuration), costRow(model, sides, 'peak memory', (run) => run.memory, sayBytes)] },
  ].map((group) => ({ ...group, rows: group.rows.filter((row) => areSeveral(row.values)) })).filter((group) => group.rows.length > 0);
}

/** Whether it is known what a side depended on: a run tells when it ends, and but for its template only if its kernel was there to tell. */
function isTold(model, side, kind) {
  const { of, untold } = model.inputs;
  return side.runs.some((run) => typeof of[run.index] === 'number' && (kind === 'template' || kind === 'cell' || !untold.has(of[run.index])));
}

/**
 * The cells and files whose source differs and is in the page.
 * @returns {{name: string, texts: ?string[]}[]} by side its source, "" where there is none, null where nothing is known
 */
function differingSources(model, sides) {
  const { facts, sets, of } = model.inputs;
  const byName = new Map();
  sides.forEach((side, at) => {
    // Of a point whose runs differ themselves the first is shown.
    for (const [kind, name, , source] of (sets[of[side.runs[0].index]] || []).map((fact) => facts[fact])) {
      if (kind !== 'cell' && kind !== 'code') { continue; }
      const key = kind + ' ' + name;
      if (!byName.has(key)) { byName.set(key, { name: kind === 'cell' && !/^cell \d+$/.test(name) ? 'cell ' + name : name, texts: sides.map((each) => (isTold(model, each, kind) ? '' : null)), known: true }); }
      byName.get(key).texts[at] = source ?? '';
      byName.get(key).known &&= source !== undefined;
    }
  });
  return [...byName.values()].filter(({ texts, known }) => known && areSeveral(texts.filter((text) => text !== null)));
}

function areSeveral(values) {
  return values.some((value) => value !== values[0]);
}

/** What isn't known of a side isn't different. */
function inputRows(model, sides, kind) {
  const { facts, sets, of } = model.inputs;
  const byName = new Map();
  sides.forEach((side, at) => {
    for (const set of new Set(side.runs.map((run) => of[run.index]))) {
      for (const [factKind, name, value] of (sets[set] || []).map((fact) => facts[fact])) {
        if (factKind !== kind) { continue; }
        if (!byName.has(name)) { byName.set(name, sides.map(() => new Set())); }
        byName.get(name)[at].add(value);
      }
    }
  });
  return [...byName].map(([name, values]) => ({ name, values: values.map((set) => [...set].sort().slice(0, 3).join(', ') || ABSENT) }))
    .filter(({ values }) => areSeveral(values.filter((value, at) => isTold(model, sides[at], kind))));
}

function metricRow(model, sides, metric) {
  if (!metric.numeric) { return { name: metric.name, values: sides.map((side) => sideWords(side, (run) => sayMetric(valueOf(run, metric)))) }; }
  const summaries = sides.map((side) => summarise(numbersOf(side.runs, metric), model.reaches));
  return { name: metric.name, values: summaries.map((summary, i) => (sides[i].runs.length === 1 ? sayMetric(valueOf(sides[i].runs[0], metric)) : sayMean(summary))),
    difference: sayDifference(summaries) };
}

/** Of exactly two: the second's mean less the first's. */
function sayDifference(summaries) {
  if (summaries.length !== 2) { return ''; }
  const difference = summaries[1].mean - summaries[0].mean;
  return Number.isFinite(difference) ? (difference > 0 ? '+' : '') + sayAlone(difference, 3) : ABSENT;
}

function costRow(model, sides, name, of, say) {
  const means = sides.map((side) => summarise(side.runs.map(of).filter(Number.isFinite), model.reaches).mean);
  return { name, values: means.map((mean) => (Number.isFinite(mean) ? say(mean) : ABSENT)) };
}

/** Such as: 40 packages, 4 files of code. */
function sameWords(model) {
  const counts = new Map(Object.entries(model.inputs.same));
  const words = [['template', 'the template’s code', ''], ['code', ' file of the project’s code', ' files of the project’s code'], ['data', ' file that was read', ' files that were read'],
    ['package', ' package', ' packages'], ['environment', ' fact of the environment', ' facts of the environment']];
  return words.filter(([kind]) => counts.has(kind)).map(([kind, one, many]) => (many === '' ? one : counts.get(kind) + (counts.get(kind) === 1 ? one : many))).join(', ');
}
