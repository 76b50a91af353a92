// The same figure over runs: a grid in the table's order, of which only what comes near the window is made.

const TILES_AT_ONCE = 24;
const TILE_SIZES = { least: 9, most: 48, usual: 19 };

class SameFigure {
  /** @param {Explorer} explorer */
  constructor(explorer) {
    this.explorer = explorer;
    this.figures = this.model.figures;
    const label = unique('same');
    this.sentence = el('p', { class: 'told', role: 'status' });
    this.grid = el('ul', { class: 'tiles' });
    this.stage = el('div', { class: 'stage-of-all', tabindex: 0, role: 'group', 'aria-label': 'The figures. Plus and minus zoom all of them, arrow keys move, zero shows the whole.' }, this.grid);
    this.more = el('button', { type: 'button', class: 'more', hidden: true, click: () => this.add() }, 'Show more');
    this.element = el('section', { class: 'same', 'aria-labelledby': label, hidden: this.figures.length === 0 });
    if (this.figures.length === 0) { return; }
    this.zoom = new Zoom(this.stage, (scale) => { this.scale.textContent = Math.round(100 * scale) + ' %'; });
    this.element.append(el(explorer.headLevel, { id: label }, 'The same figure over runs'), this.controls(), this.sentence, this.stage, this.more);
    this.watch();
  }

  get model() {
    return this.explorer.model;
  }

  /** The runs are other objects now, and may be more. */
  renewModel() {
    this.figures = this.model.figures;
    if (this.figures.length === 0) { return; }
    const options = this.figures.map(({ id, name }) => ({ value: id, text: name }));
    if (options.map(({ value, text }) => value + ' ' + text).join() !== this.options) {
      this.options = options.map(({ value, text }) => value + ' ' + text).join();
      this.select.replaceChildren(...choice(options, options[0].value, () => {}).children);
    }
  }

  watch() {
    this.isDue = true;
    new IntersectionObserver((entries) => { this.isNear = entries.some((entry) => entry.isIntersecting); this.look(); }, { rootMargin: '300px' }).observe(this.element);
    new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) { this.add(); } }, { rootMargin: '600px' }).observe(this.more);
  }

  get scale() {
    this.scaleWords = this.scaleWords || el('output', { class: 'hint' });
    return this.scaleWords;
  }

  controls() {
    this.select = choice(this.figures.map(({ id, name }) => ({ value: id, text: name })), this.figures[0].id, (id) => this.choose('same', id));
    this.size = el('input', { type: 'range', min: TILE_SIZES.least, max: TILE_SIZES.most, step: 1, input: () => this.resize(this.size.value),
      change: () => this.choose('size', this.size.value) });
    this.one = el('input', { type: 'checkbox', change: () => this.choose('one', this.one.checked ? 'yes' : 'no') });
    return el('div', { class: 'choices bar' }, labelled('Figure', this.select), labelled('Size', this.size), this.zoom.buttons(), this.scale,
      this.model.areRepeated ? el('label', { class: 'field' }, this.one, ' one of each point') : null,
      el('button', { type: 'button', click: () => this.two() }, 'Two in turn'));
  }

  choose(name, value) {
    this.explorer.change((view) => { view.chart.set(name, value); });
  }

  resize(size) {
    this.stage.style.setProperty('--size', size + 'rem');
  }

  refresh() {
    this.isDue = true;
    this.look();
  }

  look() {
    if (this.isDue && this.isNear) {
      this.isDue = false;
      this.show();
    }
  }

  show() {
    const { chart } = this.explorer.address.view(this.explorer.section);
    const figure = this.figures.find(({ id }) => id === chart.get('same')) || this.figures[0];
    const one = chart.get('one') === 'yes';
    const size = Math.min(TILE_SIZES.most, Math.max(TILE_SIZES.least, Number(chart.get('size')) || TILE_SIZES.usual));
    this.select.value = figure.id;
    this.one.checked = one;
    this.size.value = size;
    this.resize(size);
    const all = this.explorer.runs();
    const seen = new Set();
    const runs = all.filter((run) => figure.files.has(run) && !(one && seen.has(run.group)) && seen.add(run.group));
    const key = figure.id + ' ' + runs.map((run) => run.id + (this.model.isBest(run.group) ? '*' : '')).join(' ');
    this.say(figure, runs, all, one);
    if (key === this.key) {
      this.figure = figure;
      this.runs = runs;
      this.renewPicks();
    } else {
      this.key = key;
      this.renew(figure, runs);
    }
  }

  say(figure, runs, all, one) {
    const without = all.filter((run) => !figure.files.has(run)).length;
    this.sentence.textContent = runs.length + (runs.length === 1 ? ' figure' : ' figures') + ' of ' + all.length + (all.length === 1 ? ' run' : ' runs')
      + (one ? ', one of each point' : '') + ', in the order of the table.' + (without ? ' ' + without + ' of them ' + (without === 1 ? 'has' : 'have') + ' no such figure.' : '')
      + ' Control and wheel, or plus and minus, zoom all of them.';
  }

  renew(figure, runs) {
    const isSame = this.figure !== undefined && figure.id === this.figure.id;
    // Of a figure that is looked at while runs go on, as many tiles stay as there were.
    const made = isSame && this.explorer.table.keepsPlace ? this.made : 0;
    if (!isSame) { this.stage.style.removeProperty('--ratio'); }
    this.figure = figure;
    this.runs = runs;
    this.made = 0;
    this.hasRatio = false;
    this.grid.replaceChildren();
    do { this.add(); } while (this.made < Math.min(made, runs.length));
  }

  /** The next tiles. */
  add() {
    if (!this.runs) { return; }
    const next = this.runs.slice(this.made, this.made + TILES_AT_ONCE);
    this.made += next.length;
    this.grid.append(...next.map((run) => this.tile(run)));
    this.more.hidden = this.made >= this.runs.length;
    this.more.textContent = 'Show more of the other ' + (this.runs.length - this.made);
  }

  tile(run) {
    const words = runWords(this.model, run);
    const box = this.explorer.pickBox(run.id, words);
    const image = runImage(this.model, this.figure, run, (loaded) => this.take(loaded));
    return el('li', { class: this.model.isBest(run.group) ? 'tile finest' : 'tile' }, el('div', { class: 'frame' }, image),
      el('div', { class: 'under' }, box, ' ', el('span', {}, words), ' ', el('strong', {}, goalWords(this.model, run)), ' ',
        el('a', { href: cellOf(run, this.figure.files.get(run)), 'aria-label': 'Report of ' + words }, 'report')));
  }

  /** All frames have the shape of the first picture, so that a zoom shows the same part of each. */
  take(image) {
    if (!this.hasRatio && image.naturalWidth) {
      this.hasRatio = true;
      this.stage.style.setProperty('--ratio', image.naturalWidth + ' / ' + image.naturalHeight);
    }
  }

  renewPicks() {
    this.grid.querySelectorAll('input[data-pick]').forEach((box) => { box.checked = this.explorer.isPicked(box.dataset.pick); });
  }

  /** The two that were ticked, or else the first and the last that are shown. */
  two() {
    if (!this.runs || this.runs.length === 0) { return; }
    const picked = this.runs.filter((run) => this.explorer.isPicked(run.id));
    const first = picked[0] || this.runs[0];
    const second = picked[1] || [...this.runs].reverse().find((run) => run !== first) || first;
    openTwo(this.model, this.figure, this.runs, first, second);
  }
}
