// Texts and tables that runs showed: in a tile, and two beside each other. What a run says stays text.

/**
 * @typedef {{heads: number, side: number, rows: string[][], cut?: boolean}} CellTexts the texts of a table's cells
 * @typedef {string|CellTexts} Shown
 */

const NUMBER = /^([-+−]?[\d.,]+(e[-+]?\d+)?%?|nan|)$/i;

function isTable(shown) {
  return typeof shown !== 'string';
}

/**
 * @param {Shown} shown
 * @param {?(row: number, column: number) => boolean} differs of a table, which cells are marked
 */
function shownText(shown, differs = null) {
  if (!isTable(shown)) { return el('pre', {}, shown); }
  // Numbers and their heads stand to the right.
  const isNumeric = shown.rows[shown.rows.length - 1].map((_, c) => shown.rows.slice(shown.heads).every((row) => NUMBER.test(row[c] ?? '')));
  const cell = (row, r, text, c) => {
    const isMarked = differs !== null && differs(r, c);
    const isHead = text !== '' && (r < shown.heads || c < shown.side);
    return el(isHead ? 'th' : 'td', { scope: isHead ? (r < shown.heads ? 'col' : 'row') : null, class: [isNumeric[c] ? 'n' : '', isMarked ? 'other-value' : ''].join(' ').trim() || null },
      isMarked ? el('span', { class: 'sign', role: 'img', 'aria-label': 'differs' }, '≠ ') : null, text);
  };
  const rows = shown.rows.map((row, r) => el('tr', {}, ...row.map((text, c) => cell(row, r, text, c))));
  return el('div', {}, el('table', { class: 'shown' }, el('thead', {}, ...rows.slice(0, shown.heads)), el('tbody', {}, ...rows.slice(shown.heads))),
    shown.cut ? el('p', { class: 'note' }, 'Cut; the report has all of it.') : null);
}

/** A run's text or table in a frame of its own that can be scrolled; or where else it is. */
function textFrame(model, output, run) {
  const shown = output.contents.get(run);
  if (shown === undefined) { return el('p', { class: 'note' }, 'Not in this page; the run’s report has it.'); }
  return el('div', { class: 'frame text', role: 'group', tabindex: 0, 'aria-label': output.name + ': ' + runWords(model, run) }, shownText(shown));
}

/**
 * Two of them beside each other.
 * @param {string[]} heads which is which
 * @returns {{sentence: string, element: HTMLElement}}
 */
function besideEachOther(label, heads, left, right) {
  if (isTable(left) && isTable(right)) {
    const differ = (r, c) => left.rows[r]?.[c] !== right.rows[r]?.[c];
    const count = Math.max(left.rows.length, right.rows.length);
    let cells = 0;
    for (let r = 0; r < count; r++) {
      for (let c = 0; c < Math.max(left.rows[r]?.length ?? 0, right.rows[r]?.length ?? 0); c++) { cells += differ(r, c) ? 1 : 0; }
    }
    const side = (head, shown) => el('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': head }, el('p', { class: 'under' }, head), shownText(shown, differ));
    return { sentence: cells === 0 ? 'Both are alike.' : cells === 1 ? '1 cell differs.' : cells + ' cells differ.',
      element: el('div', { class: 'two-texts' }, side(heads[0], left), side(heads[1], right)) };
  }
  const [a, b] = [left, right].map((shown) => (isTable(shown) ? shown.rows.map((row) => row.join('\t')).join('\n') : shown));
  return { sentence: lineWords(a, b), element: linesBeside(label, heads, a, b) };
}

/** A box in which the reader chooses which two. */
function openTwoTexts(model, output, runs, first, second) {
  const two = [first, second];
  const choices = [...new Set([...two, ...runs.slice(0, MOST_CHOICES)])];
  const said = el('p', { class: 'said', role: 'status' });
  const place = el('div', {});
  const words = (run) => runWords(model, run) + ' ' + goalWords(model, run);
  const fill = () => {
    const { sentence, element } = besideEachOther(output.name, two.map(words), ...two.map((run) => output.contents.get(run)));
    said.textContent = sentence;
    place.replaceChildren(element);
  };
  const select = (at) => labelled(at === 0 ? 'First' : 'Second', choice(choices.map((run, i) => ({ value: String(i), text: words(run) })), String(choices.indexOf(two[at])),
    (i) => { two[at] = choices[Number(i)]; fill(); }));
  fill();
  openDialog(output.name, el('div', { class: 'choices' }, select(0), select(1)), said, place).classList.add('wide-box');
}
