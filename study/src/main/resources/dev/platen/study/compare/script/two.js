// Two pictures of one figure: in turn, their difference, or beside each other.

const MOST_CHOICES = 300;
const TURN_MILLIS = 800;

/**
 * @param {Model} model
 * @param {SharedOutput} figure an image
 * @param {Run[]} runs to choose from
 */
function openTwo(model, figure, runs, first, second) {
  new TwoFigures(model, figure, runs, [first, second]).open();
}

class TwoFigures {
  constructor(model, figure, runs, two) {
    this.model = model;
    this.figure = figure;
    this.runs = [...new Set([...two, ...runs.slice(0, MOST_CHOICES)])];
    this.two = two;
    this.shown = 0;
    this.frame = el('div', { class: 'frame' });
    this.other = el('div', { class: 'frame' });
    this.stage = el('div', { class: 'two-stage', tabindex: 0, autofocus: true, role: 'group', keydown: (event) => this.key(event),
      'aria-label': 'The two figures. Space shows the other one, plus and minus zoom, arrow keys move.' }, this.frame, this.other);
    this.zoom = new Zoom(this.stage, () => {});
    this.said = el('p', { class: 'said', role: 'status' });
  }

  open() {
    const modes = { turn: 'In turn', difference: 'Difference', beside: 'Side by side' };
    this.modes = Object.entries(modes).map(([mode, text]) => el('button', { type: 'button', 'data-mode': mode, click: () => this.show(mode) }, text));
    this.turning = el('button', { type: 'button', click: () => this.turn() }, 'Show the other');
    this.auto = el('button', { type: 'button', 'aria-pressed': 'false', click: () => this.run(!this.timer) }, 'Automatic');
    // Who asked for less motion isn't offered any that goes on by itself.
    this.still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const select = (at) => labelled(at === 0 ? 'First' : 'Second', choice(this.runs.map((run, i) => ({ value: String(i), text: runWords(this.model, run) + ' ' + goalWords(this.model, run) })),
      String(this.runs.indexOf(this.two[at])), (i) => { this.two[at] = this.runs[Number(i)]; this.fill(); }));
    const dialog = openDialog(this.figure.name, el('div', { class: 'bar' }, el('div', { class: 'switch', role: 'group', 'aria-label': 'How they are shown' }, ...this.modes),
      this.turning, this.still ? null : this.auto, this.zoom.buttons()), el('div', { class: 'choices' }, select(0), select(1)), this.stage, this.said);
    dialog.classList.add('wide-box');
    dialog.addEventListener('close', () => this.run(false));
    this.mode = 'turn';
    this.fill();
    this.stage.focus();
  }

  fill() {
    const ratio = (image) => {
      this.stage.style.setProperty('--ratio', image.naturalWidth + ' / ' + image.naturalHeight);
      this.stage.style.setProperty('--wide', String(image.naturalWidth / image.naturalHeight));
    };
    const [a, b] = this.two.map((run) => runImage(this.model, this.figure, run, ratio));
    [a, b].forEach((image) => { image.loading = 'eager'; image.decoding = 'sync'; });
    this.images = [a, b];
    this.show(this.mode);
  }

  show(mode) {
    this.mode = mode;
    this.stage.className = 'two-stage ' + mode + (this.zoom.scale > 1 ? ' zoomed' : '');
    this.modes.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.mode === mode)));
    this.turning.hidden = this.auto.hidden = mode !== 'turn';
    this.other.hidden = mode !== 'beside';
    this.frame.replaceChildren(this.images[0], ...(mode === 'beside' ? [] : [this.images[1]]));
    this.other.replaceChildren(...(mode === 'beside' ? [this.images[1]] : []));
    if (mode !== 'turn') { this.run(false); }
    this.say();
  }

  say() {
    const words = this.two.map((run) => runWords(this.model, run) + ', ' + goalWords(this.model, run));
    this.images.forEach((image, i) => {
      image.classList.toggle('off', this.mode === 'turn' && i !== this.shown);
      image.toggleAttribute('aria-hidden', this.mode === 'turn' && i !== this.shown);
    });
    if (this.mode === 'turn') {
      this.said.textContent = (this.shown === 0 ? 'First: ' : 'Second: ') + words[this.shown];
    } else {
      this.said.textContent = (this.mode === 'difference' ? 'Black where both are alike. ' : '') + 'First: ' + words[0] + '. Second: ' + words[1];
    }
  }

  turn() {
    this.shown = 1 - this.shown;
    this.say();
  }

  run(goes) {
    clearInterval(this.timer);
    this.timer = goes ? setInterval(() => this.turn(), TURN_MILLIS) : 0;
    this.auto.textContent = goes ? 'Stop' : 'Automatic';
    this.auto.setAttribute('aria-pressed', String(goes));
    // Else a screen reader would speak without end.
    this.said.setAttribute('aria-live', goes ? 'off' : 'polite');
  }

  key(event) {
    const arrows = ['ArrowLeft', 'ArrowRight'].includes(event.key) && this.zoom.scale === 1;
    if (this.mode === 'turn' && (event.key === ' ' || arrows)) {
      event.preventDefault();
      this.turn();
    }
  }
}
