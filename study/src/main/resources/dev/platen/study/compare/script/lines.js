// Two texts line by line: what differs is marked, and what is alike far from it is folded away.

/** Of more pairs of lines than this the middle counts as wholly different, rather than keep the reader waiting. */
const MOST_PAIRS = 4e6;
const LINES_AROUND = 3;

/** @typedef {{left: ?string, right: ?string, same: boolean}} LinePair a line of both, of one, or of each that stand for each other */

/** @returns {LinePair[]} by the longest common subsequence of lines */
function pairsOfLines(left, right) {
  const a = left.split('\n');
  const b = right.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) { start++; }
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) { end++; }
  const same = (lines) => lines.map((line) => ({ left: line, right: line, same: true }));
  return [...same(a.slice(0, start)), ...pairsBetween(a.slice(start, a.length - end), b.slice(start, b.length - end)), ...same(a.slice(a.length - end))];
}

function pairsBetween(a, b) {
  const pairs = [];
  let lefts = [];
  let rights = [];
  // Lines that went and lines that came at one place stand beside each other.
  const flush = () => {
    for (let i = 0; i < Math.max(lefts.length, rights.length); i++) { pairs.push({ left: lefts[i] ?? null, right: rights[i] ?? null, same: false }); }
    lefts = [];
    rights = [];
  };
  const length = a.length * b.length > MOST_PAIRS ? null : commonLengths(a, b);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (length && i < a.length && j < b.length && a[i] === b[j]) {
      flush();
      pairs.push({ left: a[i++], right: b[j++], same: true });
    } else if (j >= b.length || (i < a.length && (!length || length[i + 1][j] >= length[i][j + 1]))) { lefts.push(a[i++]); } else { rights.push(b[j++]); }
  }
  flush();
  return pairs;
}

/** By where both begin, how many lines they have in common from there on. */
function commonLengths(a, b) {
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  return length;
}

/**
 * Both beside each other.
 * @param {string} label what they are
 * @param {string[]} heads which is which
 */
function linesBeside(label, heads, left, right) {
  const pairs = pairsOfLines(left, right);
  const body = el('tbody', {});
  let alike = [];
  const fold = (isFirst, isLast) => {
    const before = isFirst ? 0 : LINES_AROUND;
    const after = isLast ? 0 : LINES_AROUND;
    const hidden = alike.length - before - after;
    if (hidden < 2) { body.append(...alike.map(lineRow)); } else {
      body.append(...alike.slice(0, before).map(lineRow), el('tr', { class: 'alike' }, el('td', { colspan: 4 }, hidden + ' lines are alike')), ...alike.slice(alike.length - after).map(lineRow));
    }
    alike = [];
  };
  let isFirst = true;
  for (const pair of pairs) {
    if (pair.same) { alike.push(pair); } else {
      fold(isFirst, false);
      isFirst = false;
      body.append(lineRow(pair));
    }
  }
  fold(isFirst, true);
  return el('div', { class: 'scroll lines', role: 'region', 'aria-label': label, tabindex: 0 }, el('table', {}, el('thead', {}, el('tr', {}, ...heads.flatMap((head) => [el('td', {}), el('th', { scope: 'col' }, head)]))), body));
}

/** What is on one side only has a sign, too: colour alone would leave some readers out. */
function lineRow({ left, right, same }) {
  const cell = (line, sign, kind) => [el('td', { class: 'sign' }, line === null || same ? '' : sign), el('td', { class: line === null ? 'none' : same ? null : kind }, line ?? '')];
  return el('tr', {}, ...cell(left, '−', 'gone'), ...cell(right, '+', 'come'));
}

/** How many lines are on one side only, in words. */
function lineWords(left, right) {
  const count = pairsOfLines(left, right).filter((pair) => !pair.same).length;
  return count === 0 ? 'Both are alike.' : count === 1 ? '1 line differs.' : count + ' lines differ.';
}
