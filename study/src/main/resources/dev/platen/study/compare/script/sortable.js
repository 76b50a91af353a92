
// Tables that are sorted by a click on a column's head.
var makeSortable = (function () {

  var special = { 'inf': Infinity, '-inf': -Infinity };

  function value(row, column) {
    var cell = row.cells[column];
    var text = cell.getAttribute('data-v') || cell.textContent;
    // Of '0.41 ± 0.02' the mean; a name that begins with a digit is a text.
    var number = /^[-+]?[.\d][-+.\de]*( ±.*)?$/.test(text) ? parseFloat(text) : text in special ? special[text] : NaN;
    return { row: row, text: text, number: number };
  }

  // Numbers before texts, whichever way they are sorted.
  function compare(a, b) {
    var numbers = !isNaN(a.number) - !isNaN(b.number);
    if (numbers) { return -numbers; }
    if (!isNaN(a.number)) { return a.number < b.number ? -1 : a.number > b.number ? 1 : 0; }
    return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
  }

  function sort(table, head, column) {
    var descending = head.getAttribute('aria-sort') === 'ascending';
    var body = table.tBodies[0];
    var rows = Array.prototype.map.call(body.rows, function (row) { return value(row, column); });
    rows.sort(function (a, b) {
      var order = compare(a, b);
      return descending && isNaN(a.number) === isNaN(b.number) ? -order : order;
    });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) { cell.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    var sorted = document.createDocumentFragment();
    rows.forEach(function (entry) { sorted.appendChild(entry.row); });
    body.appendChild(sorted);
  }

  /** Those within an element. */
  return function (place) {
    Array.prototype.forEach.call(place.querySelectorAll('table.sortable'), function (table) {
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
        if (head.className === 'plain') { return; }
        var button = document.createElement('button');
        button.type = 'button';
        while (head.firstChild) { button.appendChild(head.firstChild); }
        head.appendChild(button);
        button.addEventListener('click', function () { sort(table, head, column); });
      });
    });
  };
})();
