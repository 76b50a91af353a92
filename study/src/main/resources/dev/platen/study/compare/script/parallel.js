// All parameters and metrics side by side, a line a row. What is drawn over an axis becomes a filter of the whole view.

const MOST_AXES = 9;

class ParallelChart {
  get model() {
    return this.charts.model;
  }

  constructor(charts) {
    this.charts = charts;
    this.id = 'parallel';
    this.title = 'All of it side by side';
    this.wide = true;
  }

  controls() {
    const { explorer } = this.charts;
    return [el('p', { class: 'hint' }, 'Drag along an axis to keep that part, click on it to let all through. By keyboard: ',
      el('button', { type: 'button', class: 'link', click: () => { explorer.filters.open(true); explorer.filters.panel.querySelector('input')?.focus(); } }, 'set ranges in the filters'), '.')];
  }

  /** The columns that have an axis: what varies, then the metrics, the main one last; as many as there is room for. */
  axes(width) {
    const most = Math.max(4, Math.min(MOST_AXES, Math.floor((width - 100) / 55)));
    const { explorer } = this.charts;
    const parameters = this.charts.shares(this.model.main, this.model.runs).map((each) => each.variable.id);
    const isMetric = (column) => this.model.numbers.some((metric) => metric.id === column.id);
    const columns = explorer.all().filter((column) => column.variable || isMetric(column));
    const metrics = columns.filter(isMetric).slice(0, most < MOST_AXES ? 2 : 4);
    const rank = (column) => (parameters.includes(column.id) ? parameters.indexOf(column.id) : 99);
    const varied = columns.filter((column) => column.variable && column.variable.kind === 'parameter').sort((a, b) => rank(a) - rank(b)).slice(0, most - metrics.length);
    return [...columns.filter((column) => varied.includes(column)), ...metrics.slice(1), ...metrics.slice(0, 1)];
  }

  draw(width) {
    const { explorer } = this.charts;
    const every = explorer.isPoints() ? explorer.inRank : this.model.runs;
    const columns = this.axes(width);
    const box = { top: 40, bottom: 300, left: 34, right: width - 60 };
    const scales = columns.map((column) => this.scaleOf(column, every, box));
    // Beside the first axis no line passes: its labels stand there, and have what room they need.
    box.left = Math.min(96, maxOf([34, ...(scales[0] ? scales[0].scale.ticks : []).map((tick) => widthOf(tick.text, 11) + 12)]));
    const step = (box.right - box.left) / Math.max(1, columns.length - 1);
    if (columns.length < 2 || explorer.rows.length === 0) { return null; }
    const axes = columns.map((column, i) => ({ column, x: box.left + i * step, ...scales[i] }));
    const kept = new Set(explorer.rows);
    const good = this.bestQuarter(explorer.rows);
    const parts = [
      this.lines(every.filter((row) => !kept.has(row)), axes, 'line off'),
      this.lines(explorer.rows.filter((row) => !good.has(row)), axes, 'line some'),
      this.lines([...good], axes, 'line c1 good'),
      ...axes.map((axis) => this.axis(axis, box, step)),
    ];
    const main = this.model.main;
    return { parts, height: 322, live: (chart) => this.brush(chart, axes, box),
      sentence: explorer.rows.length + ' of ' + every.length + (explorer.isPoints() ? ' points' : ' runs') + ', a line each; the better quarter of them by ' + main.name + ' in colour'
        + (every.length > explorer.rows.length ? ', palest those that the filters leave out.' : '.'),
      heads: columns.map((column) => column.name), rows: explorer.rows.map((row) => columns.map((column) => column.text(row))) };
  }

  scaleOf(column, rows, box) {
    const values = rows.map((row) => column.value(row));
    const numbers = values.filter((value) => typeof value === 'number' && Number.isFinite(value));
    if (numbers.length && !values.some((value) => typeof value === 'string')) {
      const distinct = column.variable && listedValues({ value: (value) => value }, values, 8);
      const log = column.variable ? isLogarithmic(column.variable, numbers) : false;
      return { numeric: true, scale: numberScale(numbers, box.bottom, box.top, { log, most: 5, ticks: distinct ? [...new Set(numbers)].sort((a, b) => a - b) : null }) };
    }
    const texts = listedValues(column, rows, 24) || levelsOf(values, 24).texts;
    return { numeric: false, texts, scale: bandScale(texts, box.bottom, box.top) };
  }

  bestQuarter(rows) {
    const column = this.charts.explorer.all().find((each) => each.id === this.model.main.id);
    const finite = rows.filter((row) => Number.isFinite(column.value(row)));
    return new Set(sorted(finite, column, !this.model.lessIsBetter(this.model.main)).slice(0, Math.ceil(finite.length / 4)));
  }

  /** All as one element; broken where a value is missing. */
  lines(rows, axes, name) {
    let d = '';
    for (const row of rows) {
      let isDown = false;
      for (const axis of axes) {
        const value = axis.column.value(row);
        const y = value === null || value === undefined ? NaN : axis.scale.at(value);
        if (Number.isFinite(y)) {
          d += (isDown ? 'L' : 'M') + axis.x.toFixed(1) + ' ' + y.toFixed(1);
          isDown = true;
        } else {
          isDown = false;
        }
      }
    }
    return svg('path', { d, fill: 'none', class: name + (rows.length > 300 ? ' many' : '') });
  }

  axis({ column, x, scale, numeric }, box, step) {
    const group = svg('g', { class: 'axis' }, svg('line', { class: 'base', x1: x, x2: x, y1: box.top, y2: box.bottom }),
      svg('text', { class: 'name', x, y: 18, 'text-anchor': x > box.right - 10 ? 'end' : x < box.left + 10 ? 'start' : 'middle', dx: x > box.right - 10 ? 50 : x < box.left + 10 ? -30 : 0 }, shortened(column.name, Math.floor(step / 8.5))));
    const texts = numeric ? scale.ticks : scale.ticks.filter((tick, i) => i % Math.ceil(scale.ticks.length / 14) === 0);
    const isFirst = x === box.left;
    const room = isFirst ? box.left - 10 : x > box.right - 10 ? 52 : step - 16;
    for (const tick of texts) {
      group.append(svg('text', { class: 'halo', x: isFirst ? x - 6 : x + 8, y: scale.at(tick.value).toFixed(1), dy: '.32em', 'text-anchor': isFirst ? 'end' : 'start' },
        shortened(tick.text, Math.floor(room / 6.5))));
    }
    return group;
  }

  brush(chart, axes, box) {
    for (const axis of axes) {
      const area = svg('rect', { class: 'brush', x: axis.x - 14, y: box.top - 8, width: 28, height: box.bottom - box.top + 16 });
      const shade = svg('rect', { class: 'shade', x: axis.x - 7, width: 14, y: 0, height: 0 });
      const place = (event) => {
        const frame = chart.getBoundingClientRect();
        return Math.max(box.top - 8, Math.min(box.bottom + 8, (event.clientY - frame.top) * chart.viewBox.baseVal.height / frame.height));
      };
      let from = null;
      area.addEventListener('pointerdown', (event) => { from = place(event); area.setPointerCapture(event.pointerId); event.preventDefault(); });
      area.addEventListener('pointermove', (event) => {
        if (from === null) { return; }
        shade.setAttribute('y', Math.min(from, place(event)));
        shade.setAttribute('height', Math.abs(place(event) - from));
      });
      area.addEventListener('pointerup', (event) => {
        if (from === null) { return; }
        const ends = [Math.min(from, place(event)), Math.max(from, place(event))];
        from = null;
        this.keep(axis, ends);
      });
      area.addEventListener('pointercancel', () => { from = null; shade.setAttribute('height', 0); });
      chart.append(this.isKept(axis, shade), area);
    }
  }

  /** Shows what is kept of an axis. */
  isKept(axis, shade) {
    const { explorer } = this.charts;
    const filter = explorer.address.view(explorer.section).filters.get(axis.column.id);
    if (isEmptyFilter(filter)) { return shade; }
    const places = filter.values ? filter.values.map((value) => axis.scale.at(value)).filter(Number.isFinite).flatMap((y) => [y - 8, y + 8])
      : [filter.from, filter.to].map((end, i) => (end === undefined ? (i ? 40 : 300) : axis.scale.at(end)));
    if (places.length && places.every(Number.isFinite)) {
      shade.setAttribute('y', minOf(places));
      shade.setAttribute('height', Math.max(3, maxOf(places) - minOf(places)));
    }
    return shade;
  }

  /** A click, which is a stroke of no length, lets all through. */
  keep(axis, [top, bottom]) {
    const { explorer } = this.charts;
    if (bottom - top < 4) {
      explorer.setFilter(axis.column.id, null);
      return;
    }
    if (!axis.numeric) {
      explorer.setFilter(axis.column.id, { values: axis.texts.filter((text) => axis.scale.at(text) >= top && axis.scale.at(text) <= bottom) });
      return;
    }
    const rows = explorer.isPoints() ? explorer.inRank : this.model.runs;
    const inside = rows.map((row) => axis.column.value(row)).filter((value) => Number.isFinite(value) && axis.scale.at(value) >= top && axis.scale.at(value) <= bottom);
    if (inside.length) { explorer.setFilter(axis.column.id, { from: minOf(inside), to: maxOf(inside) }); }
  }
}
