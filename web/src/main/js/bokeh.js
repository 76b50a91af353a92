// Bokeh's outputs are pages that draw themselves. Those of HoloViews ask for Panel, for one version of Bokeh, and for style
// sheets of Panel's, which are for its widgets and would have to be loaded.
(function () {
  'use strict';
  Bokeh.set_log_level('error');
  Bokeh.Panel = Bokeh.Panel || {};
  Bokeh.versions = { has: function () { return true; }, get: function () { return Bokeh; } };

  function isLoaded(value) { return value && value.name === 'ImportedStyleSheet'; }
  function without(value) {
    if (Array.isArray(value)) { return value.filter(function (item) { return !isLoaded(item); }).map(without); }
    if (value && typeof value === 'object') {
      Object.keys(value).forEach(function (key) { value[key] = without(value[key]); });
    }
    return value;
  }
  ['embed_items', 'embed_items_notebook'].forEach(function (name) {
    var embed = Bokeh.embed[name];
    Bokeh.embed[name] = function (documents) {
      arguments[0] = without(typeof documents === 'string' ? JSON.parse(documents) : documents);
      return embed.apply(this, arguments);
    };
  });
})();
