// How long `rolloutkit lint` takes beside other linters, every rule on: each program reads the same file in a process of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './compare.mjs';
import { corpus } from './lint-corpus.mjs';
import { writeSchemas } from './lint-schemas.mjs';

const DOCUMENTS = 10_000;
const RUNS = 5;
const targets = { kubeconform: 1, argo: 0.5, start: 100 };
// what `rolloutkit` runs
const command = fileURLToPath(new URL('../lib/cli/rolloutkit.js', import.meta.url));

/** Tells the times; `judge` and `tell` are those of run.mjs. */
export function compareLint(folder, { judge, tell }) {
  const files = Object.fromEntries(['good', 'broken'].map(name => {
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, corpus(DOCUMENTS, name === 'broken'));
    return [name, file];
  }));
  const schemas = join(folder, 'schemas');
  mkdirSync(schemas);
  const pattern = writeSchemas(schemas);
  const ours = file => [process.execPath, command, 'lint', file];

  const start = join(folder, 'start.yaml');
  writeFileSync(start, corpus(2, false));
  const more = median(Array.from({ length: RUNS }, () => time(ours(start)).milliseconds - time([process.execPath, '-e', '0']).milliseconds));
  judge('lint of one small file, milliseconds more than node -e 0', more.toFixed(0), targets.start, more);

  const others = theirs();
  if (others === undefined) return;
  const kubeconform = file => [others.kubeconform, '-strict', '-schema-location', pattern, file];
  for (const [name, file] of Object.entries(files)) {
    const pairs = Array.from({ length: RUNS }, () => [time(ours(file)), time(kubeconform(file))]);
    report(`lint of ${DOCUMENTS.toLocaleString('en')} ${name} documents / kubeconform -strict`, pairs, targets.kubeconform, judge);
    tell(`  both ${name === 'good' ? 'find nothing' : 'find something'}`, pairs.flat().every(({ status }) => status === (name === 'good' ? 0 : 1)));
  }
  // Of broken documents it tells the first, and ends.
  const pairs = Array.from({ length: RUNS }, () => [time(ours(files.good)), time([others['argo-cli'], 'lint', '-f', files.good])]);
  report('the same, good ones / kubectl argo rollouts lint', pairs, targets.argo, judge);
}

function report(what, pairs, target, judge) {
  const measured = median(pairs.map(([first, second]) => first.milliseconds / second.milliseconds));
  judge(what, measured.toFixed(2), target, measured);
  const [mine, other] = [0, 1].map(index => median(pairs.map(pair => pair[index].milliseconds)));
  const [work, otherWork] = [0, 1].map(index => median(pairs.map(pair => pair[index].processor)));
  process.stdout.write(`    ${Math.round(mine)} ms / ${Math.round(other)} ms${Number.isNaN(work) ? '' : `; of all processors together ${Math.round(work)} ms / ${Math.round(otherWork)} ms`}\n`);
}

/** What is built of Go modules; undefined, and a word, where that cannot be. */
function theirs() {
  const require = createRequire(import.meta.url);
  require('../scripts/from-sources.cjs');
  const { provide } = require('../conformance/lab/build.ts');
  const { Missing } = require('../conformance/lab/go.ts');
  try {
    return provide(['kubeconform', 'argo-cli'], line => process.stdout.write(`${line}\n`));
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    process.stdout.write(`lint beside other linters: skipped, ${error.message}\n`);
    return undefined;
  }
}

function time([program, ...args]) {
  const before = children();
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(program, args, { stdio: 'ignore' });
  if (error) throw error;
  return { status, milliseconds: Number(process.hrtime.bigint() - start) / 1e6, processor: children() - before };
}

/** Time of processors that all children before have taken, in milliseconds; NaN where the system does not tell. */
function children() {
  if (!existsSync('/proc/self/stat')) return NaN;
  const [, fields] = readFileSync('/proc/self/stat', 'utf8').split(') ');
  // in hundredths of a second: user and system, of those that were waited for
  const [user, system] = fields.split(' ').slice(13, 15).map(Number);
  return (user + system) * 10;
}
