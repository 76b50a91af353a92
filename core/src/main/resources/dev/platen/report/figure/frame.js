
// In a frame that may run scripts and nothing else: draws what the page sends, and tells the page how high that is.
(function () {
  'use strict';
  var page = window.parent;
  var platen = (window.platen = { draws: {}, before: [] });
  var order = null;
  var shown = 0;
  var over = false;

  function tell(message) { page.postMessage(message, '*'); }
  function fail(problem) {
    if (over) { return; }
    over = true;
    tell({ failed: String(problem && problem.message || problem).slice(0, 300) });
  }
  function height() {
    var root = document.documentElement;
    return Math.ceil(Math.max(root.getBoundingClientRect().height, root.scrollWidth > root.clientWidth ? root.offsetHeight + 14 : 0));
  }
  function measure() {
    var now = height();
    if (!over && now > 4 && now !== shown) {
      shown = now;
      tell({ height: now });
    }
  }
  function follow() {
    new ResizeObserver(measure).observe(document.documentElement);
    new ResizeObserver(measure).observe(document.body);
    measure();
  }
  function run(script) {
    var element = document.createElement('script');
    element.textContent = script;
    document.head.appendChild(element).remove();
  }

  function draw() {
    var root = document.documentElement;
    var place = document.createElement('div');
    place.id = 'figure';
    document.body.textContent = '';
    document.body.appendChild(place);
    root.style.colorScheme = order.dark ? 'dark' : 'light';
    Promise.resolve().then(function () {
      return platen.draws[order.draws](place, order.data, order.dark, order.mode);
    }).then(function (clear) {
      // What brings its own colours keeps the light page that it was made for.
      root.className = order.dark ? clear ? 'dark' : 'paper' : '';
      if (order.dark && !clear) { root.style.colorScheme = 'light'; }
      tell({ paper: order.dark && !clear });
      measure();
    }).catch(fail);
  }

  function listen() {
    window.addEventListener('error', function (event) { fail(event.message); });
    window.addEventListener('unhandledrejection', function (event) { fail(event.reason); });
    document.addEventListener('securitypolicyviolation', function (event) {
      if (/^(script-src(-elem)?|connect-src|worker-src|frame-src)$/.test(event.effectiveDirective)) {
        fail('it asks for ' + (event.blockedURI === 'inline' ? 'a script that is made as it runs' : event.blockedURI));
      }
    });
  }

  // Its scripts run as they would in a page of their own, in their order. What was listening is gone afterwards.
  function write() {
    document.open();
    listen();
    window.addEventListener('load', function () { setTimeout(follow, 0); });
    document.write('<!doctype html><html lang="en"><head><meta charset="utf-8">' + order.style);
    order.libraries.forEach(run);
    platen.before.forEach(function (prepare) { prepare(order.data); });
    document.write(order.data);
    document.close();
  }

  window.addEventListener('message', function (event) {
    if (event.source !== page || !event.data || over) { return; }
    if (order) {
      order.dark = event.data.dark;
      draw();
      return;
    }
    order = event.data;
    if (order.draws === 'page') { write(); return; }
    order.libraries.forEach(run);
    draw();
    follow();
  });
  listen();
  tell({ ready: true });
})();
