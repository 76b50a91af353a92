// Bokeh's outputs are pages that draw themselves. Those of HoloViews ask for Panel, for one version of Bokeh, and for style
// sheets of Panel's, which are for its widgets and would have to be loaded.
(function () {
  'use strict';
  var whole = window.Bokeh;
  whole.logger.set_level('error');

  function without(value) {
    if (Array.isArray(value)) { return value.map(without); }
    if (value && value.name === 'ImportedStyleSheet') {
      return { type: 'object', name: 'InlineStyleSheet', id: value.id, attributes: { css: '' } };
    }
    if (value && typeof value === 'object') {
      Object.keys(value).forEach(function (key) { value[key] = without(value[key]); });
    }
    return value;
  }
  function tidied(embed) {
    return function (documents, items) {
      return embed(without(typeof documents === 'string' ? JSON.parse(documents) : documents), items);
    };
  }

  // Its own properties can't be set.
  window.Bokeh = Object.create(whole, {
    Panel: { value: {}, writable: true },
    versions: { value: { has: function () { return true; }, get: function () { return window.Bokeh; } } },
    embed: { value: Object.create(whole.embed, {
      embed_items: { value: tidied(whole.embed.embed_items) },
      embed_items_notebook: { value: tidied(whole.embed.embed_items_notebook) }
    }) }
  });
})();
