// The runs under way: where each is, what it puts out, and the way to stop it.

class LiveRuns {
  constructor() {
    this.cards = new Map();
    this.open = new Set();
    this.opened = () => {};
    this.changed = () => {};
    this.offset = 0;
    const title = el('h2', { id: unique('progress') }, 'In progress ', this.number = el('small', {}));
    this.list = el('ul', { class: 'cards', 'aria-labelledby': title.id });
    this.stopAll = el('button', { type: 'button', click: () => this.askStudy() }, 'Stop the study');
    this.element = el('section', { class: 'live', 'aria-labelledby': title.id, hidden: true }, el('div', { class: 'bar' }, title, this.stopAll), this.list);
    setInterval(() => { if (!document.hidden) { this.tick(); } }, 1000);
  }

  count() {
    return this.cards.size;
  }

  /** What comes once a server is there again is all there is. */
  take({ now, all, runs, gone }) {
    this.offset = Date.parse(now) - Date.now();
    const absent = all ? [...this.cards.keys()].filter((name) => !(name in runs)) : gone;
    absent.forEach((name) => this.remove(name));
    for (const [name, news] of Object.entries(runs)) {
      if (!this.cards.has(name)) { this.add(name); }
      this.cards.get(name).take(news, all);
    }
    this.renew();
  }

  add(name) {
    const card = new RunCard(name, (isOpen) => this.toggle(name, isOpen));
    this.cards.set(name, card);
    this.list.append(card.element);
  }

  remove(name) {
    const card = this.cards.get(name);
    if (!card) { return; }
    const hadFocus = card.element.contains(document.activeElement);
    card.element.remove();
    this.cards.delete(name);
    this.open.delete(name);
    if (hadFocus) { (this.list.querySelector('button') || document.querySelector('.explorer button'))?.focus(); }
  }

  toggle(name, isOpen) {
    if (isOpen) { this.open.add(name); } else { this.open.delete(name); }
    this.opened();
  }

  renew() {
    this.element.hidden = this.cards.size === 0;
    this.number.textContent = this.cards.size;
    this.stopAll.hidden = ![...this.cards.values()].some((card) => card.words.study);
    // Of several folders a run's name begins with the folder's number.
    this.areSeveral = [...this.cards.keys()].some((name) => name.includes('/'));
    this.stopAll.textContent = this.areSeveral ? 'Stop all studies' : 'Stop the study';
    this.tick();
    this.changed();
  }

  tick() {
    if (this.isLive) { this.cards.forEach((card) => card.tick(Date.now() + this.offset)); }
  }

  /** Without a connection nothing moves, and nothing can be asked for. */
  setLive(isLive) {
    this.isLive = isLive;
    this.element.classList.toggle('stale', !isLive);
    this.stopAll.disabled = !isLive;
    this.cards.forEach((card) => card.setLive(isLive));
  }

  askStudy() {
    const words = this.areSeveral ? ['Stop all studies?', 'In all folders of this page runs in progress', 'Stop all studies'] : ['Stop the study?', 'Its ' + this.count() + ' runs in progress', 'Stop the study'];
    askToStop(words[0], words[1] + ' are interrupted and sealed as they are, and no more are begun. ‘platen sweep’ goes on later where it ended.', words[2], 'stop-study');
  }
}

/** Names of folders as parts of an address. */
function addressOf(names) {
  return names.split('/').map(encodeURIComponent).join('/');
}

/** Asks twice: what is stopped may have run for hours. */
function askToStop(title, words, button, path) {
  const said = el('p', { role: 'status', class: 'said' });
  const yes = el('button', { type: 'button', class: 'danger', click: async () => {
    yes.disabled = true;
    said.textContent = 'Asking …';
    try {
      const answer = await fetch(path, { method: 'POST' });
      if (!answer.ok) { throw new Error(await answer.text()); }
      dialog.close();
    } catch (failed) {
      yes.disabled = false;
      said.textContent = 'That didn’t work: ' + failed.message;
    }
  } }, button);
  const dialog = openDialog(title, el('p', {}, words), el('p', { class: 'bar' }, yes), said);
}

function clock(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? minutes + ':' + two(seconds % 60) : Math.floor(minutes / 60) + ':' + two(minutes % 60) + ':' + two(seconds % 60);
}

class RunCard {
  /**
   * @param {string} name the run's folder
   * @param {(isOpen: boolean) => void} toggled
   */
  constructor(name, toggled) {
    this.name = name;
    this.words = {};
    this.toggled = toggled;
    this.title = el('h3', { id: unique('run') });
    this.cell = el('span', { class: 'card-cell' });
    this.time = el('span', { class: 'card-time' });
    this.bar = el('progress', { max: 1, value: 0, 'aria-labelledby': this.title.id });
    this.last = el('p', { class: 'card-last' });
    this.outputs = new RunOutputs(name, this.title.id);
    this.more = el('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': this.outputs.element.id, click: () => this.toggle() }, 'Outputs');
    this.stop = el('button', { type: 'button', click: () => askToStop('Stop this run?', this.words.title
      + ': what it has put out so far is kept, and sealed as interrupted. ‘platen sweep’ runs it again the next time.', 'Stop the run', 'stop/' + addressOf(name)) }, 'Stop');
    this.element = el('li', { class: 'card', 'data-run': name },
      el('div', { class: 'card-head' }, this.title, this.time, el('span', { class: 'bar' }, this.more,
        el('a', { href: addressOf(name) + '/so-far.html', target: '_blank', rel: 'noopener' }, 'Report so far'), this.stop)),
      el('div', { class: 'card-where' }, this.bar, this.cell), this.last, this.outputs.element);
  }

  toggle() {
    const isOpen = this.outputs.element.hidden;
    this.outputs.element.hidden = !isOpen;
    this.more.setAttribute('aria-expanded', String(isOpen));
    this.outputs.clear();
    this.toggled(isOpen);
  }

  take({ out, ...words }, all) {
    Object.assign(this.words, words);
    const { study, cells, finished, cell, heading, code, last, stopping } = this.words;
    const title = this.name.includes('/') && study ? study + ': ' + this.words.title : this.words.title;
    this.title.textContent = title;
    this.more.setAttribute('aria-label', 'Outputs of ' + title);
    this.stop.setAttribute('aria-label', 'Stop ' + title);
    this.bar.max = Math.max(1, cells);
    this.bar.value = finished;
    this.cell.replaceChildren(...(stopping ? ['stopping …'] : cell ? ['cell ' + cell + ' of ' + cells + (heading ? ' · ' + heading + ' · ' : ' '), el('code', {}, shortened(code, 80))]
      : [finished === 0 ? 'the kernel starts' : finished >= cells ? 'writing the report' : finished + ' of ' + cells + ' cells']));
    if (stopping && document.activeElement === this.stop) { this.more.focus(); }
    this.stop.hidden = stopping;
    this.last.textContent = last;
    if (out && !this.outputs.element.hidden) { this.outputs.take(out, all); }
  }

  tick(now) {
    const { started, since, cell } = this.words;
    this.time.textContent = clock(now - Date.parse(started)) + (cell && since ? ' · this cell ' + clock(now - Date.parse(since)) : '');
  }

  setLive(isLive) {
    this.stop.disabled = !isLive;
  }
}

/** The last outputs of a run. All of it is text, an image, or HTML in a frame in which nothing runs. */
class RunOutputs {
  constructor(name, label) {
    this.name = name;
    this.shown = new Map();
    this.list = el('div', { class: 'outs', role: 'region', tabindex: 0, 'aria-label': 'The last outputs' });
    this.log = el('pre', { tabindex: 0 });
    this.logBox = el('details', { hidden: true }, el('summary', {}, 'What the kernel’s process wrote'), this.log);
    this.element = el('div', { class: 'card-out', id: unique('outputs'), hidden: true, 'aria-labelledby': label, role: 'group' }, this.list, this.logBox);
    this.clear();
  }

  clear() {
    this.shown.clear();
    this.list.replaceChildren(el('p', { class: 'hint' }, 'Nothing came out yet.'));
  }

  take({ outputs, order, log }, all) {
    const atEnd = this.list.scrollTop + this.list.clientHeight >= this.list.scrollHeight - 8;
    if (all) { this.shown.clear(); }
    for (const [key, news] of Object.entries(outputs)) {
      if ('more' in news) { this.shown.get(key)?.lastChild.append(news.more); } else { this.replace(key, news); }
    }
    if (order) {
      [...this.shown.keys()].filter((key) => !order.includes(key)).forEach((key) => this.shown.delete(key));
      if (order.length) { this.list.replaceChildren(...order.map((key) => this.shown.get(key)).filter(Boolean)); } else { this.clear(); }
    }
    if (log !== undefined) {
      this.logBox.hidden = log === '';
      this.log.textContent = log;
    }
    if (atEnd) { this.list.scrollTop = this.list.scrollHeight; }
  }

  /** As high as it needs about: a frame of another origin doesn't tell. */
  frame(cell, [key, version, lines]) {
    const frame = el('iframe', { src: 'live-html/' + addressOf(this.name + '/' + key + '/' + version), sandbox: true, title: 'What cell ' + cell + ' shows' });
    frame.style.height = 2 + 1.8 * Number(lines) + 'rem';
    return frame;
  }

  replace(key, { cell, kind, text }) {
    const content = kind === 'image'
      ? el('img', { src: 'live-image/' + addressOf(this.name + '/' + text), alt: 'Image that cell ' + cell + ' shows' })
      : kind === 'html' ? this.frame(cell, text.split('/'))
      : kind === 'note' ? el('p', { class: 'hint' }, text) : el('pre', { class: kind }, text);
    const made = el('div', { class: 'one-out' }, cell ? el('span', { class: 'out-cell' }, 'cell ' + cell) : null, content);
    const old = this.shown.get(key);
    if (old && old.isConnected) { old.replaceWith(made); }
    this.shown.set(key, made);
  }
}
