// The outputs that runs have in common: images, of which the page knows where their files are, and texts and tables, which are in the page.

/**
 * @typedef {Object} SharedOutput
 * @property {string} id its cell's, and which of the cell's outputs it is
 * @property {string} kind image, text or table
 * @property {string} name as its reader finds it in a report
 * @property {string} words what its author says of it
 * @property {Map<Run, string>} [files] of an image, by run the name of the file
 * @property {Map<Run, Shown>} [contents] of a text or table, by run what it says
 * @property {Map<Run, number>} cells by run the number of its cell
 */

/** @returns {SharedOutput[]} in the order of the cells */
function sharedOutputs(data, runs) {
  return [...sharedFigures(data, runs), ...sharedTexts(data, runs)].sort((a, b) => a.cell - b.cell || a.nth - b.nth);
}

/** What is shown before anybody chose: an image says most at a glance. */
function firstOutput(outputs) {
  return ['image', 'table', 'text'].flatMap((kind) => outputs.filter((output) => output.kind === kind))[0];
}

function sharedTexts(data, runs) {
  const texts = (data.outputs || []).map((output) => ({ ...output, name: outputName(output), words: '', contents: new Map(), cells: new Map() }));
  runs.forEach((run, i) => {
    const of = (data.outputsOf || [])[i] || [];
    for (let at = 0; at < of.length; at += 3) {
      texts[of[at]].cells.set(run, of[at + 1]);
      texts[of[at]].contents.set(run, data.outputContents[of[at + 2]]);
    }
  });
  return texts;
}

function sharedFigures(data, runs) {
  const figures = (data.figures || []).map((figure) => ({ ...figure, kind: 'image', name: outputName({ ...figure, kind: 'image' }), words: figure.words || '', files: new Map(), cells: new Map() }));
  runs.forEach((run, i) => {
    for (const file of (data.figureSets || [])[(data.figuresOf || [])[i]] || []) {
      const [figure, name] = data.figureFiles[file];
      figures[figure].files.set(run, name);
      figures[figure].cells.set(run, Number(/^cell-(\d+)/.exec(name)[1]));
    }
  });
  return figures;
}

function outputName(output) {
  const which = output.nth > 1 ? ', ' + output.kind + ' ' + output.nth : output.kind === 'image' ? '' : ', ' + output.kind;
  return [output.heading, output.label, 'cell ' + output.cell + which].filter(Boolean).join(' · ');
}

function pathOf(...parts) {
  return parts.map(encodeURIComponent).join('/');
}

function imageOf(run, name) {
  return pathOf(...run.folder.split('/').filter((part) => part !== ''), 'figures', name);
}

/** The report at the output's cell. */
function cellOf(output, run) {
  return reportOf(run) + '#cell-' + output.cells.get(run);
}

/** What tells a run from the others, such as: arch=mlp hidden=16 seed=0. */
function runWords(model, run) {
  const words = [...model.parameters, ...model.seeds].map((v) => v.name + '=' + shortened(model.say(v, run), 32));
  if (model.seeds.length === 0 && run.repeat !== null && model.areRepeated) { words.push('repeat ' + run.repeat); }
  return shortened(words.join(' ') || run.id, 160);
}

/** Such as: loss 0.0847. */
function goalWords(model, run) {
  return model.main ? shortened(model.main.name, 40) + ' ' + sayMetric(valueOf(run, model.main)) : '';
}

/** An image of a run; what isn't there any more is said in its place. */
function runImage(model, figure, run, loaded = null) {
  const alt = (figure.words || figure.name) + ': ' + runWords(model, run);
  const image = el('img', { alt, loading: 'lazy', decoding: 'async', draggable: 'false', load: () => loaded && loaded(image),
    error: () => image.replaceWith(el('span', { class: 'lost' }, 'The image can’t be shown: it isn’t where the run left it.')) });
  image.src = imageOf(run, figure.files.get(run));
  return image;
}
