// Begins when the page is there: every section's tables give way to one that can be looked through.

// Until then they aren't laid out: that would take a third of the time in which the page opens.
document.documentElement.classList.add('starting');

document.addEventListener('DOMContentLoaded', () => {
  document.documentElement.classList.remove('starting');
  makeSortable(document);
  const block = document.getElementById('page-data');
  const data = block && JSON.parse(block.textContent);
  // A block of another format is left alone, and the page stays as it is without a script.
  if (!data || data.format !== 1) { return; }
  const address = new Address();
  const explorers = [];
  const explore = (section) => {
    const model = new Model(data.templates[section], data.statuses);
    if (model.runs.length === 0) { return; }
    if (explorers[section] && explorers[section].renew(model)) { return; }
    if (explorers[section]) { explorers[section].close(); }
    explorers[section] = new Explorer(model, section, document.querySelector('.explorer[data-template="' + section + '"]'), address);
  };
  data.templates.forEach((template, section) => explore(section));
  const version = document.getElementById('content').dataset.live;
  if (version && location.protocol.startsWith('http')) {
    new Live(Number(version), new LivePage(data, explore), new LiveRuns());
  } else {
    saySnapshot(new Date(document.lastModified));
  }
});
