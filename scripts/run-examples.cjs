// Runs the program of every example against the sources: `node scripts/run-examples.cjs FOLDER` writes FOLDER/<example>/*.yaml.
require('./from-sources.cjs');
const { existsSync, readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');

const examples = join(__dirname, '..', 'examples');
for (const name of readdirSync(examples).sort()) {
  const program = join(examples, name, 'main.ts');
  if (existsSync(program)) {
    process.env.CDK8S_OUTDIR = join(resolve(process.argv[2]), name);
    require(program);
  }
}
