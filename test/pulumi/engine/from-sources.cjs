// Loaded before a program. Every program would transpile all of our sources anew, which takes seconds: here the first one does it for all.
require('../../../scripts/from-sources.cjs');
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// Tests have a temporary folder of their own, which is gone with them.
const folder = join(tmpdir(), 'transpiled');
mkdirSync(folder, { recursive: true });

const service = process[Symbol.for('ts-node.register.instance')];
const { compile } = service;
const texts = new Map();
service.compile = (code, fileName) => {
  const file = join(folder, `${createHash('sha256').update(fileName).update(code).digest('hex')}.js`);
  const text = kept(file) ?? keep(file, compile(code, fileName));
  texts.set(fileName, text);
  return text;
};

// ts-node finds lines of the sources for stacks only in what it has transpiled itself.
createRequire(require.resolve('ts-node'))('@cspotcode/source-map-support').install({
  environment: 'node',
  retrieveFile: (path) => texts.get(path) ?? '',
});

function kept(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function keep(file, text) {
  // Renamed at the end: another program may be looking for it at this moment.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
  return text;
}
