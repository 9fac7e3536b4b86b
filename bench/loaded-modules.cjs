// Which modules are loaded that a program which only imports the library, or describes rollouts with it, should not pay for.
const { existsSync, realpathSync } = require('node:fs');
const { join, relative, sep } = require('node:path');
const { bundledDependencies } = require('../package.json');

const root = join(__dirname, '..');
// cdk8s may well bring a `yaml` of its own; only the copies that this package resolves count
const bundled = bundledDependencies.map(name => join(root, 'node_modules', name)).filter(existsSync).map(path => realpathSync(path));

/** `sources` is where the modules of this package were loaded from: `lib` or `src`. */
module.exports = function unwantedModules(sources) {
  const lazy = ['cli', 'rules', 'promql', 'graph', 'expressions'].map(part => join(root, sources, part));
  return Object.keys(require.cache)
    .filter(file => [...lazy, ...bundled].some(directory => file.startsWith(directory + sep)))
    .map(file => relative(root, file).split(sep).join('/'));
};
