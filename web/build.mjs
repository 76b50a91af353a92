// Puts together the libraries that draw interactive figures: for each a gzip'd script, its SHA-256 for the page's policy, and
// the licences. npm runs only when something changed, without any package's own scripts; what it fetched is removed again.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const here = new URL('.', import.meta.url);
const out = new URL('target/figures/dev/platen/report/figure/', here);
const npm = new URL('target/npm/', here);
const stamp = new URL('target/libraries.stamp', here);
const sources = ['package.json', 'package-lock.json', 'build.mjs',
  ...['plotly', 'vega', 'bokeh', 'mermaid'].map((name) => `src/main/js/${name}.js`)];

// Plotly's strict bundle and Vega's interpreter need no eval. Of Bokeh, what most figures need: not its MathJax, not WebGL.
const libraries = {
  plotly: ['plotly.js-strict-dist-min/plotly-strict.min.js'],
  vega: ['vega/build/vega.min.js', 'vega-lite/build/vega-lite.min.js', 'vega-interpreter/build/vega-interpreter.js'],
  bokeh: ['bokeh', 'bokeh-widgets', 'bokeh-tables'].map((part) => `@bokeh/bokehjs/build/js/${part}.min.js`),
  mermaid: ['@mermaid-js/tiny/dist/mermaid.tiny.js'],
};

const read = (name, base = here) => readFileSync(new URL(name, base), 'utf8');
const digest = (text) => createHash('sha256').update(text).digest('base64');

/** The interpreter comes as a module only; in the page it is a script like the others. */
function asScript(name, text) {
  if (!name.startsWith('vega-interpreter/')) { return text; }
  const script = text
    .replace(/^import (\{[^}]*\}) from 'vega-util';$/m, 'const $1 = vega;')
    .replace(/^export \{ expression as expressionInterpreter \};$/m, 'globalThis.vegaInterpreter = expression;');
  if (/^(import|export) /m.test(script)) { throw new Error(`${name} is built otherwise than it was`); }
  return `(function () {\n${script}\n})();`;
}

/** What is in a page must not end its script, and no line of it may ask for a source map. */
function library(name, files) {
  const parts = files.map((file) => asScript(file, read(`node_modules/${file}`, npm)));
  const text = [...parts, read(`src/main/js/${name}.js`)].join('\n;\n')
    .replace(/^\/\/[#@] sourceMappingURL=.*$/gm, '').replace(/\r\n?/g, '\n');
  writeFileSync(new URL(`${name}.js.gz`, out), gzipSync(text, { level: 9 }));
  writeFileSync(new URL(`${name}.sha256`, out), digest(text));
}

function licences() {
  const packages = new Set(Object.values(libraries).flat().map((file) => file.match(/^(@[^/]*\/)?[^/]*/)[0]));
  return [...packages].map((name) => {
    const { version } = JSON.parse(read(`node_modules/${name}/package.json`, npm));
    const file = ['LICENSE', 'LICENSE.txt', 'LICENSE.md'].find((f) => existsSync(new URL(`node_modules/${name}/${f}`, npm)));
    const text = file ? read(`node_modules/${name}/${file}`, npm) : read(`src/main/licences/${name.split('/').pop()}.txt`);
    return `${name} ${version}\n\n${text.trim()}\n`;
  }).join(`\n${'-'.repeat(72)}\n\n`);
}

function install() {
  rmSync(npm, { recursive: true, force: true });
  mkdirSync(npm, { recursive: true });
  ['package.json', 'package-lock.json'].forEach((file) => cpSync(new URL(file, here), new URL(file, npm)));
  const npmCi = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', npmCi, { cwd: npm, stdio: 'inherit' });
  if (status !== 0) { throw new Error(`npm ${npmCi.join(' ')}: ${error ?? `exit code ${status}`}`); }
}

const inputs = digest(sources.map((file) => read(file)).join('\0'));
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== inputs || !existsSync(out)) {
  install();
  mkdirSync(out, { recursive: true });
  Object.entries(libraries).forEach(([name, files]) => library(name, files));
  writeFileSync(new URL('licences.txt', out), licences());
  rmSync(npm, { recursive: true, force: true });
  writeFileSync(stamp, inputs);
}
