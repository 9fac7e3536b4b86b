// Builds the control plane and the controller with the ordinary Go client: node conformance/lab/build.mjs
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findBinaries, goEnvironment, sources, VERSIONS_FILE } from './binaries.mjs';

const ARGO = 'github.com/argoproj/argo-rollouts';
const KUBERNETES = 'k8s.io/kubernetes';
const VERSION = 'k8s.io/component-base/version';

/** Builds what is missing; answers with the folder. */
export function build(say = (line) => process.stderr.write(`${line}\n`)) {
  const { directory, missing, own, go } = findBinaries();
  if (own) throw new Error(`ROLLOUTKIT_LAB_BIN is set, and nothing is built into ${directory}`);
  if (!directory) throw new Error('no Go: install Go 1.26 or later from https://go.dev/dl');
  if (missing.length === 0) return directory;
  say(`building the lab with ${go}; from empty caches that is 7 GB and about 7 minutes on two cores`);
  mkdirSync(dirname(directory), { recursive: true });
  // Beside its place, so that it gets there in one step: a build that is cut short leaves nothing that looks whole.
  const made = mkdtempSync(`${directory}.`);
  try {
    compile(say, 'kubelab', made, `-s -w ${stamp(versionOf(KUBERNETES))}`, './cmd/kubelab');
    compile(say, 'rollouts-controller', made, '-s -w', `${ARGO}/cmd/rollouts-controller`);
    copyDefinitions(join(made, 'crds'));
    const versions = { 'Argo Rollouts': versionOf(ARGO), 'Kubernetes': versionOf(KUBERNETES) };
    writeFileSync(join(made, VERSIONS_FILE), JSON.stringify(versions));
    put(made, directory);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  return directory;
}

function compile(say, name, into, flags, program) {
  const started = Date.now();
  go(['build', '-trimpath', `-ldflags=${flags}`, '-o', join(into, name), program]);
  say(`  ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}

/** The API server tells its version, and clients read it: without this it is v0.0.0. */
function stamp(version) {
  const [major, minor] = version.slice(1).split('.');
  const variables = { gitVersion: version, gitMajor: major, gitMinor: minor };
  return Object.entries(variables).map(([name, value]) => `-X ${VERSION}.${name}=${value}`).join(' ');
}

function copyDefinitions(into) {
  const module = go(['list', '-m', '-f', '{{.Dir}}', ARGO]).trim();
  const from = join(module, 'manifests', 'crds');
  mkdirSync(into);
  for (const file of readdirSync(from).filter((name) => name.endsWith('-crd.yaml'))) cpSync(join(from, file), join(into, file));
}

function versionOf(module) {
  return go(['list', '-m', '-f', '{{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}', module]).trim();
}

function put(made, directory) {
  // Somebody else may have built the same in the meantime, or left half of it.
  if (existsSync(directory) && findBinaries().missing.length === 0) return;
  rmSync(directory, { recursive: true, force: true });
  renameSync(made, directory);
}

function go(args) {
  const result = spawnSync('go', args, { cwd: sources, env: goEnvironment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (result.status !== 0) throw new Error(`go ${args[0]} failed${result.error ? `: ${result.error.message}` : ''}`);
  return result.stdout;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${build()}\n`);
  } catch (error) {
    process.stderr.write(`lab: ${error.message}\n`);
    process.exitCode = 3;
  }
}
