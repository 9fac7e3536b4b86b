import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'bundle-cli.mjs');
let root: string;

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rolloutkit-bundle-'));
  put('lib/cli/main.js', `#!/usr/bin/env node
"use strict";
const node_path_1 = require("node:path");
const run_1 = require("./run");
console.log(node_path_1.basename(__dirname), (0, run_1.run)(process.argv[2]));
`);
  put('lib/cli/run.js', `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
console.log("loads run");
const names = require("../names");
exports.twice = (text) => text + text;
exports.run = (name) => name === "fruit" ? require('./fruit').fruit() : names.plain;
`);
  put('lib/names.js', '"use strict";\nconst run_1 = require("./cli/run");\nexports.plain = "plain";\nexports.later = () => run_1.twice("ab");\nexports.table = require("./table.json");\n');
  put('lib/cli/fruit.js', 'console.log("loads fruit");\nconst n = require("../names");\nexports.fruit = () => n.later() + n.table.color;\n');
  put('lib/table.json', '{ "color": "red" }');
  execFileSync(process.execPath, [SCRIPT, root]);
  // all that the bundle needs of ours is in it
  ['lib/cli/main.js', 'lib/cli/run.js', 'lib/cli/fruit.js', 'lib/names.js', 'lib/table.json'].forEach((file) => rmSync(join(root, file)));
});

afterEach(() => rmSync(root, { recursive: true }));

const run = (...args: string[]) => execFileSync(process.execPath, [join(root, 'lib/cli/rolloutkit.js'), ...args], { encoding: 'utf8' });

test('the bundled command line does what its files do, each run when it is first required', () => {
  expect(run('vegetable')).toBe('loads run\ncli plain\n');
});

test('what is required later is run later, and files that require each other see each other', () => {
  expect(run('fruit')).toBe('loads run\nloads fruit\ncli ababred\n');
});
