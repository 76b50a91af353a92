// Pieces of charts: axes, marks, keys. Colours are classes, so that they follow the theme; marks and dashes tell what colours tell.

const MARKS = ['circle', 'square', 'triangle', 'diamond', 'cross', 'down', 'ring', 'box'];

/** @returns {SVGElement} a mark of a kind around a place */
function mark(kind, x, y, attributes = {}) {
  const shapes = {
    circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z', square: 'M-3.6 -3.6h7.2v7.2h-7.2z', triangle: 'M0 -4.8L4.6 3.6h-9.2z', diamond: 'M0 -5L5 0L0 5L-5 0z',
    cross: 'M-4.2 -1.5h2.7v-2.7h3v2.7h2.7v3h-2.7v2.7h-3v-2.7h-2.7z', down: 'M0 4.8L4.6 -3.6h-9.2z',
    ring: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM-2 0a2 2 0 1 1 4 0a2 2 0 1 1 -4 0z', box: 'M-4 -4h8v8h-8zM-2 -2v4h4v-4z',
  };
  return svg('path', { d: shapes[MARKS[kind % MARKS.length]], transform: 'translate(' + x.toFixed(1) + ' ' + y.toFixed(1) + ')', ...attributes });
}

/** Thousands of dots as one element. */
function dots(places, attributes) {
  return svg('path', { d: places.map(([x, y]) => 'M' + x.toFixed(1) + ' ' + y.toFixed(1) + 'h0').join(''), ...attributes });
}

function line(places, attributes) {
  return svg('path', { d: places.map(([x, y], i) => (i ? 'L' : 'M') + x.toFixed(1) + ' ' + y.toFixed(1)).join(''), fill: 'none', ...attributes });
}

/** About how wide a text is, in the charts' type. */
function widthOf(text, size = 12) {
  return text.length * size * 0.62;
}

/** @param {{left: number, right: number, top: number, bottom: number}} box */
function leftAxis(scale, box, title) {
  const group = svg('g', { class: 'axis' });
  for (const tick of scale.ticks) {
    const y = scale.at(tick.value).toFixed(1);
    group.append(svg('line', { class: 'grid', x1: box.left, x2: box.right, y1: y, y2: y }));
    group.append(svg('text', { x: box.left - 8, y, dy: '.32em', 'text-anchor': 'end' }, shortened(tick.text, 16)));
  }
  if (title) { group.append(svg('text', { class: 'name', x: 0, y: box.top - 12 }, shortened(title, 48))); }
  return group;
}

function bottomAxis(scale, box, title, grid = false) {
  const group = svg('g', { class: 'axis' });
  const room = scale.step ? Math.max(3, Math.floor(scale.step / 7)) : 12;
  let free = -Infinity;
  for (const tick of scale.ticks) {
    const x = scale.at(tick.value);
    if (grid) { group.append(svg('line', { class: 'grid', x1: x.toFixed(1), x2: x.toFixed(1), y1: box.top, y2: box.bottom })); }
    const text = shortened(tick.text, room);
    const half = widthOf(text) / 2;
    if (x - half < free) { continue; }
    free = x + half + 4;
    group.append(svg('line', { class: 'tick', x1: x.toFixed(1), x2: x.toFixed(1), y1: box.bottom, y2: box.bottom + 4 }));
    group.append(svg('text', { x: x.toFixed(1), y: box.bottom + 18, 'text-anchor': 'middle' }, text));
  }
  group.append(svg('line', { class: 'base', x1: box.left, x2: box.right, y1: box.bottom, y2: box.bottom }));
  if (title) { group.append(svg('text', { class: 'name', x: (box.left + box.right) / 2, y: box.bottom + 38, 'text-anchor': 'middle' }, shortened(title, 48))); }
  return group;
}

/**
 * Which mark and colour stands for what, in lines as wide as the chart.
 * @returns {{element: SVGElement, height: number}}
 */
function keyOf(title, texts, width) {
  const group = svg('g', { class: 'key' });
  let x = 0;
  let y = 12;
  if (title) {
    const name = shortened(title, 32);
    group.append(svg('text', { class: 'name', x, y }, name));
    x += widthOf(name) + 18;
  }
  texts.forEach((text, i) => {
    const words = shortened(text, 32);
    const needed = widthOf(words) + 30;
    if (x + needed > width && x > 0) { x = 0; y += 20; }
    group.append(mark(i, x + 6, y - 4, { class: 'fill c' + (i % 8 + 1) }), svg('text', { x: x + 16, y }, words));
    x += needed;
  });
  return { element: group, height: texts.length || title ? y + 10 : 0 };
}
