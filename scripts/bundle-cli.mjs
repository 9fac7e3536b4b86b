// node scripts/bundle-cli.mjs [directory]: writes lib/cli/rolloutkit.js, the command line in one file, from the compiled lib/cli/main.js.
// Node takes longer to find and open some three hundred files than to run what is in them: linting one file is told twice as fast.
// Our own modules are put together as they are, each still run when it is first required; packages are left where they are.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';

const lib = resolve(process.argv[2] ?? '.', 'lib');
const entry = join(lib, 'cli', 'main.js');
const OWN = /\brequire\((["'])(\.[^"']+)\1\)/g;
const modules = new Map();

function add(file) {
  if (modules.has(file)) return;
  modules.set(file, '');
  const resolveFrom = createRequire(file).resolve;
  const source = file.endsWith('.json') ? `module.exports = ${readFileSync(file, 'utf8')};` : readFileSync(file, 'utf8');
  modules.set(file, source.replace(/^#!.*\n/, '').replace(/^"use strict";\n/, '').replace(OWN, (_, quote, name) => {
    const target = resolveFrom(name);
    add(target);
    return `load(${JSON.stringify(nameOf(target))})`;
  }));
}

function nameOf(file) {
  return relative(lib, file).replaceAll('\\', '/');
}

add(entry);
const output = join(lib, 'cli', 'rolloutkit.js');
writeFileSync(output, [
  '#!/usr/bin/env node',
  '"use strict";',
  'const loaded = Object.create(null);',
  'const load = (name) => {',
  '  const known = loaded[name];',
  '  if (known !== undefined) return known.exports;',
  '  const module = loaded[name] = { exports: {} };',
  '  modules[name](module, module.exports);',
  '  return module.exports;',
  '};',
  'const modules = {',
  ...[...modules].map(([file, source]) => `${JSON.stringify(nameOf(file))}(module, exports) {\n${source}\n},`),
  '};',
  `load(${JSON.stringify(nameOf(entry))});`,
  '',
].join('\n'));
chmodSync(output, 0o755);
