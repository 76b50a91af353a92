// A served page that is brought up to date: what changed of the data, and of what stands around the tables.

/**
 * Which moment a page shows that nobody brings up to date; of a file the time at which it was written.
 * @param {number} millis since 1970
 */
function saySnapshot(millis) {
  const words = document.querySelector('.snapshot');
  if (words && !Number.isNaN(millis)) { words.firstChild.data = 'This page is a snapshot of ' + sayTime(millis / 1000) + '. '; }
}

/** @param {Array<[at: number, removed: number, added: Array]>} edits in the order of the list, by the places it had before */
function edited(list, edits) {
  const result = [];
  let from = 0;
  for (const [at, removed, added] of edits) {
    for (; from < at; from++) { result.push(list[from]); }
    for (const each of added) { result.push(each); }
    from += removed;
  }
  for (; from < list.length; from++) { result.push(list[from]); }
  return result;
}

/** Brings a template's data up to date; whether anything changed. */
function applyChange(template, { head, gone, runs }) {
  for (const [name, { value, edits }] of Object.entries(head)) {
    template[name] = edits ? edited(template[name], edits) : value;
  }
  gone.forEach((name) => { delete template[name]; });
  template.runs = edited(template.runs, runs);
  return Object.keys(head).length > 0 || gone.length > 0 || runs.length > 0;
}

class LivePage {
  /**
   * @param {Object} data the page's own
   * @param {(section: number) => void} explore shows a section's data as they are now
   */
  constructor(data, explore) {
    this.data = data;
    this.explore = explore;
    this.parts = new Map();
    this.sections = new Set();
    this.rested = 0;
    this.isPressed = false;
    addEventListener('pointerdown', () => { this.isPressed = true; });
    for (const end of ['pointerup', 'pointercancel', 'blur']) { addEventListener(end, () => { this.isPressed = false; }); }
    document.addEventListener('visibilitychange', () => this.soon());
  }

  take(change) {
    change.sections.forEach((section, i) => { if (applyChange(this.data.templates[i], section)) { this.sections.add(i); } });
    Object.entries(change.parts).forEach(([name, markup]) => this.parts.set(name, markup));
    this.soon();
  }

  /** Not more often than every second, and for a small share of the browser's time only. */
  soon() {
    if (this.timer === undefined && (this.parts.size || this.sections.size) && !document.hidden) {
      this.timer = setTimeout(() => { this.timer = undefined; this.show(); }, Math.max(0, this.rested - performance.now()));
    }
  }

  show() {
    const begin = performance.now();
    // Nothing moves under a hand that draws a range, nor behind an open box.
    if (!this.isPressed && !document.querySelector('dialog[open]')) {
      const sections = [...this.sections];
      this.sections.clear();
      for (const [name, markup] of this.parts) { this.showPart(name, markup); }
      sections.forEach((section) => this.explore(section));
    }
    this.rested = performance.now() + Math.max(1000, 10 * (performance.now() - begin));
    this.soon();
  }

  /** The markup is the page's own, made by the same writer as the page was, and the page's policy lets no other script run. */
  showPart(name, markup) {
    const place = document.querySelector('[data-part="' + name + '"]');
    if (place.contains(document.activeElement)) { return; }
    const open = [...place.querySelectorAll('details')].map((details) => details.open);
    place.replaceChildren(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes);
    place.querySelectorAll('details').forEach((details, i) => { details.open = open[i] || false; });
    place.querySelectorAll('.scroll').forEach((box) => { if (box.scrollWidth > box.clientWidth) { box.tabIndex = 0; } });
    makeSortable(place);
    this.parts.delete(name);
  }
}
