// The frame of every chart: what it shows, its choices, the same in words and as a table, and saving.

/**
 * @typedef {Object} Drawing
 * @property {SVGElement[]} parts
 * @property {number} height
 * @property {string} sentence the text alternative
 * @property {string[]} heads
 * @property {Array<Array<string|number>>} rows the numbers behind the chart
 * @property {(chart: SVGSVGElement) => void} [live] makes the chart answer to the pointer
 */

const MOST_TABLE_ROWS = 500;

class Figure {
  /**
   * @param {Explorer} explorer
   * @param {{id: string, title: string, wide?: boolean, controls: () => Node[], draw: (width: number) => ?Drawing}} kind
   */
  constructor(explorer, kind) {
    this.explorer = explorer;
    this.kind = kind;
    this.isDue = true;
    this.isNear = false;
    const label = unique('chart');
    this.controls = el('div', { class: 'choices' });
    this.picture = el('div', { class: 'picture' });
    this.sentence = el('figcaption', {});
    this.numbers = el('details', { toggle: () => this.fillTable() }, el('summary', {}, 'The numbers'));
    this.save = el('div', { class: 'save' },
      el('button', { type: 'button', click: () => this.saved(saveSvg) }, 'Save SVG'), el('button', { type: 'button', click: () => this.saved(savePng) }, 'Save PNG'));
    this.element = el('figure', { class: 'chart undrawn' + (kind.wide ? ' wide' : ''), 'aria-labelledby': label, 'data-chart': kind.id },
      el('div', { class: 'chart-head' }, el(explorer.section === 0 ? 'h3' : 'h4', { id: label }, kind.title), this.save),
      this.controls, this.picture, this.sentence, this.numbers);
    this.name = explorer.model.name + '-' + kind.id;
    new IntersectionObserver((entries) => {
      this.isNear = entries.some((entry) => entry.isIntersecting);
      this.isSeen = entries.some((entry) => entry.boundingClientRect.top < innerHeight);
      this.look();
    }, { rootMargin: '300px' }).observe(this.element);
    new ResizeObserver(() => { if (this.picture.clientWidth !== this.width) { this.due(); } }).observe(this.picture);
    addEventListener('beforeprint', () => { if (this.isDue) { this.draw(); } });
  }

  /** To be drawn again, once it comes near the window. */
  due() {
    this.isDue = true;
    this.look();
  }

  /** What isn't seen yet waits until nothing else is to be done. */
  look() {
    if (this.isDue && this.isNear && !this.waits) {
      this.waits = true;
      const draw = () => { this.waits = false; if (this.isDue) { this.draw(); } };
      if (this.isSeen) { requestAnimationFrame(draw); } else { whenIdle(draw); }
    }
  }

  draw() {
    this.isDue = false;
    this.width = this.picture.clientWidth;
    this.element.classList.remove('undrawn');
    if (!this.controls.contains(document.activeElement)) { this.controls.replaceChildren(...this.kind.controls().filter(Boolean)); }
    this.drawing = this.kind.draw(Math.max(260, this.width));
    this.save.hidden = this.numbers.hidden = !this.drawing;
    if (!this.drawing) {
      this.picture.replaceChildren();
      this.sentence.textContent = 'Too few rows are left to draw this.';
      return;
    }
    const width = Math.max(260, this.width);
    // The sentence below says what it shows, and the table all of it.
    this.chart = svg('svg', { viewBox: '0 0 ' + width + ' ' + this.drawing.height, width, height: this.drawing.height, role: 'img', 'aria-label': this.kind.title + '. ' + this.drawing.sentence },
      ...this.drawing.parts);
    this.picture.replaceChildren(this.chart);
    if (this.drawing.live) { this.drawing.live(this.chart); }
    this.sentence.textContent = this.drawing.sentence;
    this.fillTable();
  }

  fillTable() {
    this.numbers.querySelectorAll('.scroll, .note').forEach((old) => old.remove());
    if (!this.numbers.open || !this.drawing) { return; }
    const { heads, rows } = this.drawing;
    const cell = (value, i) => el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: typeof value === 'number' ? 'n' : null },
      typeof value === 'number' ? (Number.isNaN(value) ? ABSENT : sayAlone(value, 5)) : shortened(String(value), 120));
    this.numbers.append(el('div', { class: 'scroll', role: 'region', 'aria-label': this.kind.title + ': the numbers', tabindex: 0 }, el('table', {},
      el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, ...rows.slice(0, MOST_TABLE_ROWS).map((row) => el('tr', {}, ...row.map(cell)))))));
    if (rows.length > MOST_TABLE_ROWS) { this.numbers.append(el('p', { class: 'note' }, rows.length - MOST_TABLE_ROWS + ' more rows are left out here.')); }
  }

  async saved(how) {
    try {
      await how(this.chart, this.name);
    } catch (failed) {
      openDialog('The chart can’t be saved', el('p', {}, 'The browser said: ' + failed.message));
    }
  }
}
