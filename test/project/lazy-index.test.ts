import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'lazy-index.mjs');
let root: string;

function put(file: string, text: string): void {
  writeFileSync(join(root, file), text);
}

function run(file: string, text: string): string {
  put(file, text);
  return execFileSync(process.execPath, [join(root, file)], { encoding: 'utf8' });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rolloutkit-lazy-'));
  ['src', 'lib'].forEach(folder => mkdirSync(join(root, folder)));
  put('lib/apple.js', 'console.log("loads apple"); exports.Apple = class {}; exports.Pip = class {};');
  put('lib/pear.js', 'console.log("loads pear"); exports.Pear = class {}; exports.Worm = class {};');
  put('src/index.ts', 'export * from \'./apple\';\nexport { Pear, type PearOptions } from \'./pear\';\nexport type * from \'./worms\';\n');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('the index', () => {
  beforeEach(() => execFileSync(process.execPath, [SCRIPT, root]));

  test('loads nothing by itself', () => {
    expect(run('main.cjs', 'require("./lib/index.js");')).toBe('');
  });

  test('loads a file when something of it is first used, and no other', () => {
    expect(run('main.cjs', 'const { Pear } = require("./lib/index.js"); new Pear();')).toBe('loads pear\n');
  });

  test('has the same thing each time', () => {
    expect(run('main.cjs', 'const all = require("./lib/index.js"); console.log(all.Pip === require("./lib/apple.js").Pip && all.Pip === all.Pip);')).toBe('loads apple\ntrue\n');
  });

  test('names all that is exported and nothing else', () => {
    expect(run('main.cjs', 'console.log(Object.keys(require("./lib/index.js")).join());')).toBe('Apple,Pip,Pear\n');
  });

  test('can be imported by name from a module', () => {
    expect(run('main.mjs', 'import { Apple } from "./lib/index.js"; console.log(typeof Apple);')).toContain('function\n');
  });
});

test('fails on a line that is no export', () => {
  put('src/index.ts', 'const pear = 1;\n');
  expect(spawnSync(process.execPath, [SCRIPT, root], { encoding: 'utf8' })).toMatchObject({ status: 1, stderr: expect.stringContaining('src/index.ts: cannot read the line: const pear = 1;') });
});
