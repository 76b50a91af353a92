// How a frame draws with Plotly.
(function () {
  'use strict';
  var light = { paper: ['white', '#fff', '#ffffff'], plot: ['#E5ECF6', 'white', '#fff', '#ffffff'] };

  // Figures with Plotly's usual colours take the page's; what an author chose stays.
  function darken(layout) {
    var template = (layout.template = layout.template || {});
    var usual = (template.layout = template.layout || {});
    function own(key) { return layout[key] !== undefined; }
    function chosen(key, plain) { return own(key) || (usual[key] !== undefined && plain.indexOf(usual[key]) < 0); }
    if (chosen('paper_bgcolor', light.paper) || chosen('plot_bgcolor', light.plot)) { return false; }
    usual.paper_bgcolor = 'rgba(0,0,0,0)';
    usual.plot_bgcolor = '#1b1f24';
    usual.font = Object.assign({}, usual.font, { color: '#e2e5e9' });
    usual.modebar = { bgcolor: 'rgba(0,0,0,0)', color: '#9aa5b1', activecolor: '#e2e5e9' };
    ['xaxis', 'yaxis'].forEach(function (axis) {
      usual[axis] = Object.assign({}, usual[axis], { gridcolor: '#2f363e', linecolor: '#3b444e', zerolinecolor: '#4a545f' });
    });
    if (usual.scene) {
      ['xaxis', 'yaxis', 'zaxis'].forEach(function (axis) {
        usual.scene[axis] = Object.assign({}, usual.scene[axis],
          { backgroundcolor: '#1b1f24', gridcolor: '#3b444e', linecolor: '#3b444e', zerolinecolor: '#4a545f' });
      });
    }
    return true;
  }

  platen.draws.plotly = function (place, text, dark) {
    var figure = JSON.parse(text);
    var layout = figure.layout || {};
    var clear = dark ? darken(layout) : true;
    if (!dark && layout.paper_bgcolor === undefined) { layout.paper_bgcolor = 'rgba(0,0,0,0)'; }
    place.style.height = (layout.height || 450) + 'px';
    var config = Object.assign({}, figure.config, { responsive: true, displaylogo: false, plotlyServerURL: '' });
    return Plotly.newPlot(place, figure.data || [], layout, config).then(function () {
      if (figure.frames) { return Plotly.addFrames(place, figure.frames); }
      return undefined;
    }).then(function () { return clear; });
  };
})();
