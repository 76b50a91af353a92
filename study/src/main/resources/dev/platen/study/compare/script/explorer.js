// One template's rows to look through: controls, table, charts, all of one view.

class Explorer {
  /**
   * @param {Model} model
   * @param {number} section
   * @param {HTMLElement} place what stood here for readers without JavaScript gives way
   * @param {Address} address
   */
  constructor(model, section, place, address) {
    this.model = model;
    this.section = section;
    this.address = address;
    this.headLevel = section === 0 ? 'h2' : 'h3';
    const label = section === 0 ? 'rows' : 'rows-' + (section + 1);
    this.prepare();
    this.title = el(this.headLevel, { id: label });
    this.table = new RowTable(label, (column) => this.sortBy(column), (row) => (this.isPoints() && this.model.isBest(row) ? 'best' : null),
      (row) => this.pickBox(pickOf(row), row.runs ? row.label : row.id));
    this.said = el('p', { role: 'status', class: 'said' });
    this.charts = new Charts(this);
    this.same = new SameOutput(this);
    this.differing = new Differing(this);
    place.replaceChildren(...this.parts(), this.table.element, this.nothing(), this.charts.element, this.same.element, this.differing.element);
    this.listener = () => this.refresh();
    address.listen(this.listener);
    this.refresh();
  }

  /** What depends on the runs alone. */
  prepare() {
    const { model } = this;
    const strip = stripOf(model.main ? model.groups.map((group) => model.summary(group, model.main)) : []);
    this.columns = { points: groupColumns(model, strip, (group) => this.openRuns(group)), runs: runColumns(model) };
    this.inRank = [...model.groups].sort((a, b) => a.rank - b.rank || a.index - b.index);
  }

  /**
   * Shows the runs as they are now: place, focus and view stay.
   * @param {Model} model
   * @returns {boolean} whether it could; a page with other charts has to be made anew
   */
  renew(model) {
    const isAlike = model.areRepeated === this.model.areRepeated && (model.outputs.length > 0) === (this.model.outputs.length > 0)
      && chartsOf(model).join() === chartsOf(this.model).join();
    if (!isAlike) { return false; }
    this.model = model;
    this.prepare();
    this.tableView = this.chartView = null;
    this.table.keepsPlace = true;
    this.same.renewModel();
    this.differing.renewModel();
    this.refresh();
    this.table.keepsPlace = false;
    return true;
  }

  /** Another takes its place. */
  close() {
    this.address.forget(this.listener);
  }

  isPoints() {
    return this.model.areRepeated && this.address.view(this.section).mode !== 'runs';
  }

  parts() {
    this.modes = ['points', 'runs'].map((mode) => el('button', { type: 'button', 'data-mode': mode, click: () => this.change((view) => {
      view.mode = mode === 'points' ? '' : mode;
    }) }, mode === 'points' ? 'Points' : 'Runs'));
    this.search = el('input', { type: 'search', 'aria-label': 'Search all columns', placeholder: 'Search', autocomplete: 'off',
      input: () => this.change((view) => { view.search = this.search.value; }, true) });
    this.filters = this.disclosure('Filter', () => this.filterPanel());
    this.columnList = this.disclosure('Columns', () => this.columnPanel());
    this.reset = el('button', { type: 'button', click: () => this.address.show(this.section, emptyView()) }, 'Reset');
    this.compare = el('button', { type: 'button', hidden: true, click: () => { this.differing.element.scrollIntoView(); this.differing.title.focus(); } });
    this.chips = el('ul', { class: 'chips', 'aria-label': 'Filters that are set' });
    return [
      el('div', { class: 'bar' }, this.title,
        this.model.areRepeated ? el('div', { class: 'switch', role: 'group', 'aria-label': 'Rows' }, ...this.modes) : null,
        this.search, this.filters.button, this.columnList.button,
        el('button', { type: 'button', click: () => this.copy('CSV', asCsv) }, 'Copy CSV'),
        el('button', { type: 'button', click: () => this.copy('Markdown', asMarkdown) }, 'Copy Markdown'), this.compare, this.reset),
      this.filters.panel, this.columnList.panel, this.chips, this.said];
  }

  /** A button, and a panel that is made when it is opened. */
  disclosure(text, content) {
    const panel = el('div', { class: 'panel', id: unique('panel'), hidden: true });
    const button = el('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': panel.id, click: () => open(panel.hidden) }, text);
    const open = (opened) => {
      panel.hidden = !opened;
      button.setAttribute('aria-expanded', String(opened));
      panel.replaceChildren(...(opened ? [content()] : []));
    };
    panel.addEventListener('keydown', (event) => { if (event.key === 'Escape') { open(false); button.focus(); } });
    return { button, panel, open, renew: () => { if (!panel.hidden && !panel.contains(document.activeElement)) { panel.replaceChildren(content()); } } };
  }

  nothing() {
    this.none = el('p', { class: 'note', hidden: true }, 'No row is left. Take a filter away to see some.');
    return this.none;
  }

  /** @param {(view: View) => void} how */
  change(how, typing = false) {
    const view = copyOf(this.address.view(this.section));
    how(view);
    this.address.show(this.section, view, typing && this.typed);
    this.typed = typing;
  }

  isPicked(id) {
    return this.address.view(this.section).picks.has(id);
  }

  /** A box that ticks a run or a point, to see what differs between the ticked ones. */
  pickBox(id, words) {
    const box = el('input', { type: 'checkbox', class: 'pick', 'data-pick': id, 'aria-label': 'Compare ' + shortened(words || id, 80), change: () => this.change((view) => {
      if (box.checked) { view.picks.add(id); } else { view.picks.delete(id); }
    }) });
    box.checked = this.isPicked(id);
    return box;
  }

  setFilter(id, filter, typing = false) {
    this.change((view) => {
      if (isEmptyFilter(filter)) { view.filters.delete(id); } else { view.filters.set(id, filter); }
    }, typing);
  }

  sortBy(column) {
    this.change((view) => {
      view.descending = view.sort === column.id && !view.descending;
      view.sort = column.id;
    });
  }

  /** @param {Group} group */
  openRuns(group) {
    this.change((view) => {
      view.mode = 'runs';
      view.sort = view.search = '';
      view.filters = new Map(this.model.parameters.map((v) => [v.id, { values: [sayValue(valueOf(group.runs[0], v))] }]));
    });
    this.modes[1].focus();
  }

  /** All columns of this kind of rows. */
  all() {
    return this.isPoints() ? this.columns.points : this.columns.runs;
  }

  shown() {
    const { shown } = this.address.view(this.section);
    return this.all().filter((column, i) => i === 0 || (shown.get(column.id) ?? column.byDefault));
  }

  filterPanel() {
    const rows = this.isPoints() ? this.inRank : this.model.runs;
    return filterPanel(this.all(), rows, this.address.view(this.section), (column, part, typing) => {
      this.setFilter(column.id, { ...this.address.view(this.section).filters.get(column.id), ...part }, typing);
    });
  }

  columnPanel() {
    const { shown } = this.address.view(this.section);
    const boxes = this.all().slice(1).map((column) => {
      const box = el('input', { type: 'checkbox', 'data-column': column.id, change: () => this.change((view) => {
        if (box.checked === column.byDefault) { view.shown.delete(column.id); } else { view.shown.set(column.id, box.checked); }
      }) });
      box.checked = shown.get(column.id) ?? column.byDefault;
      return el('label', {}, box, ' ', column.code ? el('code', {}, shortened(column.name, 32)) : column.name);
    });
    return el('fieldset', { class: 'ticks wide' }, el('legend', {}, 'Columns to show'), ...boxes);
  }

  refresh() {
    const view = this.address.view(this.section);
    const rows = this.isPoints() ? this.inRank : this.model.runs;
    this.rows = rowsOf(this.all(), rows, view);
    this.title.replaceChildren(this.isPoints() ? 'Points ' : 'Runs ',
      el('small', {}, this.rows.length === rows.length ? String(rows.length) : this.rows.length + ' of ' + rows.length));
    this.modes.forEach((button) => button.setAttribute('aria-pressed', String((button.dataset.mode === 'points') === this.isPoints())));
    if (document.activeElement !== this.search) { this.search.value = view.search; }
    this.filters.renew();
    this.columnList.renew();
    this.filters.button.textContent = view.filters.size ? 'Filter (' + view.filters.size + ')' : 'Filter';
    this.reset.hidden = [...partsOf(view)].length === 0;
    this.showChips(view);
    this.said.textContent = this.rows.length === rows.length ? '' : this.rows.length + ' of ' + rows.length + (this.isPoints() ? ' points' : ' runs') + ' are shown';
    const parts = [...partsOf(view)].filter(([name]) => name !== 'pick');
    const table = JSON.stringify(parts.filter(([name]) => !name.startsWith('chart.')));
    if (table === this.tableView) { this.table.renewPicks((id) => view.picks.has(id)); } else { this.table.show(this.shown(), this.rows, view); }
    this.tableView = table;
    this.compare.hidden = view.picks.size < 2;
    this.compare.textContent = 'What differs between ' + view.picks.size;
    this.none.hidden = this.rows.length > 0;
    // They are of the same runs in whichever order, and with whichever columns.
    const charts = JSON.stringify(parts.filter(([name]) => !['sort', 'show', 'hide'].includes(name)));
    if (charts !== this.chartView) { this.charts.refresh(); }
    this.chartView = charts;
    this.same.refresh();
    this.differing.refresh();
  }

  showChips(view) {
    const names = new Map(this.all().map((column) => [column.id, column.name]));
    this.chips.replaceChildren(...[...view.filters].filter(([id]) => names.has(id)).map(([id, filter]) => {
      const words = filterWords(names.get(id), filter);
      return el('li', {}, el('button', { type: 'button', 'aria-label': 'Take away the filter: ' + words, click: () => {
        this.setFilter(id, null);
        this.filters.button.focus();
      } }, words, el('span', { 'aria-hidden': 'true' }, ' ✕')));
    }));
    this.chips.hidden = this.chips.childElementCount === 0;
  }

  /** The runs behind the rows: what every chart shows. */
  runs() {
    return this.isPoints() ? this.rows.flatMap((group) => group.runs) : this.rows;
  }

  copy(kind, words) {
    const columns = this.shown().filter((column) => !column.plain);
    const what = this.rows.length + (this.rows.length === 1 ? ' row as ' : ' rows as ') + kind;
    copyText(words(columns, this.rows), what, (said) => { this.said.textContent = said; });
  }
}
