// The figures that runs have in common, and where their files are.

/**
 * @typedef {Object} SharedFigure
 * @property {string} id its cell's, and which of the cell's images it is
 * @property {string} name as its reader finds it in a report
 * @property {string} words what its author says of it
 * @property {Map<Run, string>} files by run the name of the file
 */

/** @returns {SharedFigure[]} in the order of the cells */
function sharedFigures(data, runs) {
  const figures = (data.figures || []).map((figure) => ({ ...figure, name: figureName(figure), words: figure.words || '', files: new Map() }));
  runs.forEach((run, i) => {
    for (const file of (data.figureSets || [])[(data.figuresOf || [])[i]] || []) {
      const [figure, name] = data.figureFiles[file];
      figures[figure].files.set(run, name);
    }
  });
  return figures.sort((a, b) => a.cell - b.cell || a.nth - b.nth);
}

function figureName(figure) {
  const cell = 'cell ' + figure.cell + (figure.nth > 1 ? ', image ' + figure.nth : '');
  return [figure.heading, figure.label, cell].filter(Boolean).join(' · ');
}

function pathOf(...parts) {
  return parts.map(encodeURIComponent).join('/');
}

function imageOf(run, name) {
  return pathOf(...run.folder.split('/').filter((part) => part !== ''), 'figures', name);
}

/** The report at the figure's cell, whose number is in the file's name. */
function cellOf(run, name) {
  return reportOf(run) + '#cell-' + Number(/^cell-(\d+)/.exec(name)[1]);
}

/** What tells a run from the others, such as: arch=mlp hidden=16 seed=0. */
function runWords(model, run) {
  const words = [...model.parameters, ...model.seeds].map((v) => v.name + '=' + shortened(sayValue(run.values[v.at]), 32));
  if (model.seeds.length === 0 && run.repeat !== null && model.areRepeated) { words.push('repeat ' + run.repeat); }
  return shortened(words.join(' ') || run.id, 160);
}

/** Such as: loss 0.0847. */
function goalWords(model, run) {
  return model.main ? shortened(model.main.name, 40) + ' ' + sayMetric(run.values[model.main.at]) : '';
}

/** An image of a run; what isn't there any more is said in its place. */
function runImage(model, figure, run, loaded = null) {
  const alt = (figure.words || figure.name) + ': ' + runWords(model, run);
  const image = el('img', { alt, loading: 'lazy', decoding: 'async', draggable: 'false', load: () => loaded && loaded(image),
    error: () => image.replaceWith(el('span', { class: 'lost' }, 'The image can’t be shown: it isn’t where the run left it.')) });
  image.src = imageOf(run, figure.files.get(run));
  return image;
}
