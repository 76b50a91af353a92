// The same output over runs, an image, a text or a table: a grid in the table's order, of which only what comes near the window is made.

const TILES_AT_ONCE = 24;
const TILE_SIZES = { least: 9, most: 48, usual: 19 };

class SameOutput {
  /** @param {Explorer} explorer */
  constructor(explorer) {
    this.explorer = explorer;
    this.outputs = this.model.outputs;
    const label = unique('same');
    this.sentence = el('p', { class: 'told', role: 'status' });
    this.grid = el('ul', { class: 'tiles' });
    this.stage = el('div', { class: 'stage-of-all', tabindex: 0, role: 'group', 'aria-label': 'The figures. Plus and minus zoom all of them, arrow keys move, zero shows the whole.' }, this.grid);
    this.more = el('button', { type: 'button', class: 'more', hidden: true, click: () => this.add() }, 'Show more');
    this.element = el('section', { class: 'same', 'aria-labelledby': label, hidden: this.outputs.length === 0 });
    if (this.outputs.length === 0) { return; }
    this.zoom = new Zoom(this.stage, (scale) => { this.scale.textContent = Math.round(100 * scale) + ' %'; });
    this.element.append(el(explorer.headLevel, { id: label }, 'The same output over runs'), this.controls(), this.sentence, this.stage, this.more);
    this.watch();
  }

  get model() {
    return this.explorer.model;
  }

  /** The runs are other objects now, and may be more. */
  renewModel() {
    this.outputs = this.model.outputs;
    if (this.outputs.length === 0) { return; }
    this.first = firstOutput(this.outputs);
    const options = this.outputs.map(({ id, name }) => ({ value: id, text: name }));
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
    this.first = firstOutput(this.outputs);
    this.select = choice(this.outputs.map(({ id, name }) => ({ value: id, text: name })), this.first.id, (id) => this.choose('same', id));
    this.size = el('input', { type: 'range', min: TILE_SIZES.least, max: TILE_SIZES.most, step: 1, input: () => this.resize(this.size.value),
      change: () => this.choose('size', this.size.value) });
    this.one = el('input', { type: 'checkbox', change: () => this.choose('one', this.one.checked ? 'yes' : 'no') });
    this.zooming = el('span', { class: 'zooming' }, this.zoom.buttons(), ' ', this.scale);
    this.pair = el('button', { type: 'button', click: () => this.two() }, 'Two in turn');
    return el('div', { class: 'choices bar' }, labelled('Output', this.select), labelled('Size', this.size), this.zooming,
      this.model.areRepeated ? el('label', { class: 'field' }, this.one, ' one of each point') : null,
      this.pair);
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
    const output = this.outputs.find(({ id }) => id === chart.get('same')) || this.first;
    const one = chart.get('one') === 'yes';
    const size = Math.min(TILE_SIZES.most, Math.max(TILE_SIZES.least, Number(chart.get('size')) || TILE_SIZES.usual));
    this.select.value = output.id;
    this.one.checked = one;
    this.size.value = size;
    this.resize(size);
    const all = this.explorer.runs();
    const seen = new Set();
    const runs = all.filter((run) => output.cells.has(run) && !(one && seen.has(run.group)) && seen.add(run.group));
    const key = output.id + ' ' + runs.map((run) => run.id + (this.model.isBest(run.group) ? '*' : '')).join(' ');
    this.say(output, runs, all, one);
    if (key === this.key) {
      this.output = output;
      this.runs = runs;
      this.renewPicks();
    } else {
      this.key = key;
      this.renew(output, runs);
    }
  }

  say(output, runs, all, one) {
    const isImage = output.kind === 'image';
    const word = isImage ? 'figure' : output.kind;
    const untold = isImage ? 0 : all.filter((run) => this.model.untold.has(run)).length;
    const without = all.filter((run) => !output.cells.has(run)).length - untold;
    this.zooming.hidden = !isImage;
    this.pair.textContent = isImage ? 'Two in turn' : 'Two side by side';
    this.sentence.textContent = runs.length + ' ' + word + (runs.length === 1 ? '' : 's') + ' of ' + all.length + (all.length === 1 ? ' run' : ' runs')
      + (one ? ', one of each point' : '') + ', in the order of the table.' + (without ? ' ' + without + ' of them ' + (without === 1 ? 'has' : 'have') + ' no such ' + word + '.' : '')
      + (untold ? ' What ' + untold + ' more showed isn’t in this page, which takes in two megabytes of texts, the best points’ first: their reports have it.' : '')
      + (isImage ? ' Control and wheel, or plus and minus, zoom all of them.' : '');
  }

  renew(output, runs) {
    const isSame = this.output !== undefined && output.id === this.output.id;
    // Of an output that is looked at while runs go on, as many tiles stay as there were.
    const made = isSame && this.explorer.table.keepsPlace ? this.made : 0;
    if (!isSame) { this.stage.style.removeProperty('--ratio'); }
    this.output = output;
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
    const frame = this.output.kind === 'image' ? el('div', { class: 'frame' }, runImage(this.model, this.output, run, (loaded) => this.take(loaded))) : textFrame(this.model, this.output, run);
    return el('li', { class: this.model.isBest(run.group) ? 'tile finest' : 'tile' }, frame,
      el('div', { class: 'under' }, box, ' ', el('span', {}, words), ' ', el('strong', {}, goalWords(this.model, run)), ' ',
        el('a', { href: cellOf(this.output, run), 'aria-label': 'Report of ' + words }, 'report')));
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
    (this.output.kind === 'image' ? openTwo : openTwoTexts)(this.model, this.output, this.runs, first, second);
  }
}
