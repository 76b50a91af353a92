// A chart as a file: SVG with its styles written into it, or PNG of twice its size.

const KEPT = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

/** @param {SVGSVGElement} chart as it is shown */
function standalone(chart) {
  const copy = chart.cloneNode(true);
  const from = [chart, ...chart.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const style = getComputedStyle(from[i]);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value && !(name === 'opacity' && value === '1')) { element.setAttribute(name, value); }
    }
    element.removeAttribute('class');
  });
  const [, , width, height] = chart.getAttribute('viewBox').split(' ');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  copy.prepend(svg('rect', { width, height, fill: getComputedStyle(document.body).backgroundColor }));
  return { text: new XMLSerializer().serializeToString(copy), width: Number(width), height: Number(height) };
}

function saveSvg(chart, name) {
  save(new Blob([standalone(chart).text], { type: 'image/svg+xml' }), name + '.svg');
}

async function savePng(chart, name) {
  const { text, width, height } = standalone(chart);
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  await image.decode();
  const canvas = el('canvas', { width: 2 * width, height: 2 * height });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(blob, name + '.png'), 'image/png');
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  el('a', { href: address, download: name.replace(/[^\w.-]+/g, '-') }).click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
