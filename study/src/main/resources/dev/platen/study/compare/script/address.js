// The view in the page's address: whoever opens the link sees what its sender saw, and the back button undoes.

/** @typedef {{mode: string, sort: string, descending: boolean, search: string, filters: Map<string, Filter>, picks: Set<string>, shown: Map<string, boolean>, chart: Map<string, string>}} View */
/** @typedef {{from?: number, to?: number, values?: string[], text?: string}} Filter */

const VIEW_SIGN = '#view?';

/** @returns {View} */
function emptyView() {
  return { mode: '', sort: '', descending: false, search: '', filters: new Map(), shown: new Map(), chart: new Map(), picks: new Set() };
}

/** The address's part behind the sign; one section's keys begin with its number and a colon. */
class Address {
  constructor() {
    this.views = new Map();
    this.listeners = [];
    this.read();
    // A link within the page, such as to its content, is no view.
    const look = () => { if (this.written !== location.hash && this.isView()) { this.read(); this.tell(); } };
    addEventListener('popstate', look);
    addEventListener('hashchange', look);
  }

  isView() {
    return location.hash === '' || location.hash.startsWith(VIEW_SIGN);
  }

  view(section) {
    return this.views.get(section) || emptyView();
  }

  listen(listener) {
    this.listeners.push(listener);
  }

  forget(listener) {
    this.listeners = this.listeners.filter((each) => each !== listener);
  }

  tell() {
    this.listeners.forEach((listener) => listener());
  }

  /** Shows another view; typing replaces the last one, so that the way back isn't letter by letter. */
  show(section, view, replace = false) {
    this.views.set(section, view);
    this.written = this.text();
    const address = this.written || location.pathname + location.search;
    try {
      if (replace) { history.replaceState(null, '', address); } else { history.pushState(null, '', address); }
    } catch (refused) {
      location.hash = this.written;
    }
    this.tell();
  }

  read() {
    this.views = new Map();
    this.written = location.hash;
    if (!location.hash.startsWith(VIEW_SIGN)) { return; }
    for (const [key, value] of new URLSearchParams(location.hash.slice(VIEW_SIGN.length))) {
      const [, number, name] = /^(?:(\d+):)?(.*)$/s.exec(key);
      const section = number ? Number(number) - 1 : 0;
      if (!this.views.has(section)) { this.views.set(section, emptyView()); }
      readPart(this.views.get(section), name, value);
    }
  }

  text() {
    const parts = new URLSearchParams();
    for (const [section, view] of [...this.views].sort((a, b) => a[0] - b[0])) {
      const prefix = section === 0 ? '' : (section + 1) + ':';
      for (const [key, value] of partsOf(view)) { parts.append(prefix + key, value); }
    }
    const text = parts.toString();
    return text === '' ? '' : VIEW_SIGN + text;
  }
}

/** @param {View} view */
function* partsOf(view) {
  if (view.mode) { yield ['rows', view.mode]; }
  if (view.sort) { yield ['sort', (view.descending ? '-' : '') + view.sort]; }
  if (view.search) { yield ['find', view.search]; }
  for (const [column, filter] of view.filters) {
    if (filter.values) { for (const value of filter.values) { yield ['is.' + column, value]; } }
    if (filter.text) { yield ['has.' + column, filter.text]; }
    if (filter.from !== undefined || filter.to !== undefined) { yield ['in.' + column, (filter.from ?? '') + '..' + (filter.to ?? '')]; }
  }
  for (const [column, shown] of view.shown) { yield [shown ? 'show' : 'hide', column]; }
  for (const [name, value] of view.chart) { yield ['chart.' + name, value]; }
  for (const id of view.picks) { yield ['pick', id]; }
}

/** What isn't known is passed over: a link may be older or newer than the page. */
function readPart(view, name, value) {
  const [, kind, rest] = /^(\w+)\.?(.*)$/s.exec(name) || [];
  const filter = () => {
    if (!view.filters.has(rest)) { view.filters.set(rest, {}); }
    return view.filters.get(rest);
  };
  if (kind === 'rows') { view.mode = value; }
  if (kind === 'sort') { view.descending = value.startsWith('-'); view.sort = value.replace(/^-/, ''); }
  if (kind === 'find') { view.search = value; }
  if (kind === 'is') { filter().values = [...(filter().values || []), value]; }
  if (kind === 'has') { filter().text = value; }
  if (kind === 'show' || kind === 'hide') { view.shown.set(value, kind === 'show'); }
  if (kind === 'chart') { view.chart.set(rest, value); }
  if (kind === 'pick') { view.picks.add(value); }
  if (kind === 'in') {
    const [from, to] = value.split('..').map((end) => (end === '' ? null : readNumber(end)));
    if (from !== null && from !== undefined) { filter().from = from; }
    if (to !== null && to !== undefined) { filter().to = to; }
  }
}

/** A copy to change. */
function copyOf(view) {
  return { ...view, filters: new Map([...view.filters].map(([column, filter]) => [column, { ...filter }])),
    shown: new Map(view.shown), chart: new Map(view.chart), picks: new Set(view.picks) };
}
