
// Interactive figures: each in a frame of its own, which may run scripts and reach nothing: not this page, not the network.
(function () {
  'use strict';
  var root = document.documentElement;
  var MAX_HEIGHT = 6000, MAX_CHANGES = 60, PATIENCE = 20000;
  var night = window.matchMedia('(prefers-color-scheme: dark)');
  var libraries = {};
  var frames = [];

  function isDark() { return root.dataset.theme ? root.dataset.theme === 'dark' : night.matches; }
  function bytes(base64) {
    var text = atob(base64);
    var array = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) { array[i] = text.charCodeAt(i); }
    return array;
  }
  function plain(base64) { return new TextDecoder().decode(bytes(base64)); }
  function unpacked(base64) {
    var stream = new Blob([bytes(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).text();
  }
  function held(id) {
    if (!libraries[id]) { libraries[id] = unpacked(document.getElementById(id).textContent); }
    return libraries[id];
  }
  function all(ids) { return Promise.all((ids || '').split(' ').filter(Boolean).map(held)); }

  var style = '<style>html{overflow-y:hidden}body{margin:0;font:14px system-ui,sans-serif}.dark body{color:#e2e5e9}' +
    '.tip{position:fixed;white-space:pre;pointer-events:none;padding:.3rem .5rem;border-radius:4px;font-size:12px;line-height:1.4;' +
    'background:#fff;color:#1b1f24;box-shadow:0 1px 6px #0006;max-width:90%;overflow:hidden}.tip[hidden]{display:none}</style>';
  var boot = document.getElementById('figure-boot').textContent;
  var empty = '<!doctype html><html lang="en"><head><meta charset="utf-8">' + style + '</head><body><script>' + boot + '</' + 'script></body></html>';

  function Figure(box) {
    this.box = box;
    this.changes = 0;
  }
  Figure.prototype.start = function () {
    var self = this;
    if (this.frame) { return; }
    var frame = (this.frame = document.createElement('iframe'));
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = this.box.dataset.title;
    frame.srcdoc = empty;
    frames.push(this);
    this.box.insertBefore(frame, this.box.firstChild);
    this.timer = setTimeout(function () { self.fail('it drew nothing'); }, PATIENCE);
  };
  Figure.prototype.order = function () {
    var self = this, data = this.box.dataset;
    var source = this.box.querySelector('.figure-data');
    var text = plain((source.getAttribute('href') || source.textContent).split(',').pop());
    var parts = (data.parts || '').split(' ').filter(Boolean);
    Promise.all([all(data.libraries), all(data.parts)]).then(function (texts) {
      parts.forEach(function (id, i) {
        text = text.split('<script data-platen-part="' + id + '"></' + 'script>').join('<script>' + texts[1][i] + '</' + 'script>');
      });
      self.frame.contentWindow.postMessage(
        { draws: data.draws, mode: data.mode, libraries: texts[0], data: text, dark: isDark(), style: style }, '*');
    }).catch(function (problem) { self.fail(problem.message); });
  };
  Figure.prototype.hear = function (message) {
    if (message.ready && !this.ordered) {
      this.ordered = true;
      this.order();
    } else if (typeof message.failed === 'string') {
      this.fail(message.failed);
    } else if (typeof message.paper === 'boolean') {
      this.box.classList.toggle('on-paper', message.paper);
    } else if (message.height > 0 && this.changes++ < MAX_CHANGES) {
      clearTimeout(this.timer);
      this.frame.style.height = Math.min(message.height, MAX_HEIGHT) + 'px';
      this.box.classList.add('drawn');
    }
  };
  Figure.prototype.fail = function (why) {
    clearTimeout(this.timer);
    frames.splice(frames.indexOf(this), 1);
    this.frame.remove();
    this.box.classList.remove('drawn', 'on-paper');
    var notice = document.createElement('p');
    notice.className = 'unshown failed-figure';
    notice.textContent = 'This figure could not be drawn: ' + why;
    this.box.appendChild(notice);
  };

  window.addEventListener('message', function (event) {
    frames.slice().forEach(function (figure) {
      if (event.source === figure.frame.contentWindow && event.data) { figure.hear(event.data); }
    });
  });

  // The theme is the page's.
  function repaint() {
    frames.forEach(function (figure) {
      if (figure.ordered && figure.box.dataset.draws !== 'page') {
        figure.changes = 0;
        figure.frame.contentWindow.postMessage({ dark: isDark() }, '*');
      }
    });
  }
  new MutationObserver(repaint).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  night.addEventListener('change', repaint);

  var near = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting) {
        near.unobserve(entry.target);
        new Figure(entry.target).start();
      }
    });
  }, { rootMargin: '1000px 0px' });
  Array.prototype.forEach.call(document.querySelectorAll('.figure'), function (box) { near.observe(box); });
})();
