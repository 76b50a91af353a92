// Two metrics against each other, and the points that no other one beats in both: the front of Pareto.

class FrontChart {
  get model() {
    return this.charts.model;
  }

  constructor(charts) {
    this.charts = charts;
    this.id = 'front';
    this.title = 'Two goals at once';
  }

  choices() {
    const { charts } = this;
    const measures = charts.measures();
    const ids = measures.map((m) => m.id);
    const y = measures.find((m) => m.id === charts.chosen('fy', ids, this.model.main.id));
    const second = measures.find((m) => m !== this.model.main) || y;
    const x = measures.find((m) => m.id === charts.chosen('fx', ids, second.id));
    const less = (axis, metric) => charts.chosen(axis, ['less', 'more'], this.model.lessIsBetter(metric) ? 'less' : 'more') === 'less';
    return { x, y, lessX: less('fxgoal', x), lessY: less('fygoal', y) };
  }

  controls() {
    const { charts } = this;
    const { x, y, lessX, lessY } = this.choices();
    const goal = (text, name, less) => labelled(text, choice([{ value: 'less', text: 'less is better' }, { value: 'more', text: 'more is better' }],
      less ? 'less' : 'more', (value) => charts.choose(name, value)));
    return [charts.select('Up', 'fy', charts.measures(), y.id), goal('where', 'fygoal', lessY), charts.select('Along', 'fx', charts.measures(), x.id), goal('where', 'fxgoal', lessX)];
  }

  draw(width) {
    const runs = this.charts.explorer.runs();
    const { x, y, lessX, lessY } = this.choices();
    const points = [...this.model.byGroup(runs)].map(([group, of]) => ({ group, x: this.charts.summary(group, x, of).mean, y: this.charts.summary(group, y, of).mean }))
      .filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y));
    if (points.length < 2 || x === y) { return null; }
    const best = front(points, lessX, lessY);
    const box = { left: 60, right: width - 14, top: 26, bottom: 306 };
    const xScale = numberScale(points.map((p) => p.x), box.left, box.right);
    const yScale = numberScale(points.map((p) => p.y), box.bottom, box.top);
    const isBest = new Set(best);
    const parts = [leftAxis(yScale, box, y.name + (lessY ? ' (less is better)' : ' (more is better)')), bottomAxis(xScale, box, x.name + (lessX ? ' (less is better)' : ' (more is better)'))];
    parts.push(this.others(points.filter((p) => !isBest.has(p)), xScale, yScale));
    parts.push(line(steps(best).map(([a, b]) => [xScale.at(a), yScale.at(b)]), { class: 'line front' }));
    for (const point of best.slice(0, 200)) {
      parts.push(mark(3, xScale.at(point.x), yScale.at(point.y), { class: 'fill c1' }));
      parts[parts.length - 1].append(svg('title', {}, point.group.label));
    }
    if (best.length <= 6) { parts.push(this.labels(best, xScale, yScale, box)); }
    return { parts, height: 352, sentence: this.sentence(points, best, x, y, runs), heads: ['Point', 'mean ' + x.name, 'mean ' + y.name, 'on the front'],
      rows: [...best, ...points.filter((p) => !isBest.has(p))].map((p) => [p.group.label, p.x, p.y, isBest.has(p) ? 'yes' : 'no']) };
  }

  /** With their names, as long as there are few enough to point at. */
  others(points, xScale, yScale) {
    if (points.length > 300) { return dots(points.map((p) => [xScale.at(p.x), yScale.at(p.y)]), { class: 'dots line soft' }); }
    return svg('g', {}, ...points.map((p) => {
      const circle = mark(0, xScale.at(p.x), yScale.at(p.y), { class: 'fill soft' });
      circle.append(svg('title', {}, p.group.label));
      return circle;
    }));
  }

  /** Beside their marks, on the side that has room; those that would lie over another are left out. */
  labels(best, xScale, yScale, box) {
    const group = svg('g', {});
    const taken = [];
    for (const point of best) {
      const text = shortened(point.group.label, 30);
      const [px, py] = [xScale.at(point.x), yScale.at(point.y)];
      const isRight = px + 12 + widthOf(text) < box.right;
      if (taken.some((y) => Math.abs(y - py) < 14)) { continue; }
      taken.push(py);
      group.append(svg('text', { class: 'label', x: px + (isRight ? 9 : -9), y: py - 7, 'text-anchor': isRight ? 'start' : 'end' }, text));
    }
    return group;
  }

  sentence(points, best, x, y, runs) {
    const names = best.slice(0, 4).map((p) => inSentence(p.group)).join('; ');
    return 'Mean ' + y.name + ' and mean ' + x.name + ' of ' + this.charts.basis(points.length, runs.length) + '. '
      + (best.length === 1 ? 'One point is best in both: ' + names + '.'
        : best.length + ' points are beaten by no other in both: ' + names + (best.length > 4 ? '; and ' + (best.length - 4) + ' more' : '') + '.');
  }
}

/** What the front shuts in, as a stair. */
function steps(best) {
  const places = [];
  best.forEach((point, i) => {
    if (i) { places.push([point.x, best[i - 1].y]); }
    places.push([point.x, point.y]);
  });
  return places;
}
