// The view as a text to take elsewhere.

/** RFC 4180, every number with all its digits. What a spreadsheet would run as a formula gets an apostrophe, as in runs.csv. */
function asCsv(columns, rows) {
  const field = (value) => {
    let text = value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value)) ? '' : String(sayValue(value));
    if (typeof value === 'number' && Number.isFinite(value)) { text = String(value); }
    if (/^[=+\-@\t\r]/.test(text) && readNumber(text) === null) { text = "'" + text; }
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  const parts = columns.flatMap((column) => column.parts || [{ name: column.name, value: (row) => csvValue(column, row) }]);
  const lines = [parts.map((part) => field(part.name))];
  for (const row of rows) { lines.push(parts.map((part) => field(part.value(row)))); }
  return lines.map((line) => line.join(',') + '\r\n').join('');
}

function csvValue(column, row) {
  const value = column.value(row);
  return Array.isArray(value) ? [...new Set(value)].join(', ') : value;
}

/** A table as the page shows it. */
function asMarkdown(columns, rows) {
  const cell = (text) => text.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\s*[\r\n]+\s*/g, ' ');
  const line = (cells) => '| ' + cells.join(' | ') + ' |\n';
  return line(columns.map((column) => cell(column.name + (column.note && column.number ? ' ' + column.note : ''))))
    + line(columns.map((column) => (column.number ? '---:' : '---')))
    + rows.map((row) => line(columns.map((column) => cell(column.text(row))))).join('');
}

/** To the clipboard; where the browser refuses, as it may for files, into a box to copy from. */
async function copyText(text, what, say) {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied ' + what);
  } catch (refused) {
    const area = el('textarea', { rows: 14, readonly: true, 'aria-label': what });
    area.value = text;
    openDialog('Copy from here: ' + what, area);
    area.select();
  }
}
