// A metric against a parameter: every run a dot, every point its mean and interval, one colour a value of another parameter.

class ScatterChart {
  /** @param {Charts} charts */
  get model() {
    return this.charts.model;
  }

  constructor(charts) {
    this.charts = charts;
    this.id = 'metric-by-parameter';
    this.title = 'A metric by a parameter';
  }

  /** The number that matters most along the bottom, the parameter with the fewest values in colour. */
  choices() {
    const { charts, model } = this;
    const ids = model.parameters.map((v) => v.id);
    if (!this.byShare) { this.byShare = charts.shares(model.main, model.runs).map((each) => each.variable); }
    const first = this.byShare.find((v) => v.numeric) || this.byShare[0] || model.parameters[0];
    const measures = charts.measures();
    const y = measures.find((m) => m.id === charts.chosen('y', measures.map((m) => m.id), model.main.id));
    const x = model.parameters.find((v) => v.id === charts.chosen('x', ids, first.id));
    const others = [...this.byShare, ...model.parameters].filter((v) => v !== x);
    const few = others.find((v) => listedValues({ value: (value) => value }, model.values(v), 8)) || null;
    const colour = charts.chosen('colour', [...ids, 'none'], few ? few.id : 'none');
    const facet = charts.chosen('facet', [...ids, 'none'], 'none');
    const find = (id) => model.parameters.find((v) => v.id === id && v !== x) || null;
    return { x, y, colour: find(colour), facet: facet === colour ? null : find(facet) };
  }

  controls() {
    const { charts, model } = this;
    const { x, y, colour, facet } = this.choices();
    const none = { id: 'none', name: 'nothing' };
    const others = [none, ...model.parameters.filter((v) => v !== x)];
    const xs = model.runs.map((run) => valueOf(run, x));
    return [
      charts.select('Metric', 'y', charts.measures(), y.id),
      charts.select('by', 'x', model.parameters, x.id),
      others.length > 1 ? charts.select('coloured by', 'colour', others, colour ? colour.id : 'none') : null,
      others.length > 2 ? charts.select('divided by', 'facet', others, facet ? facet.id : 'none') : null,
      x.numeric && xs.every((value) => value > 0) ? charts.tick('logarithmic ' + shortened(x.name, 20), 'xlog', this.isLogX(x, xs)) : null,
      charts.tick('logarithmic ' + shortened(y.name, 20), 'ylog', this.isLogY()),
    ];
  }

  isLogX(x, values) {
    return x.numeric && minOf(values) > 0 && this.charts.chosen('xlog', ['yes', 'no'], isLogarithmic(x, values) ? 'yes' : 'no') === 'yes';
  }

  isLogY() {
    return this.charts.chosen('ylog', ['yes', 'no'], 'no') === 'yes';
  }

  /** By point what is drawn of it. */
  points(runs, { x, y, colour, facet }, colours, facets) {
    const found = [];
    for (const [group, of] of this.model.byGroup(runs)) {
      const summary = this.charts.summary(group, y, of);
      const value = valueOf(group.runs[0], x);
      if (summary.n && value !== null && !(typeof value === 'number' && !Number.isFinite(value))) {
        found.push({ group, summary, x: value, colour: colour ? colours.texts.indexOf(colours.of(valueOf(group.runs[0], colour))) : 0,
          facet: facet ? facets.texts.indexOf(facets.of(valueOf(group.runs[0], facet))) : 0 });
      }
    }
    return found;
  }

  draw(width) {
    const runs = this.charts.explorer.runs();
    const choices = this.choices();
    const { x, y, colour, facet } = choices;
    const levels = (v, most) => levelsOf(runs.map((run) => valueOf(run, v)), most);
    const colours = colour ? levels(colour, 8) : { texts: [] };
    const facets = facet ? levels(facet, 6) : { texts: [''] };
    const points = this.points(runs, choices, colours, facets);
    const isLogY = this.isLogY();
    const ys = points.flatMap((p) => (p.summary.n > 1 ? [...p.summary.values, p.summary.low, p.summary.high] : p.summary.values)).filter((value) => !isLogY || value > 0);
    if (points.length === 0 || ys.length === 0) { return null; }
    const key = keyOf(colour ? colour.name : '', colours.texts.map((text) => (colour ? this.model.short(colour, text) : text)), width);
    const across = Math.max(1, Math.min(facets.texts.length, Math.floor(width / 220)));
    const down = Math.ceil(facets.texts.length / across);
    const high = facet ? 210 : 270;
    const parts = [key.element];
    facets.texts.forEach((text, i) => {
      const left = Math.floor(i % across * width / across);
      const top = key.height + 26 + Math.floor(i / across) * (high + 74);
      const box = { left: left + 56, right: left + width / across - 10, top, bottom: top + high };
      parts.push(this.panel(points.filter((p) => p.facet === i), points, ys, box, { ...choices, isLogY, title: facet ? facet.name + ' ' + this.model.short(facet, text) : y.name }));
    });
    return { parts, height: key.height + 26 + down * (high + 74) - 20, sentence: this.sentence(points, runs, choices),
      heads: ['Point', x.name, 'n', 'mean ' + y.name, 'from (95 %)', 'to (95 %)'],
      rows: points.map((p) => [p.group.label, sayValue(p.x), p.summary.n, p.summary.mean, p.summary.low, p.summary.high]) };
  }

  panel(points, all, ys, box, { x, isLogY, title }) {
    const values = all.map((p) => p.x);
    const distinct = listedValues({ value: (value) => value }, values, 10);
    const xScale = x.numeric
      ? numberScale(values, box.left, box.right, { log: this.isLogX(x, values), ticks: distinct ? [...new Set(values)].sort((a, b) => a - b) : null })
      : bandScale(listedValues({ value: (value) => value }, values, 40) || levelsOf(values, 40).texts, box.left, box.right);
    const yScale = numberScale(ys, box.bottom, box.top, { log: isLogY });
    const group = svg('g', {}, leftAxis(yScale, box, null), svg('text', { class: 'name', x: box.left - 56, y: box.top - 10 }, shortened(title, 48)), bottomAxis(xScale, box, x.name));
    const count = 1 + maxOf(all.map((p) => p.colour));
    const side = distinct || !x.numeric ? Math.min(7, (box.right - box.left) / 12 / count) : 0;
    const at = (p) => xScale.at(p.x) + (p.colour - (count - 1) / 2) * side;
    const fits = (value) => !isLogY || value > 0;
    for (let colour = 0; colour < count; colour++) {
      const mine = points.filter((p) => p.colour === colour && Number.isFinite(at(p)));
      if (mine.length) { group.append(this.series(mine, colour, all.length, at, yScale, fits)); }
    }
    return group;
  }

  series(points, colour, total, at, yScale, fits) {
    const name = 'c' + (colour % 8 + 1);
    const group = svg('g', {});
    const repeats = points.filter((p) => p.summary.n > 1 || total > 150).flatMap((p) => p.summary.values.filter(fits).map((value) => [at(p), yScale.at(value)]));
    group.append(dots(repeats, { class: 'dots line ' + name + (repeats.length > 1500 ? ' tiny' : '') }));
    const means = this.meansByX(points).filter((p) => fits(p.mean)).sort((a, b) => at(a.point) - at(b.point));
    if (means.length > 1 && means.length <= 40) {
      group.append(line(means.map((p) => [at(p.point), yScale.at(p.mean)]), { class: 'line ' + name, 'stroke-dasharray': ['', '7 3', '2 3', '9 3 2 3'][colour % 4] }));
    }
    if (total > 150) { return group; }
    for (const p of points.filter((each) => fits(each.summary.mean))) {
      const x = at(p);
      if (p.summary.n > 1 && fits(p.summary.low)) {
        group.append(line([[x, yScale.at(p.summary.low)], [x, yScale.at(p.summary.high)]], { class: 'line interval ' + name }));
      }
      group.append(mark(colour, x, yScale.at(p.summary.mean), { class: 'fill ' + name }));
      group.lastChild.append(svg('title', {}, p.group.label + ': ' + sayMean(p.summary) + ', n ' + p.summary.n));
    }
    return group;
  }

  /** Points that differ in other parameters only share one place on the line: their mean. */
  meansByX(points) {
    const byX = new Map();
    for (const point of points) {
      if (!byX.has(point.x)) { byX.set(point.x, []); }
      byX.get(point.x).push(point);
    }
    return [...byX.values()].map((of) => ({ point: of[0], mean: of.reduce((sum, p) => sum + p.summary.mean, 0) / of.length }));
  }

  sentence(points, runs, { x, y, colour }) {
    const less = this.model.lessIsBetter(y);
    const best = points.reduce((a, b) => ((less ? b.summary.mean < a.summary.mean : b.summary.mean > a.summary.mean) ? b : a));
    const interval = points.some((p) => p.summary.n > 1) ? ' Marks are means, bars their 95 % intervals, dots the repeats.' : '';
    return y.name + ' by ' + x.name + (colour ? ', coloured by ' + colour.name : '') + '; ' + this.charts.basis(points.length, runs.length) + '. '
      + (less ? 'Lowest' : 'Highest') + ': ' + sayMean(best.summary) + ' at ' + inSentence(best.group) + '.' + interval;
  }
}
