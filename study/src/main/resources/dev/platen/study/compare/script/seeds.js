// A metric over the seeds: a row a point, a line a seed. Where lines run side by side, the difference doesn't hang on the seed.

const MOST_POINTS = 12;
const MOST_SEEDS = 30;

class SeedChart {
  get model() {
    return this.charts.model;
  }

  constructor(charts) {
    this.charts = charts;
    this.id = 'seeds';
    this.title = this.model.seeds.length ? 'The same seeds over the points' : 'The repeats of the points';
  }

  metric() {
    const { charts } = this;
    const measures = charts.measures();
    return measures.find((m) => m.id === charts.chosen('seeds', measures.map((m) => m.id), charts.model.main.id));
  }

  controls() {
    return [this.charts.select('Metric', 'seeds', this.charts.measures(), this.metric().id)];
  }

  /** The best points first, each with its values by seed. */
  points(metric, runs) {
    const less = this.model.lessIsBetter(metric);
    const points = [...this.model.byGroup(runs)].map(([group, of]) => {
      const bySeed = new Map();
      for (const run of of) {
        const [value] = numbersOf([run], metric);
        if (Number.isFinite(value)) { bySeed.set(this.model.seed(run), value); }
      }
      return { group, bySeed, mean: this.charts.summary(group, metric, of).mean };
    }).filter((point) => point.bySeed.size);
    const byGoal = metric === this.model.main && this.model.goal;
    return points.sort((a, b) => (byGoal ? a.group.rank - b.group.rank : 0) || (less ? a.mean - b.mean : b.mean - a.mean));
  }

  draw(width) {
    const metric = this.metric();
    const all = this.points(metric, this.charts.explorer.runs());
    const points = all.slice(0, MOST_POINTS);
    const seeds = [...new Set(points.flatMap((point) => [...point.bySeed.keys()]))].sort(inOrder).slice(0, MOST_SEEDS);
    if (points.length < 2 || seeds.length < 2) { return null; }
    const named = seeds.length <= 8;
    const key = keyOf(this.model.seeds.map((seed) => seed.name).join(', ') || 'repeat', named ? seeds : [], width);
    const room = Math.floor((width * 0.4 - 16) / 7.5);
    const left = Math.min(width * 0.4, 16 + Math.max(...points.map((point) => widthOf(shortened(point.group.label, room)))));
    const box = { left, right: width - 12, top: key.height + 6, bottom: key.height + 6 + points.length * 28 };
    const xScale = numberScale(points.flatMap((point) => [...point.bySeed.values()]), box.left + 8, box.right);
    const y = (i) => box.top + (i + 0.5) * 28;
    const parts = [key.element, bottomAxis(xScale, box, metric.name, true)];
    points.forEach((point, i) => parts.push(svg('text', { class: 'label', x: box.left - 8, y: y(i), dy: '.32em', 'text-anchor': 'end' }, shortened(point.group.label, room))));
    seeds.forEach((seed, s) => parts.push(this.seedLine(points, seed, s, named, xScale, y)));
    points.forEach((point, i) => parts.push(svg('path', { class: 'mean', d: 'M' + xScale.at(point.mean).toFixed(1) + ' ' + (y(i) - 9) + 'v18' })));
    return { parts, height: box.bottom + 46, sentence: this.sentence(metric, points, all.length), heads: ['Point', 'mean', ...seeds],
      rows: points.map((point) => [point.group.label, point.mean, ...seeds.map((seed) => point.bySeed.get(seed) ?? NaN)]) };
  }

  /** Broken where a point lacks the seed. */
  seedLine(points, seed, index, named, xScale, y) {
    const name = named ? 'c' + (index % 8 + 1) : 'soft';
    const group = svg('g', {});
    let piece = [];
    const end = () => { if (piece.length > 1) { group.append(line(piece, { class: 'line seed ' + name })); } piece = []; };
    points.forEach((point, i) => {
      const value = point.bySeed.get(seed);
      if (value === undefined) { end(); } else { piece.push([xScale.at(value), y(i)]); }
    });
    end();
    points.forEach((point, i) => {
      if (point.bySeed.has(seed)) { group.append(mark(named ? index : 0, xScale.at(point.bySeed.get(seed)), y(i), { class: 'fill ' + name })); }
    });
    return group;
  }

  sentence(metric, points, all) {
    const [a, b] = points;
    const less = this.model.lessIsBetter(metric);
    const shared = [...a.bySeed].filter(([seed]) => b.bySeed.has(seed));
    const wins = shared.filter(([seed, value]) => (less ? value < b.bySeed.get(seed) : value > b.bySeed.get(seed))).length;
    const unit = this.model.seeds.length ? ' seeds' : ' repeats';
    return (all > points.length ? 'The best ' + points.length + ' of ' + all + ' points' : points.length + ' points') + ' by ' + metric.name
      + ', the best on top; a line a ' + unit.trim().slice(0, -1) + ', a bar for the mean. '
      + (shared.length && this.model.seeds.length ? inSentence(a.group) + ' is better than ' + inSentence(b.group) + ' on ' + wins + ' of ' + shared.length + ' seeds that both have.' : '');
  }
}
