// Which parameters matter: the share of the variance between points that goes along with each.

class ImportanceChart {
  constructor(charts) {
    this.charts = charts;
    this.id = 'importance';
    this.title = 'Which parameters matter';
  }

  metric() {
    const { charts } = this;
    const measures = charts.measures();
    return measures.find((m) => m.id === charts.chosen('share', measures.map((m) => m.id), charts.model.main.id));
  }

  controls() {
    return [this.charts.select('For', 'share', this.charts.measures(), this.metric().id)];
  }

  draw(width) {
    const metric = this.metric();
    const runs = this.charts.explorer.runs();
    const shares = this.charts.shares(metric, runs);
    if (shares.length === 0) { return null; }
    const left = Math.min(width * 0.36, 14 + Math.max(...shares.map((each) => widthOf(shortened(each.variable.name, 24), 13))));
    const box = { left, right: width - 56, top: 26, bottom: 26 + shares.length * 34 };
    const at = (share) => box.left + share * (box.right - box.left);
    const parts = [bottomAxis({ at: (value) => at(value), ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, text: percent(value) })) }, box, 'share of the variance between points', true)];
    shares.forEach(({ variable, share }, i) => {
      const y = box.top + i * 34 + 7;
      parts.push(svg('text', { class: 'label', x: box.left - 8, y: y + 14, 'text-anchor': 'end' }, shortened(variable.name, Math.floor(left / 7))),
        svg('rect', { class: 'fill c1', x: box.left, y, width: Math.max(1, at(share.share) - box.left).toFixed(1), height: 20 }),
        svg('path', { class: 'chance', d: 'M' + at(share.byChance).toFixed(1) + ' ' + (y - 4) + 'v28' }),
        svg('text', { class: 'label', x: at(Math.max(share.share, share.byChance)) + 7, y: y + 14 }, percent(share.share)));
    });
    parts.push(svg('path', { class: 'chance', d: 'M' + box.left + ' 4v12' }), svg('text', { class: 'key', x: box.left + 7, y: 14 }, 'what chance alone gives'));
    return { parts, height: box.bottom + 46, sentence: this.sentence(metric, shares, runs), heads: ['Parameter', 'Share', 'By chance', 'Values', 'Points'],
      rows: shares.map(({ variable, share }) => [variable.name, percent(share.share), percent(share.byChance), share.levels, share.n]) };
  }

  sentence(metric, shares, runs) {
    const clear = shares.filter(({ share }) => share.share > share.byChance);
    const words = clear.slice(0, 3).map(({ variable, share }) => variable.name + ' ' + percent(share.share) + ' (by chance ' + percent(share.byChance) + ')');
    return 'Of the differences between the mean ' + metric.name + ' of ' + this.charts.basis(shares[0].share.n, runs.length)
      + (words.length ? ', this much goes along with: ' + words.join(', ') + '.' : ', no parameter explains more than chance would.')
      + ' One parameter at a time: what two do together only isn’t seen here.';
  }
}

function percent(share) {
  return Math.round(100 * share) + ' %';
}
