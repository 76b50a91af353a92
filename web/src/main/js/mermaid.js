// How a frame draws with Mermaid.
platen.draws.mermaid = function (place, text, dark) {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: dark ? 'dark' : 'default', fontFamily: 'system-ui, sans-serif' });
  return mermaid.render('diagram', text).then(function (drawn) {
    place.innerHTML = drawn.svg;
    return true;
  });
};
