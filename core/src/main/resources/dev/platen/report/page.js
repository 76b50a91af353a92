
// Of every page: the theme, and boxes that scroll.
(function () {
  'use strict';
  var root = document.documentElement;
  var themes = ['system', 'light', 'dark'];
  var key = 'platen-theme';

  // Storage may be forbidden, as it is for files in some browsers.
  function recall() { try { return localStorage.getItem(key); } catch (e) { return null; } }
  function remember(theme) { try { localStorage.setItem(key, theme); } catch (e) { /* lasts as long as the page */ } }
  function theme() { return root.dataset.theme || 'system'; }
  function setTheme(name) {
    if (name === 'system') { delete root.dataset.theme; } else { root.dataset.theme = name; }
  }
  if (themes.indexOf(recall()) >= 0) { setTheme(recall()); }

  function themeSwitch() {
    var button = document.getElementById('theme-switch');
    function show() { button.textContent = 'Theme: ' + theme(); }
    button.addEventListener('click', function () {
      var next = themes[(themes.indexOf(theme()) + 1) % themes.length];
      setTheme(next);
      remember(next);
      show();
    });
    show();
  }

  // What scrolls can be reached by keyboard; the rest is no stop on the way.
  function scrollers() {
    Array.prototype.forEach.call(document.querySelectorAll('main pre, .html, .scroll, .scrolled, .prose table'), function (box) {
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) { box.tabIndex = 0; }
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelector('.tools').hidden = false;
    themeSwitch();
  });
  // To ask for sizes costs a layout, so not before other scripts have put their elements in place.
  addEventListener('load', scrollers);
})();
