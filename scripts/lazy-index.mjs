// node scripts/lazy-index.mjs [directory]: makes the compiled lib/index.js load each file when something of it is first used.
// As the compiler writes it, whoever imports one router loads all routers, metric stores and questions.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const root = resolve(process.argv[2] ?? '.');
const require = createRequire(resolve(root, 'lib', 'index.js'));

/** Names with the file they come from, in the order in which the index lists them. */
function exportsOf(index) {
  return index.split('\n').filter(line => line !== '').flatMap(line => {
    const found = /^export (?:(type) )?(?:\*|\{ (.*) \}) from '(.*)';$/.exec(line);
    if (found === null) throw new Error(`src/index.ts: cannot read the line: ${line}`);
    const [, onlyTypes, listed, file] = found;
    if (onlyTypes !== undefined) return [];
    const names = listed === undefined ? Object.keys(require(file)) : listed.split(', ').filter(name => !name.startsWith('type '));
    return names.map(name => ({ name, file }));
  });
}

function write(found) {
  const names = found.map(({ name }) => name);
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    // Node reads the names for `import { ... }` off this line, without running the file
    `${[...names].reverse().map(name => `exports.${name} = `).join('')}void 0;`,
    'const lazily = (name, load) => Object.defineProperty(exports, name, {',
    '  enumerable: true, configurable: true,',
    '  get() {',
    '    const value = load()[name];',
    '    Object.defineProperty(exports, name, { enumerable: true, value });',
    '    return value;',
    '  },',
    '});',
    ...found.map(({ name, file }) => `lazily(${JSON.stringify(name)}, () => require(${JSON.stringify(file)}));`),
    '',
  ].join('\n');
}

writeFileSync(resolve(root, 'lib', 'index.js'), write(exportsOf(readFileSync(resolve(root, 'src', 'index.ts'), 'utf8'))));
