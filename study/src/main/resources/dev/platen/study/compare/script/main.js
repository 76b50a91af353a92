// Begins when the page is there: every section gets a table that can be looked through.

document.addEventListener('DOMContentLoaded', () => {
  const block = document.getElementById('page-data');
  const data = block && JSON.parse(block.textContent);
  // A block of another format is left alone, and the page becomes what it is without this script.
  if (!data || data.format !== 2) { return; }
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
    saySnapshot(Date.parse(document.lastModified));
  }
});
