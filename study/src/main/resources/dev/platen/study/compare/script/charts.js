// The charts of one section, each of the rows that the view leaves, and what is chosen for them.

/** @returns {string[]} the charts that there is something to draw in */
function chartsOf(model) {
  if (!model.main || model.runs.length < 2) { return []; }
  return [
    ...(model.parameters.length ? ['scatter', 'importance'] : []),
    ...(model.groups.length > 1 && model.areRepeated ? ['seeds'] : []),
    'front',
    ...(model.parameters.length + model.numbers.length > 2 ? ['parallel'] : []),
  ];
}

class Charts {
  /** @param {Explorer} explorer */
  constructor(explorer) {
    this.explorer = explorer;
    this.figures = this.kinds().map((kind) => new Figure(explorer, kind));
    const label = unique('charts');
    this.element = el('section', { class: 'charts', 'aria-labelledby': label, hidden: this.figures.length === 0 },
      el(explorer.headLevel, { id: label }, 'Charts'), el('div', { class: 'figures' }, ...this.figures.map((figure) => figure.element)));
  }

  get model() {
    return this.explorer.model;
  }

  kinds() {
    const makers = { scatter: ScatterChart, importance: ImportanceChart, seeds: SeedChart, front: FrontChart, parallel: ParallelChart };
    return chartsOf(this.model).map((name) => new makers[name](this));
  }

  refresh() {
    this.figures.forEach((figure) => figure.due());
  }

  /** All that can stand on an axis for numbers: metrics, and what a run took. */
  measures() {
    return [...this.model.numbers,
      { id: 'time', name: 'time in seconds', of: (run) => run.seconds }, { id: 'memory', name: 'peak memory in MiB', of: (run) => run.memory / 2 ** 20 }]
      .filter((measure, i) => i < this.model.numbers.length || this.model.runs.some((run) => Number.isFinite(measure.of(run))));
  }

  summary(group, measure, runs) {
    return measure.of ? summarise(numbersOf(runs, measure), this.model.reaches) : this.model.summary(group, measure, runs);
  }

  /** What was chosen, if it can still be chosen. */
  chosen(name, options, otherwise) {
    const value = this.explorer.address.view(this.explorer.section).chart.get(name);
    return options.includes(value) ? value : otherwise;
  }

  choose(name, value) {
    this.explorer.change((view) => { view.chart.set(name, value); });
  }

  /** A list of things with a name. */
  select(text, name, things, value) {
    return labelled(text, choice(things.map((thing) => ({ value: thing.id, text: thing.name })), value, (id) => this.choose(name, id)));
  }

  tick(text, name, value) {
    const box = el('input', { type: 'checkbox', change: () => this.choose(name, box.checked ? 'yes' : 'no') });
    box.checked = value;
    return el('label', { class: 'field' }, box, ' ', text);
  }

  /** The share of the points' variance that goes along with each parameter, greatest first. */
  shares(metric, runs) {
    if (runs.length < this.model.runs.length) { return this.sharesOf(metric, runs); }
    const known = this.model.shares;
    if (!known.has(metric.id)) { known.set(metric.id, this.sharesOf(metric, runs)); }
    return known.get(metric.id);
  }

  sharesOf(metric, runs) {
    const points = [...this.model.byGroup(runs)].map(([group, of]) => ({ group, mean: this.summary(group, metric, of).mean })).filter((point) => Number.isFinite(point.mean));
    const means = points.map((point) => point.mean);
    return this.model.parameters.map((variable) => {
      const values = points.map((point) => valueOf(point.group.runs[0], variable));
      return { variable, share: varianceShare(levelsForShare(values), means) };
    }).filter((each) => each.share).sort((a, b) => b.share.share - a.share.share);
  }

  /** Such as: 8 points of 24 runs. */
  basis(points, runs) {
    const words = (count, one) => count + ' ' + one + (count === 1 ? '' : 's');
    return this.model.areRepeated ? words(points, 'point') + ' of ' + words(runs, 'run') : words(runs, 'run');
  }
}
