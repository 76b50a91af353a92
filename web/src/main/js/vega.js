// How a frame draws with Vega and Vega-Lite. Pages that bring their own script call vegaEmbed, which does the same here.
(function () {
  'use strict';
  var ink = '#e2e5e9', soft = '#9aa5b1', line = '#3b444e';
  var darkColours = {
    title: { color: ink, subtitleColor: soft },
    style: { 'guide-label': { fill: soft }, 'guide-title': { fill: ink }, 'group-title': { fill: ink }, 'group-subtitle': { fill: soft } },
    axis: { domainColor: soft, gridColor: line, tickColor: soft },
    view: { stroke: line }
  };

  // Nothing is loaded here; the browser would refuse it and fill its console.
  function loader(missing) {
    var plain = vega.loader();
    function refuse(address) {
      missing.push(String(address));
      return Promise.reject(new Error(address + ' is not in the report'));
    }
    return Object.assign(plain, {
      load: refuse, http: refuse, file: refuse,
      sanitize: function (address, options) {
        return /^data:image\//.test(address) || options && options.context === 'href' ? plain.sanitize(address, options) : refuse(address);
      }
    });
  }

  function logger(errors) {
    var log = {
      level: function () { return log; }, warn: function () { return log; }, info: function () { return log; }, debug: function () { return log; },
      error: function () { errors.push(Array.prototype.map.call(arguments, String).join(' ')); return log; }
    };
    return log;
  }

  function words(value) {
    if (value === null || typeof value !== 'object') { return String(value); }
    return Object.keys(value).map(function (key) { return key + ': ' + (typeof value[key] === 'object' ? JSON.stringify(value[key]) : value[key]); }).join('\n');
  }

  var tip = null;
  function tooltip(handler, event, item, value) {
    if (!tip) {
      tip = document.createElement('div');
      tip.className = 'tip';
      document.body.appendChild(tip);
    }
    tip.hidden = value === null || value === undefined || value === '';
    if (tip.hidden) { return; }
    tip.textContent = words(value);
    tip.style.left = Math.max(0, Math.min(event.clientX + 12, window.innerWidth - tip.offsetWidth - 4)) + 'px';
    tip.style.top = Math.max(0, Math.min(event.clientY + 12, window.innerHeight - tip.offsetHeight - 4)) + 'px';
  }

  function isLite(spec, options) {
    var schema = String(spec.$schema || '');
    return options.mode ? options.mode === 'vega-lite' : !/\/vega\/v/.test(schema);
  }

  function show(place, spec, options) {
    var errors = [], missing = [];
    var log = logger(errors);
    var config = options.dark ? darkColours : {};
    var lite = isLite(spec, options);
    if (options.dark && spec.background === undefined && !(spec.config && spec.config.background)) { config = Object.assign({ background: null }, config); }
    var full = lite ? vegaLite.compile(spec, { config: config, logger: log }).spec : spec;
    var runtime = vega.parse(full, lite ? undefined : config, { ast: true });
    var view = new vega.View(runtime, {
      expr: vegaInterpreter, loader: loader(missing), logger: log, renderer: 'svg', container: place, hover: true, tooltip: tooltip
    });
    return view.runAsync().then(function () {
      if (missing.length) { throw new Error('its data, ' + missing.join(', ') + ', is not in the report'); }
      if (errors.length) { throw new Error(errors[0]); }
      return { view: view, spec: spec, vgSpec: full, finalize: function () { view.finalize(); } };
    });
  }

  window.vegaEmbed = function (place, spec, options) {
    var node = typeof place === 'string' ? document.querySelector(place) : place;
    if (typeof spec === 'string') { return Promise.reject(new Error(spec + ' is not in the report')); }
    try {
      return show(node, spec, options || {});
    } catch (problem) {
      return Promise.reject(problem);
    }
  };
  window.vegaEmbed.vega = vega;
  window.vegaEmbed.vegaLite = vegaLite;

  // Altair's HTML loads what this says isn't there yet.
  platen.before.push(function (page) {
    var there = (window.VEGA_DEBUG = window.VEGA_DEBUG || {});
    Array.from(page.matchAll(/maybeLoadScript\("([\w-]+)", "([\d.]+)"\)/g)).forEach(function (call) {
      there[call[1].replace('-', '') + '_version'] = call[2];
    });
  });

  platen.draws.vega = function (place, text, dark, mode) {
    var spec = JSON.parse(text);
    var chosen = spec.background !== undefined || (spec.config && spec.config.background !== undefined);
    return window.vegaEmbed(place, spec, { mode: mode, dark: dark && !chosen }).then(function () { return !chosen; });
  };
})();
