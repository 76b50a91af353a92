// Elements, made of names and texts. Nothing in here reads markup: what a run says stays text.

/**
 * Makes an element.
 * @param {string} tag
 * @param {Object<string, ?>} attributes functions are listeners ({click: …}); false and null set nothing
 * @param {...(Node|string|number|null)} children
 * @returns {HTMLElement}
 */
function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) { element.append(child instanceof Node ? child : String(child)); }
  }
  return element;
}

/** A number that no other call gives, for ids. */
const unique = (() => { let last = 0; return (prefix) => prefix + '-' + (++last); })();

/** Calls it once the page has nothing else to do, or soon: not every browser tells. */
const whenIdle = window.requestIdleCallback ? (call) => requestIdleCallback(call, { timeout: 1000 }) : (call) => setTimeout(call, 50);

/** A labelled control on one line. */
function labelled(text, control) {
  return el('label', { class: 'field' }, el('span', {}, text), control);
}

/**
 * A list to choose one of.
 * @param {{value: string, text: string}[]} options
 * @param {string} value
 * @param {(value: string) => void} changed
 */
function choice(options, value, changed) {
  const select = el('select', { change: () => changed(select.value) });
  for (const option of options) { select.append(el('option', { value: option.value }, shortened(option.text, 40))); }
  select.value = value;
  return select;
}

/** @param {string} text */
function shortened(text, most) {
  return text.length > most ? text.slice(0, most - 1) + '…' : text;
}

/** A point's name within a sentence; of ten parameters the beginning is enough, the table has all. */
function inSentence(group) {
  return shortened(group.label, 64);
}

/**
 * A box over the page; Escape and its button close it, and the focus goes back to where it was.
 * @param {string} title
 * @param {...Node} content
 */
function openDialog(title, ...content) {
  const label = unique('dialog');
  const close = el('button', { type: 'button', class: 'copy', click: () => dialog.close() }, 'Close');
  const dialog = el('dialog', { class: 'box', 'aria-labelledby': label },
    el('div', { class: 'box-head' }, el('h2', { id: label }, title), close), ...content);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
