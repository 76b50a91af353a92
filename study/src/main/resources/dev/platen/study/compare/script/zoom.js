// One zoom for many pictures: all of them show the same part.

const MOST_ZOOM = 32;

class Zoom {
  /**
   * @param {HTMLElement} place around all the frames
   * @param {(scale: number) => void} changed
   */
  constructor(place, changed) {
    this.place = place;
    this.changed = changed;
    this.scale = 1;
    this.x = this.y = 0;
    place.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    place.addEventListener('pointerdown', (event) => this.drag(event));
    place.addEventListener('dblclick', (event) => this.atPointer(event, 2));
    place.addEventListener('keydown', (event) => this.key(event));
    this.show();
  }

  /** @param {number} x what stays where it is, as a share of the frame */
  by(factor, x = 0.5, y = 0.5) {
    const scale = Math.min(MOST_ZOOM, Math.max(1, this.scale * factor));
    this.x = x - (x - this.x) * scale / this.scale;
    this.y = y - (y - this.y) * scale / this.scale;
    this.scale = scale;
    this.show();
  }

  reset() {
    this.scale = 1;
    this.show();
  }

  move(x, y) {
    this.x += x;
    this.y += y;
    this.show();
  }

  show() {
    const within = (value) => Math.min(0, Math.max(1 - this.scale, value));
    this.x = within(this.x);
    this.y = within(this.y);
    const { style } = this.place;
    style.setProperty('--zoom', String(this.scale));
    style.setProperty('--x', 100 * this.x + '%');
    style.setProperty('--y', 100 * this.y + '%');
    this.place.classList.toggle('zoomed', this.scale > 1);
    this.changed(this.scale);
  }

  atPointer(event, factor) {
    const frame = event.target.closest('.frame');
    if (!frame) { return; }
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    this.by(factor, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  /** The wheel alone scrolls the page, as everywhere; two fingers on a trackpad come as control and wheel. */
  wheel(event) {
    if (event.ctrlKey || event.metaKey) { this.atPointer(event, Math.exp(-event.deltaY / (event.deltaMode === 1 ? 10 : 300))); }
  }

  drag(event) {
    const frame = event.target.closest('.frame');
    if (!frame || this.scale === 1 || event.button !== 0) { return; }
    event.preventDefault();
    frame.setPointerCapture(event.pointerId);
    let last = event;
    const move = (now) => {
      this.move((now.clientX - last.clientX) / frame.clientWidth, (now.clientY - last.clientY) / frame.clientHeight);
      last = now;
    };
    frame.addEventListener('pointermove', move);
    frame.addEventListener('lostpointercapture', () => frame.removeEventListener('pointermove', move), { once: true });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select')) { return; }
    const moves = { ArrowLeft: [0.1, 0], ArrowRight: [-0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] };
    if (event.key === '+' || event.key === '=') { this.by(1.5); } else if (event.key === '-') { this.by(1 / 1.5); } else if (event.key === '0') {
      this.reset();
    } else if (moves[event.key] && this.scale > 1) { this.move(...moves[event.key]); } else { return; }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Buttons for those who have neither wheel nor keys. */
  buttons() {
    const button = (text, label, click) => el('button', { type: 'button', 'aria-label': label, click }, text);
    return el('span', { class: 'zoom', role: 'group', 'aria-label': 'Zoom of all figures' }, button('−', 'Zoom out', () => this.by(1 / 1.5)),
      button('+', 'Zoom in', () => this.by(1.5)), button('Whole', 'Show the whole figures', () => this.reset()));
  }
}
