// The strip of a point's repeats, on a scale that all points share: as StripPlot.java draws it.

const STRIP_WIDTH = 150;

/** @param {Summary[]} summaries all that share the scale */
function stripOf(summaries) {
  const ends = summaries.filter((s) => s.n > 0)
    .flatMap((s) => [s.min, s.max, Number.isNaN(s.low) ? s.min : s.low, Number.isNaN(s.high) ? s.max : s.high]).sort((a, b) => a - b);
  if (ends.length === 0) { return { ends: '', draw: () => null }; }
  const quarter = Math.floor(ends.length / 4);
  const lower = ends[quarter];
  const upper = ends[ends.length - 1 - quarter];
  const low = Math.max(ends[0], lower - 1.5 * (upper - lower));
  const high = Math.min(ends[ends.length - 1], upper + 1.5 * (upper - lower));
  const unit = unitOf(high / 2 - low / 2, high);
  return { ends: high > low ? sayAt(unit, low) + ' to ' + sayAt(unit, high) : '', draw: (summary) => drawStrip(summary, low, high) };
}

/** The numbers stand beside it, so it is nothing to read aloud. */
function drawStrip(summary, low, high) {
  if (summary.n === 0) { return null; }
  const x = (value) => {
    const inside = Math.max(low, Math.min(high, value));
    return (5 + (high > low ? (inside / 4 - low / 4) / (high / 4 - low / 4) : 0.5) * (STRIP_WIDTH - 10)).toFixed(1);
  };
  const plot = svg('svg', { 'aria-hidden': 'true', class: 'strip', width: STRIP_WIDTH, height: 20 });
  if (!Number.isNaN(summary.low)) {
    plot.append(svg('rect', { x: x(summary.low), y: 7, height: 6, width: Math.max(1, x(summary.high) - x(summary.low)) }));
  }
  for (const value of summary.values) {
    plot.append(svg('circle', { cx: x(value), cy: 10, r: 2.5, class: value < low || value > high ? 'off' : null }));
  }
  if (summary.n > 1) { plot.append(svg('path', { d: 'M' + x(summary.mean) + ' 3v14' })); }
  return plot;
}
