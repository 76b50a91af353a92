// The section that shows what differs between the runs or points that were ticked.

const MOST_SIDES = 6;

class Differing {
  /** @param {Explorer} explorer */
  constructor(explorer) {
    this.explorer = explorer;
    this.title = el(explorer.headLevel, { id: unique('differing'), tabindex: -1 }, 'What differs');
    this.sentence = el('p', { class: 'told' });
    this.result = el('div', {});
    this.extremes = el('button', { type: 'button', click: () => this.pick(this.ends.map((group) => pickOf(group))) }, 'Best point against worst');
    this.clear = el('button', { type: 'button', click: () => this.pick([]) }, 'Untick all');
    this.element = el('section', { class: 'differing', 'aria-labelledby': this.title.id, hidden: this.model.runs.length < 2 }, this.title,
      el('div', { class: 'bar' }, this.extremes, this.clear), this.sentence, this.result);
    this.renewModel();
  }

  get model() {
    return this.explorer.model;
  }

  /** The runs are other objects now, and may be more. */
  renewModel() {
    const ranked = this.explorer.inRank.filter((group) => Number.isFinite(group.rank));
    this.ends = ranked.length > 1 ? [ranked[0], ranked[ranked.length - 1]] : [];
    this.extremes.hidden = this.ends.length === 0;
    this.element.hidden = this.model.runs.length < 2;
    this.key = null;
  }

  pick(ids) {
    this.explorer.change((view) => { view.picks = new Set(ids); });
  }

  /** @returns {Side[]} what was ticked and is on this page */
  sides() {
    const { picks } = this.explorer.address.view(this.explorer.section);
    if (picks.size === 0) { return []; }
    const runs = new Map(this.model.runs.map((run) => [run.id, run]));
    return [...picks].map((id) => (id.startsWith('~') ? pointSide(this.model, runs.get(id.slice(1))) : runSide(this.model, runs.get(id)))).filter(Boolean);
  }

  refresh() {
    const all = this.sides();
    const sides = all.slice(0, MOST_SIDES);
    this.clear.hidden = all.length === 0;
    const key = JSON.stringify([...this.explorer.address.view(this.explorer.section).picks]);
    if (key === this.key) { return; }
    this.key = key;
    if (sides.length < 2) {
      this.sentence.textContent = sides.length === 1 ? 'Tick one more run or point in the table.' : 'Tick two or more runs or points in the table, or figures above.';
      this.result.replaceChildren();
      return;
    }
    const groups = differencesOf(this.model, sides);
    const same = sameWords(this.model);
    this.sentence.textContent = (all.length > sides.length ? 'The first ' + MOST_SIDES + ' of ' + all.length + ' that are ticked. ' : '')
      + (groups.length ? 'Only what differs is listed.' : 'Nothing that was recorded differs.') + (same ? ' The same in all runs: ' + same + '.' : '');
    this.result.replaceChildren(this.table(sides, groups), this.sources(sides), this.figures(sides));
  }

  table(sides, groups) {
    const isPair = sides.length === 2;
    const width = sides.length + 1 + (isPair ? 1 : 0);
    const heads = sides.map((side) => el('th', { scope: 'col' }, side.report ? el('a', { href: side.report }, side.label) : side.label, side.best ? el('span', { class: 'mark' }, 'best') : null));
    const bodies = groups.map((group) => el('tbody', {}, el('tr', { class: 'group' }, el('th', { scope: 'rowgroup', colspan: width }, group.title)),
      ...group.rows.map((row) => el('tr', {}, this.cell('th', row.name), ...row.values.map((value) => this.cell('td', value)), isPair ? el('td', { class: 'n' }, row.difference || '') : null))));
    return el('div', { class: 'scroll', role: 'region', 'aria-label': 'What differs, as a table', tabindex: 0 }, el('table', { class: 'differences' },
      el('thead', {}, el('tr', {}, el('td', {}), ...heads, isPair ? el('th', { scope: 'col', class: 'n' }, 'second − first') : null)), ...bodies));
  }

  cell(tag, text) {
    const cell = el(tag, tag === 'th' ? { scope: 'row' } : {});
    fillText(text, cell);
    return cell;
  }

  /** Line by line, each side against the first that is known; made when it is opened. */
  sources(sides) {
    const open = (details, { name, texts }) => {
      const first = texts.findIndex((text) => text !== null);
      details.append(...sides.map((side, i) => [side, texts[i]]).filter(([, text]) => text !== null && text !== texts[first])
        .map(([side, text]) => el('div', {}, el('p', { class: 'told' }, lineWords(texts[first], text)), linesBeside(name + ': ' + side.label, [sides[first].label, side.label], texts[first], text))));
    };
    return el('div', {}, ...differingSources(this.model, sides).map((source) => el('details', { class: 'pair source', toggle: (event) => {
      if (event.target.open && event.target.childElementCount === 1) { open(event.target, source); }
    } }, el('summary', {}, 'How ', el('code', {}, shortened(source.name, 80)), ' differs'))));
  }

  /** Whether two pictures differ is for the eye: they are shown, of each side its first run's. */
  figures(sides) {
    const shared = this.model.outputs.filter((output) => sides.some((side) => side.runs.some((run) => output.cells.has(run))) && (output.kind === 'image' || this.isOtherText(output, sides)));
    return el('div', {}, ...shared.map((figure) => el('details', { class: 'pair', toggle: (event) => {
      if (event.target.open && event.target.childElementCount === 1) { event.target.append(this.pair(figure, sides)); }
    } }, el('summary', {}, figure.name))));
  }

  /** Whether a text or table isn't the same on all sides, as far as the page has it. */
  isOtherText(output, sides) {
    const said = sides.map((side) => side.runs.find((run) => output.cells.has(run))).map((run) => JSON.stringify(run ? output.contents.get(run) : null));
    return said.some((text) => text !== said[0]);
  }

  pair(figure, sides) {
    const having = sides.map((side) => ({ side, run: side.runs.find((run) => figure.cells.has(run)) }));
    const runs = having.map(({ run }) => run).filter(Boolean);
    if (figure.kind !== 'image' && runs.length === 2 && sides.length === 2) {
      const { sentence, element } = besideEachOther(figure.name, runs.map((run) => runWords(this.model, run)), ...runs.map((run) => figure.contents.get(run)));
      return el('div', {}, el('p', { class: 'told' }, sentence), element);
    }
    const frame = (run) => (figure.kind === 'image' ? el('div', { class: 'frame free' }, runImage(this.model, figure, run)) : textFrame(this.model, figure, run));
    return el('div', {}, el('ul', { class: 'tiles' }, ...having.map(({ side, run }) => el('li', { class: 'tile' },
      run ? frame(run) : el('p', { class: 'note' }, 'No such output.'), el('div', { class: 'under' }, run ? runWords(this.model, run) : side.label)))),
    runs.length > 1 ? el('p', { class: 'bar' }, el('button', { type: 'button', click: () => (figure.kind === 'image' ? openTwo : openTwoTexts)(this.model, figure, runs, runs[0], runs[1]) }, figure.kind === 'image' ? 'In turn, or their difference' : 'Side by side')) : null);
  }
}

/** How a point is named in the address: by its first run. */
function pickOf(row) {
  return row.runs ? '~' + row.runs[0].id : row.id;
}

function runSide(model, run) {
  return run && { label: runWords(model, run), runs: [run], best: false, report: hasEnded(run) ? reportOf(run) : null };
}

function pointSide(model, run) {
  if (!run) { return null; }
  const ended = run.group.runs.filter((each) => each.status === 'succeeded');
  return { label: inSentence(run.group) || 'the only point', runs: ended.length ? ended : run.group.runs, best: model.isBest(run.group), report: null };
}
