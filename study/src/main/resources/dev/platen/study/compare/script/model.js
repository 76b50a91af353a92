// The page's data as objects: runs, the points that they are repeats of, and what is known of each. docs/compare.md has the format.

/**
 * @typedef {{id: string, kind: string, name: string, at: number, log: boolean, numeric: boolean}} Variable
 *   a parameter, a seed or a metric; at is its place in the values of a point or in those of a run
 * @typedef {{index: number, id: string, status: string, folder: string, started: number, seconds: number, memory: number,
 *   repeat: ?number, error: string, values: Array, group: Group, star: boolean, labels: string[], note: string}} Run
 * @typedef {{index: number, label: string, values: Array, runs: Run[], mixed: boolean, rank: number}} Group rank is Infinity without a value
 */

const RUN_PARTS = 8;

/** The runs of one template. */
class Model {
  constructor(data, statuses) {
    this.name = data.name;
    this.goal = data.goal || null;
    this.statuses = statuses;
    this.reaches = data.reaches;
    this.intervals = data.intervals || null;
    this.summaries = new Map();
    // Of all runs, by metric: several charts ask for it.
    this.shares = new Map();
    this.shownDigits = new Map();
    this.groups = data.labels.map((label, index) => ({ index, label, values: plain(data.points[index], 0), runs: [], mixed: false, rank: Infinity }));
    data.mixed.forEach((index) => { this.groups[index].mixed = true; });
    data.ranked.forEach((index, rank) => { this.groups[index].rank = rank; });
    this.runs = data.runs.map((row, index) => this.run(row, index, this.groups[data.groups[index]]));
    for (const [run, star, labels, note] of data.marks || []) { Object.assign(this.runs[run], { star, labels, note }); }
    this.areMarked = (data.marks || []).length > 0;
    const at = [0, RUN_PARTS];
    this.variables = data.columns.map((column) => this.variable(column, at[column.kind === 'parameter' ? 0 : 1]++));
    this.parameters = this.variables.filter((v) => v.kind === 'parameter');
    this.seeds = this.variables.filter((v) => v.kind === 'seed');
    this.metrics = this.variables.filter((v) => v.kind === 'metric');
    this.numbers = this.metrics.filter((v) => v.numeric || (this.goal && v.name === this.goal.metric));
    this.main = this.numbers[0] || null;
    this.outputs = sharedOutputs(data, this.runs);
    // Of these runs the page has no texts: it takes in so much only.
    this.untold = new Set(data.outputsOf ? this.runs.filter((run, i) => data.outputsOf[i] === null && hasEnded(run)) : []);
    // What differs between some of the runs, by run the set of it that the run has; and how many of each kind are the same in all.
    this.inputs = { same: data.sameInputs || {}, facts: data.inputs || [], sets: data.inputSets || [], of: data.inputsOf || [], untold: new Set(data.inputsUntold || []) };
    this.areRepeated = this.groups.some((group) => group.runs.length > 1);
  }

  run(row, index, group) {
    const [id, status, folder, started, seconds, memory, repeat, error] = row;
    const run = { index, id, status, folder, started, seconds: seconds ?? NaN, memory: memory ?? NaN, repeat, error, group,
      star: false, labels: [], note: '', values: plain(row, RUN_PARTS) };
    group.runs.push(run);
    return run;
  }

  variable(column, at) {
    let numbers = 0;
    let others = 0;
    for (const value of this.values({ kind: column.kind, at })) {
      if (typeof value === 'number') { numbers++; } else if (value !== null) { others++; }
    }
    const prefix = column.kind === 'metric' ? 'm.' : 'p.';
    // A metric that is a number now and then is one: the texts among them are shown, and sorted last.
    const numeric = numbers > 0 && (column.kind === 'metric' || others === 0);
    return { id: prefix + column.name, kind: column.kind, name: column.name, at, log: column.log === true, numeric };
  }

  /** How many digits of a parameter's numbers are shown: no two values of the page look the same. */
  digits(variable) {
    if (!this.shownDigits.has(variable.id)) {
      this.shownDigits.set(variable.id, digitsToTell(this.values(variable).filter((value) => typeof value === 'number')));
    }
    return this.shownDigits.get(variable.id);
  }

  /** All values of a variable: of a parameter one of each point, else one of each run. */
  values({ kind, at }) {
    return (kind === 'parameter' ? this.groups : this.runs).map((each) => each.values[at]);
  }

  /** A run's value of a parameter as it is shown. */
  say(variable, run) {
    return sayShort(valueOf(run, variable), this.digits(variable));
  }

  /** The same of what the page says of a value elsewhere. */
  short(variable, text) {
    return variable.numeric && Number.isFinite(Number(text)) ? sayShort(Number(text), this.digits(variable)) : text;
  }

  isBest(group) {
    return group.rank === 0;
  }

  lessIsBetter(metric) {
    return this.goal && this.goal.metric === metric.name ? this.goal.least : lessIsUsuallyBetter(metric.name);
  }

  /** What the runs of a group that succeeded say of a metric, all of them or those that are left. */
  summary(group, metric, runs = group.runs) {
    const whole = runs.length === group.runs.length;
    const key = group.index + ' ' + metric.at;
    if (whole && this.summaries.has(key)) { return this.summaries.get(key); }
    const summary = summarise(numbersOf(runs, metric), this.reaches);
    if (whole && this.intervals && metric === this.main) {
      [summary.low, summary.high] = this.intervals[group.index] || [NaN, NaN];
    }
    if (whole) { this.summaries.set(key, summary); }
    return summary;
  }

  /** By point the runs that are left of it, in the order of the points. */
  byGroup(runs) {
    const byGroup = new Map();
    for (const run of runs) {
      if (!byGroup.has(run.group)) { byGroup.set(run.group, []); }
      byGroup.get(run.group).push(run);
    }
    return byGroup;
  }

  /** What tells a run from the other repeats of its point. */
  seed(run) {
    return this.seeds.length ? this.seeds.map((seed) => sayValue(valueOf(run, seed))).join(', ') : String(run.repeat ?? '');
  }
}

/** What a run has of a variable: a parameter is its point's. */
function valueOf(run, variable) {
  return (variable.kind === 'parameter' ? run.group : run).values[variable.at];
}

/** The values of a row from a place on as they are meant: NaN and the infinities have no form in JSON. */
function plain(row, from) {
  for (let i = from; i < row.length; i++) {
    const value = row[i];
    if (value !== null && typeof value === 'object') { row[i] = 't' in value ? value.t : { nan: NaN, inf: Infinity, '-inf': -Infinity }[value.n]; }
  }
  return row;
}

/** A metric of the runs that succeeded. */
function numbersOf(runs, metric) {
  const numbers = [];
  for (const run of runs) {
    const value = metric.of ? metric.of(run) : valueOf(run, metric);
    if (run.status === 'succeeded' && typeof value === 'number') { numbers.push(value); }
  }
  return numbers;
}

/** A guess by the name, which the reader can turn round: accuracies and scores grow, losses and costs shrink. */
function lessIsUsuallyBetter(name) {
  return !/acc|auc|score|\br2\b|f1|precision|recall|reward|return|likelihood|\biou|dice|bleu|rouge|corr|throughput/i.test(name);
}

function hasEnded(run) {
  return run.status !== 'pending' && run.status !== 'running';
}

/** Where a run's report is, from the page. Every part is escaped, so that no folder's name is anything else than a name. */
function reportOf(run) {
  return run.folder.split('/').filter((part) => part !== '').map(encodeURIComponent).join('/') + '/report.html';
}
