// Begins when the page is there: every section's tables give way to one that can be looked through.

document.addEventListener('DOMContentLoaded', () => {
  const block = document.getElementById('page-data');
  const data = block && JSON.parse(block.textContent);
  // A block of another format is left alone, and the page stays as it is without a script.
  if (!data || data.format !== 1) { return; }
  const address = new Address();
  document.querySelectorAll('.explorer').forEach((place) => {
    const section = Number(place.dataset.template);
    const model = new Model(data.templates[section], data.statuses);
    if (model.runs.length) { new Explorer(model, section, place, address); }
  });
});
