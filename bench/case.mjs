// One measured program in a process of its own: node bench/case.mjs '{"kind": "rollouts", "charts": 50}'
// Prints its times, in milliseconds and without loading modules, and a hash of what it wrote.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { kind, charts, spread = false, manifests } = JSON.parse(process.argv[2]);
const amount = 1000;

switch (kind) {
  case 'import':
    report({ total: timed(() => ['cdk8s', 'cdk8s-plus-28'].forEach(name => require(name))) });
    break;
  case 'import-root':
    // what a program like the quickstart names: each name loads the files it needs
    report({ total: timed(() => {
      require('cdk8s');
      const { Analysis, CanaryRollout, Ramp } = require('..');
      return [Analysis, CanaryRollout, Ramp];
    }) });
    break;
  case 'loaded-modules':
    Object.values(require('..'));
    report({ unwanted: require('./loaded-modules.cjs')('lib') });
    break;
  default:
    await synth();
}

async function synth() {
  // all that a program imports is loaded before anything is measured
  const { ApiObject, App } = require('cdk8s');
  const { addDeployments, addRaw, addRollouts, chartsOf } = await import('./programs.mjs');
  const given = kind === 'raw' ? JSON.parse(readFileSync(manifests, 'utf8')) : undefined;
  const outdir = mkdtempSync(join(tmpdir(), 'rolloutkit-bench-'));
  const app = new App({ outdir });

  const construct = timed(() => {
    const scopes = chartsOf(app, charts);
    if (kind === 'raw') addRaw(scopes, given);
    else addRollouts(scopes, amount);
    if (spread) addDeployments(scopes);
  });
  if (kind === 'write-json') {
    writeFileSync(manifests, JSON.stringify(app.charts.map(chart => chart.node.findAll().filter(ApiObject.isApiObject).map(object => object.toJson()))));
  } else {
    // rules off: the app's own validator runs them, and its own synth is the wrapped one
    if (kind === 'unjudged') app.node.validate = () => [];
    const write = kind === 'unjudged' ? App.prototype.synth : app.synth;
    const written = timed(() => write.call(app));
    report({ construct, synth: written, total: construct + written, hash: hashOf(outdir) });
  }
  rmSync(outdir, { recursive: true });
}

function timed(work) {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function hashOf(directory) {
  const hash = createHash('sha256');
  for (const name of readdirSync(directory).sort()) hash.update(`${name}\n`).update(readFileSync(join(directory, name)));
  return hash.digest('hex');
}

function report(result) {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
