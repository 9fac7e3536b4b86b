// Runs what the library renders on the real controller: node conformance/run.mjs [--only pattern] [--list] [--report folder] [--jobs n]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLab } from './harness/lab.mjs';
import { asJson, asMarkdown, traceAsJson } from './harness/report.mjs';
import { runScenario } from './harness/scenario.mjs';
import { Recorder } from './harness/trace.mjs';
import { findBinaries, versionsOf } from './lab/binaries.mjs';
import { build } from './lab/build.mjs';
import { scenarios } from './scenarios/index.mjs';

/** They wait most of the time. */
const JOBS = 20;

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({ options: {
    only: { type: 'string' }, list: { type: 'boolean' }, report: { type: 'string' }, jobs: { type: 'string' },
  } });
  const chosen = scenarios.filter(({ id }) => values.only === undefined || new RegExp(values.only).test(id));
  if (chosen.length === 0) return complain(`no scenario fits ${values.only}; see --list`, 2);
  if (values.list) {
    for (const { id, why } of chosen) process.stdout.write(`${id}\n    ${why}\n`);
    return 0;
  }
  const bin = binaries();
  if (bin === undefined) return 3;
  const run = await runAll(bin, chosen, Number(values.jobs ?? JOBS));
  process.stdout.write(asMarkdown(run));
  if (values.report) save(resolve(values.report), run);
  return run.results.every(({ passed }) => passed) ? 0 : 1;
}

/** The folder of binaries, built if need be; undefined, having said why, when there is none. */
function binaries() {
  const { directory, missing, own } = findBinaries();
  if (missing.length === 0) return directory;
  if (own) {
    complain(`${directory}, which ROLLOUTKIT_LAB_BIN names, lacks ${missing.join(', ')}`);
    return undefined;
  }
  if (!directory) {
    complain('needs Go 1.26 or later (https://go.dev/dl) to build the control plane and the controller,\n'
      + `or ROLLOUTKIT_LAB_BIN, a folder that holds ${missing.join(', ')}`);
    return undefined;
  }
  try {
    return build();
  } catch (error) {
    complain(error.message);
    return undefined;
  }
}

async function runAll(bin, chosen, jobs) {
  const started = Date.now();
  const lab = await startLab(bin);
  const interrupted = (signal) => { void lab.stop().then(() => process.exit(signal === 'SIGINT' ? 130 : 143)); };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const start = (Date.now() - started) / 1000;
  const results = [];
  try {
    const recorder = new Recorder(lab.api);
    const waiting = [...chosen];
    await Promise.all(Array.from({ length: jobs }, async () => {
      for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
        lab.children.check();
        const result = await runScenario(lab, recorder, scenario);
        results.push(result);
        process.stderr.write(`${result.passed ? 'passed' : 'FAILED'} ${result.id} (${result.seconds.toFixed(1)} s)\n`);
      }
    }));
  } finally {
    await lab.stop();
  }
  // In the order of the list, whichever came first.
  results.sort((one, other) => chosen.findIndex(({ id }) => id === one.id) - chosen.findIndex(({ id }) => id === other.id));
  const versions = `${versionsOf(bin)}; pods and metrics are faked`;
  return { results, lab: { versions, start, steps: lab.seconds, seconds: (Date.now() - started) / 1000 } };
}

function save(folder, run) {
  mkdirSync(join(folder, 'traces'), { recursive: true });
  writeFileSync(join(folder, 'report.md'), asMarkdown(run));
  writeFileSync(join(folder, 'report.json'), asJson(run));
  for (const { id, trace } of run.results) writeFileSync(join(folder, 'traces', `${id.replaceAll('/', '-')}.json`), traceAsJson(trace));
}

function complain(what, code = 3) {
  process.stderr.write(`conformance: ${what}\n`);
  return code;
}
