// The connection to the server: what it says, and whether there is one.

const RETRY_MILLIS = 2000;
const HIDDEN_MILLIS = 60000;

class Live {
  /**
   * @param {number} version what the page shows
   * @param {LivePage} page
   * @param {LiveRuns} runs
   */
  constructor(version, page, runs) {
    this.version = version;
    this.page = page;
    this.runs = runs;
    this.line = el('p', { class: 'live-line lost-line', role: 'status' }, 'Connecting …');
    this.trouble = el('p', { class: 'live-trouble', role: 'alert', hidden: true });
    const title = document.querySelector('header.title');
    title.after(this.line, this.trouble, runs.element);
    runs.opened = () => this.connect();
    runs.changed = () => this.say();
    document.addEventListener('visibilitychange', () => this.look());
    addEventListener('pagehide', () => this.close());
    addEventListener('pageshow', (event) => { if (event.persisted) { this.connect(); } });
    this.connect();
  }

  connect() {
    this.close();
    const open = [...this.runs.open].map((name) => '&open=' + encodeURIComponent(name)).join('');
    const source = this.source = new EventSource('events?version=' + this.version + open);
    source.addEventListener('open', () => { this.lostAt = null; this.say(); });
    // By itself a browser would ask again for what it asked for before, and get changes that it has.
    source.addEventListener('error', () => { this.lose(); this.retry = setTimeout(() => this.connect(), RETRY_MILLIS); });
    source.addEventListener('page', ({ data }) => this.take(JSON.parse(data)));
    source.addEventListener('runs', ({ data }) => this.runs.take(JSON.parse(data)));
    source.addEventListener('reload', () => { this.close(); location.reload(); });
    source.addEventListener('trouble', ({ data }) => this.tell(JSON.parse(data).words));
  }

  close() {
    clearTimeout(this.retry);
    if (this.source) { this.source.close(); }
    this.source = null;
  }

  /** A page that nobody sees costs nothing, and takes none of the six connections that a browser makes to one server. */
  look() {
    clearTimeout(this.hiding);
    if (document.hidden) {
      this.hiding = setTimeout(() => this.close(), HIDDEN_MILLIS);
    } else if (!this.source) {
      this.connect();
    }
  }

  take(change) {
    if (change.version <= this.version) { return; }
    if (change.version !== this.version + 1) { this.close(); location.reload(); return; }
    this.version = change.version;
    this.page.take(change);
  }

  lose() {
    this.close();
    this.lostAt = this.lostAt || new Date();
    this.say();
  }

  tell(words) {
    this.trouble.textContent = words;
    this.trouble.hidden = words === '';
  }

  say() {
    const isLive = !this.lostAt;
    const count = this.runs.count();
    document.querySelector('.snapshot').hidden = isLive;
    this.runs.setLive(isLive);
    const words = isLive ? (count === 0 ? 'Live: nothing runs now' : 'Live')
      : 'The connection is lost. This is a snapshot of ' + this.lostAt.toLocaleTimeString() + '; it is tried again.';
    if (this.line.textContent !== words) {
      this.line.className = isLive ? 'live-line' : 'live-line lost-line';
      this.line.replaceChildren(words);
    }
    if (!isLive) { saySnapshot(this.lostAt.getTime()); }
  }
}
