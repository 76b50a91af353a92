// A table that shows a window of its rows only when they are many: ten thousand rows are sorted in the time of a few dozen.

/** Up to here all rows are drawn: they can be searched with the browser's own search, and printed. */
const ALL_ROWS = 200;
const BEYOND = 12;

class RowTable {
  /**
   * @param {string} label id of the table's heading
   * @param {(column: Column) => void} sort
   * @param {(row) => ?string} classOf
   * @param {(row) => HTMLInputElement} pickBox to tick a row
   */
  constructor(label, sort, classOf, pickBox) {
    this.pickBox = pickBox;
    this.sort = sort;
    this.classOf = classOf;
    this.head = el('tr', {});
    this.body = el('tbody', {});
    this.table = el('table', { class: 'rows', 'aria-labelledby': label }, el('thead', {}, this.head), this.body);
    this.element = el('div', { class: 'scroll', role: 'region', 'aria-labelledby': label, tabindex: 0, scroll: () => this.soon() }, this.table);
    this.drawn = new Map();
    // How high a row is, in pixels: a guess until one was laid out, then the same for good, or a table scrolled far would jump.
    this.height = 32;
    this.isMeasured = false;
    this.above = el('tr', { class: 'space', 'aria-hidden': 'true' }, el('td', {}));
    this.below = el('tr', { class: 'space', 'aria-hidden': 'true' }, el('td', {}));
    new ResizeObserver(() => this.soon()).observe(this.element);
  }

  /** Shows these rows, from the first one on unless they are the same. */
  show(columns, rows, view) {
    const focused = this.head.contains(document.activeElement) ? document.activeElement.dataset.column : null;
    // What is asked of the layout is asked before anything changes: each question after a change costs a layout.
    const { scrollTop, clientHeight } = this.columns ? this.element : { scrollTop: 0, clientHeight: 0 };
    this.measure();
    const widths = this.columns && columns.map((column) => column.id).join() === this.columns.map((column) => column.id).join()
      ? [...this.head.cells].map((cell) => cell.style.minWidth) : [];
    this.columns = columns;
    this.rows = rows;
    this.isWindow = rows.length > ALL_ROWS;
    this.element.classList.toggle('tall', this.isWindow);
    this.head.replaceChildren(...columns.map((column) => this.headOf(column, view)));
    widths.forEach((width, i) => { this.head.cells[i].style.minWidth = width; });
    if (focused !== null) { [...this.head.querySelectorAll('button')].find((button) => button.dataset.column === focused)?.focus(); }
    this.table.toggleAttribute('aria-rowcount', false);
    if (this.isWindow) { this.table.setAttribute('aria-rowcount', String(rows.length + 1)); }
    const place = this.keepsPlace ? this.place(document.activeElement) : null;
    this.drawn.clear();
    this.body.replaceChildren();
    this.draw(place ? scrollTop : 0, clientHeight);
    if (!place && scrollTop !== 0) { this.element.scrollTop = 0; }
    if (place) { this.focus(place); }
  }

  /** Which control of which row has the focus. */
  place(element) {
    const line = this.body.contains(element) ? element.closest('tr') : null;
    return { pick: line?.querySelector('[data-pick]')?.dataset.pick ?? null, nth: line ? controlsOf(line).indexOf(element) : -1 };
  }

  focus({ pick, nth }) {
    const box = pick === null ? null : [...this.body.querySelectorAll('[data-pick]')].find((each) => each.dataset.pick === pick);
    if (box) { controlsOf(box.closest('tr'))[nth]?.focus({ preventScroll: true }); }
  }

  headOf(column, view) {
    const name = column.code ? el('code', { title: column.name }, shortened(column.name, 32)) : column.name;
    const note = column.note ? el('small', {}, column.note) : null;
    if (column.plain) { return el('th', { scope: 'col', class: 'plain' }, name, ' ', note); }
    const order = view.sort !== column.id ? null : view.descending ? 'descending' : 'ascending';
    return el('th', { scope: 'col', class: (column.number ? 'n' : '') + (column.strong ? ' held' : ''), 'aria-sort': order },
      el('button', { type: 'button', 'data-column': column.id, click: () => this.sort(column) }, name, note && ' ', note));
  }

  rowOf(index) {
    const row = this.rows[index];
    const line = el('tr', { class: this.classOf(row), 'aria-rowindex': this.isWindow ? index + 2 : null });
    this.columns.forEach((column, i) => {
      const cell = i === 0 ? el('th', { scope: 'row' }) : el('td', {});
      cell.className = (column.number ? 'n' : '') + (column.strong ? ' main' : '');
      if (column.fill) { column.fill(row, cell); } else { fillText(column.text(row), cell); }
      const whole = column.whole ? column.whole(row) : '';
      if (whole !== '' && whole.length <= 48 && whole !== column.text(row)) { cell.title = whole; }
      if (i === 0) { cell.prepend(this.pickBox(row)); }
      line.append(cell);
    });
    return line;
  }

  /** Without drawing anything anew: the box that was just ticked keeps the focus. */
  renewPicks(isPicked) {
    this.body.querySelectorAll('input[data-pick]').forEach((box) => { box.checked = isPicked(box.dataset.pick); });
  }

  soon() {
    if (this.isWindow && !this.waits) {
      this.waits = true;
      requestAnimationFrame(() => {
        const { scrollTop, clientHeight } = this.element;
        this.waits = false;
        this.measure();
        this.draw(scrollTop, clientHeight);
      });
    }
  }

  /** What the rows and columns came to that were laid out last. Columns never shrink: else they would dance as the rows go by. */
  measure() {
    const line = this.drawn.values().next().value;
    if (!line || !line.offsetHeight) { return; }
    if (!this.isMeasured) { this.height = line.getBoundingClientRect().height; }
    this.isMeasured = true;
    const widths = [...this.head.cells].map((cell) => cell.offsetWidth + 'px');
    widths.forEach((width, i) => { if (this.head.cells[i].style.minWidth !== width) { this.head.cells[i].style.minWidth = width; } });
  }

  /** The rows from a place on, in pixels, as many as the table is high. Asks nothing of the layout. */
  draw(top, high) {
    if (!this.isWindow) {
      this.body.replaceChildren(...this.rows.map((row, index) => this.rowOf(index)));
      return;
    }
    const first = Math.max(0, Math.floor(top / this.height) - BEYOND);
    const last = Math.min(this.rows.length, Math.ceil((top + (high || 600)) / this.height) + BEYOND);
    for (const [index, line] of this.drawn) {
      // The row that has the focus stays, or whoever reads by keyboard would be thrown out of the table.
      if ((index < first || index >= last) && !line.contains(document.activeElement)) {
        line.remove();
        this.drawn.delete(index);
      }
    }
    for (let index = first; index < last; index++) {
      if (!this.drawn.has(index)) { this.drawn.set(index, this.rowOf(index)); }
    }
    const indices = [...this.drawn.keys()].sort((a, b) => a - b);
    this.arrange(indices, first, last);
  }

  /** In order, without moving what stands right: a row that is moved loses the focus. */
  arrange(indices, first, last) {
    const wanted = [this.above, ...indices.map((index) => this.drawn.get(index)), this.below];
    let next = this.body.firstChild;
    for (const line of wanted) {
      if (line === next) { next = next.nextSibling; } else { this.body.insertBefore(line, next); }
    }
    const outside = indices.filter((index) => index < first).length;
    const beyond = indices.filter((index) => index >= last).length;
    this.above.firstChild.style.height = Math.max(0, first - outside) * this.height + 'px';
    this.below.firstChild.style.height = Math.max(0, this.rows.length - last - beyond) * this.height + 'px';
  }
}

function controlsOf(line) {
  return [...line.querySelectorAll('a, button, input')];
}
