
(function () {
  'use strict';
  var root = document.documentElement;
  function each(selector, action) { Array.prototype.forEach.call(document.querySelectorAll(selector), action); }

  function codeSwitch() {
    var button = document.getElementById('code-switch');
    // What failed stays in sight.
    var code = '.code-cell:not(.bad) details.source';
    var cells = document.querySelectorAll(code);
    if (!cells.length) { button.hidden = true; return; }
    function anyOpen() { return !!document.querySelector(code + '[open]'); }
    function show() { button.textContent = anyOpen() ? 'Hide code' : 'Show code'; }
    button.addEventListener('click', function () {
      var open = !anyOpen();
      Array.prototype.forEach.call(cells, function (cell) { cell.open = open; });
      show();
    });
    show();
  }

  function copyButtons() {
    function byHand(text) {
      var area = document.createElement('textarea');
      area.value = text;
      document.body.appendChild(area);
      area.select();
      var copied = document.execCommand('copy');
      area.remove();
      return copied;
    }
    function copy(text, done) {
      if (!navigator.clipboard) { done(byHand(text)); return; }
      navigator.clipboard.writeText(text).then(
        function () { done(true); },
        function () { done(byHand(text)); });
    }
    each('details.source', function (cell) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = 'Copy';
      button.addEventListener('click', function () {
        copy(cell.querySelector('code').textContent, function (copied) {
          button.textContent = copied ? 'Copied' : 'Not copied';
          setTimeout(function () { button.textContent = 'Copy'; }, 1500);
        });
      });
      cell.appendChild(button);
    });
  }

  // Figures open as large as the window, and lead to their neighbours.
  function zoom() {
    var images = Array.prototype.slice.call(document.querySelectorAll('figure.out img, .prose :not(a) > img'));
    if (!window.HTMLDialogElement || !images.length) { return; }
    var open = [];
    var at = 0;
    var dialog = add(document.body, 'dialog', 'zoom');
    var figure = add(dialog, 'figure', '');
    var large = add(figure, 'img', '');
    var words = add(figure, 'figcaption', '');
    var bar = add(dialog, 'div', 'zoom-bar');
    var back = button('Previous', function () { show(at - 1); });
    var place = add(bar, 'span', '');
    var next = button('Next', function () { show(at + 1); });
    var close = button('Close', function () { dialog.close(); });
    place.setAttribute('aria-live', 'polite');

    function add(parent, tag, name) {
      var element = document.createElement(tag);
      if (name) { element.className = name; }
      return parent.appendChild(element);
    }
    function button(text, action) {
      var element = add(bar, 'button', '');
      element.type = 'button';
      element.textContent = text;
      element.addEventListener('click', action);
      return element;
    }
    function show(index) {
      at = (index + open.length) % open.length;
      var image = open[at];
      var around = image.closest('figure');
      var caption = around && around.querySelector('figcaption');
      large.src = image.src;
      large.alt = image.alt;
      words.textContent = caption ? caption.textContent : image.alt;
      dialog.setAttribute('aria-label', words.textContent || 'Figure');
      back.hidden = next.hidden = open.length < 2;
      place.textContent = open.length < 2 ? '' : at + 1 + ' of ' + open.length;
    }
    function enlarge(image) {
      open = images.filter(function (other) { return other.getClientRects().length; });
      show(open.indexOf(image));
      dialog.showModal();
      close.focus();
    }
    dialog.addEventListener('keydown', function (event) {
      var step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step && open.length > 1) { event.preventDefault(); show(at + step); }
    });
    // Outside of the figure and the bar there is only the dialog itself.
    dialog.addEventListener('click', function (event) {
      if (event.target === dialog || event.target === large) { dialog.close(); }
    });
    dialog.addEventListener('close', function () { open[at].focus(); });
    images.forEach(function (image) {
      image.classList.add('zoomable');
      image.tabIndex = 0;
      image.setAttribute('role', 'button');
      image.setAttribute('aria-label', (image.alt || 'Figure') + ', enlarge');
      image.addEventListener('click', function () { enlarge(image); });
      image.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); enlarge(image); }
      });
    });
  }

  function contents() {
    var nav = document.querySelector('.toc');
    if (!nav) { return; }
    if (window.matchMedia('(max-width: 65.99rem)').matches) { nav.querySelector('details').open = false; }
    var links = Array.prototype.slice.call(nav.querySelectorAll('a'));
    var targets = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
    var current = null;
    function follow() {
      var at = -1;
      for (var i = 0; i < targets.length; i++) {
        if (targets[i] && targets[i].getBoundingClientRect().top < window.innerHeight * 0.3) { at = i; }
      }
      var bottom = window.innerHeight + window.scrollY >= root.scrollHeight - 2;
      if (bottom && window.scrollY > 0) { at = targets.length - 1; }
      if (links[at] === current) { return; }
      if (current) { current.removeAttribute('aria-current'); }
      current = links[at] || null;
      if (current) {
        current.setAttribute('aria-current', 'true');
        var side = nav.parentNode;
        if (side.scrollHeight > side.clientHeight) {
          side.scrollTop = current.offsetTop - side.clientHeight / 2;
        }
      }
    }
    var waiting = false;
    window.addEventListener('scroll', function () {
      if (waiting) { return; }
      waiting = true;
      requestAnimationFrame(function () { waiting = false; follow(); });
    }, { passive: true });
    follow();
  }

  // Tables of one head row, without merged cells: a click on a head sorts up, down, and as it was.
  function sorting() {
    function key(row, column) {
      var text = row.cells[column] ? row.cells[column].textContent.trim() : '';
      var number = /\d/.test(text) ? Number(text.replace(/[,\s%]/g, '').replace('\u2212', '-')) : NaN;
      return { text: text, number: isNaN(number) ? null : number };
    }
    function compare(a, b) {
      if (a.number !== null && b.number !== null) { return a.number - b.number; }
      if (a.number !== null || b.number !== null) { return a.number !== null ? -1 : 1; }
      return a.text.localeCompare(b.text);
    }
    function sort(body, rows, column, sign) {
      var keyed = rows.map(function (row) { return { row: row, key: key(row, column) }; });
      if (sign) {
        keyed.sort(function (a, b) {
          var blank = (a.key.text === '') - (b.key.text === '');
          return blank || sign * compare(a.key, b.key);
        });
      }
      keyed.forEach(function (item) { body.appendChild(item.row); });
    }
    each('.html table', function (table) {
      var body = table.tBodies[0];
      var merged = table.querySelector('[colspan]:not([colspan="1"]), [rowspan]:not([rowspan="1"])');
      if (!table.tHead || table.tHead.rows.length !== 1 || table.tBodies.length !== 1 || merged) { return; }
      var rows = Array.prototype.slice.call(body.rows);
      var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
      if (rows.length < 3) { return; }
      heads.forEach(function (head, column) {
        if (head.tagName !== 'TH' || head.querySelector('a, button')) { return; }
        var button = document.createElement('button');
        button.type = 'button';
        button.className = 'sort';
        while (head.firstChild) { button.appendChild(head.firstChild); }
        head.appendChild(button);
        button.addEventListener('click', function () {
          var was = head.getAttribute('aria-sort');
          var next = was === 'ascending' ? 'descending' : was ? null : 'ascending';
          heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
          if (next) { head.setAttribute('aria-sort', next); }
          sort(body, rows, column, next === 'ascending' ? 1 : next ? -1 : 0);
        });
      });
    });
  }

  // On paper nothing scrolls: what is too wide becomes several tables, each with the first column,
  // or smaller, if cells are merged. Words break only where even one column would be too wide.
  function printing() {
    var pieces = [];
    function piece(table, columns, broken) {
      var copy = table.cloneNode(true);
      Array.prototype.forEach.call(copy.rows, function (row) {
        Array.prototype.slice.call(row.cells).forEach(function (cell, i) {
          if (columns.indexOf(i) < 0) { cell.remove(); } else if (broken[i]) { cell.classList.add('broken'); }
        });
      });
      copy.classList.add('on-paper', 'whole');
      pieces.push(copy);
      return copy;
    }
    function split(table, width) {
      var cells = Array.prototype.slice.call(table.rows[0].cells);
      var head = table.tBodies[0] && table.querySelector('tbody th') ? 1 : 0;
      var first = head ? Math.min(cells[0].offsetWidth, width / 2) : 0;
      var broken = cells.map(function (cell, i) {
        return cell.offsetWidth > (i < head ? width / 2 : width - first);
      });
      var columns = [];
      var used = width;
      cells.slice(head).forEach(function (cell, i) {
        if (used + cell.offsetWidth > width) {
          columns.push(head ? [0] : []);
          used = first;
        }
        columns[columns.length - 1].push(i + head);
        used += cell.offsetWidth;
      });
      return { columns: columns, broken: broken };
    }
    window.addEventListener('beforeprint', function () {
      root.classList.add('measured');
      var plans = [];
      each('.html table', function (table) {
        var width = table.closest('.html').clientWidth;
        var wide = table.offsetWidth;
        if (!width || table.parentNode.closest('table') || !table.rows.length) { return; }
        var merged = table.querySelector('[colspan]:not([colspan="1"]), [rowspan]:not([rowspan="1"])');
        plans.push({ table: table, zoom: width / wide, pieces: wide <= width || merged ? null : split(table, width) });
      });
      root.classList.remove('measured');
      plans.forEach(function (plan) {
        if (!plan.pieces) {
          plan.table.classList.add('whole');
          if (plan.zoom < 1) { plan.table.style.zoom = plan.zoom; }
          return;
        }
        var after = plan.table;
        plan.pieces.columns.forEach(function (columns) {
          var next = piece(plan.table, columns, plan.pieces.broken);
          after.parentNode.insertBefore(next, after.nextSibling);
          after = next;
        });
        plan.table.classList.add('on-screen');
      });
    });
    window.addEventListener('afterprint', function () {
      pieces.forEach(function (copy) { copy.remove(); });
      pieces = [];
      each('.html table', function (table) {
        table.classList.remove('on-screen', 'whole');
        table.style.zoom = '';
      });
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    printing();
    sorting();
    codeSwitch();
    copyButtons();
    zoom();
    contents();
  });
})();
