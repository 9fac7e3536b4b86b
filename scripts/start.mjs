// The first thing a newcomer runs: synthesizes the quickstart against the build that `npm ci` left behind, and explains it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = (file) => createRequire(import.meta.url)(join(root, 'lib', file));

if (existsSync(join(root, 'lib', 'index.js'))) {
  start();
} else {
  console.error('There is no build yet. Run `npm ci` first.');
  process.exitCode = 1;
}

function start() {
  const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-'));
  try {
    const synth = spawnSync(
      process.execPath,
      [join(root, 'node_modules', 'ts-node', 'dist', 'bin.js'), '--transpile-only', join('examples', 'quickstart', 'main.ts')],
      // ts-node would leave a cache behind
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CDK8S_OUTDIR: folder, DISABLE_V8_COMPILE_CACHE: '1' } },
    );
    process.exitCode = synth.status ?? 1;
    if (process.exitCode === 0) {
      for (const file of readdirSync(folder).sort()) show(file, readFileSync(join(folder, file), 'utf8'));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function show(file, yaml) {
  const { formatStages, stageTable } = built('report/stages.js');
  const graph = built('graph/graph.js').readGraph(built('manifests/yaml.js').readYaml(yaml).documents);
  const heading = (text) => `\n${text}\n${'-'.repeat(text.length)}\n`;
  console.log(`# examples/quickstart/main.ts writes ${file}:\n${yaml}`);
  for (const rollout of graph.rollouts) {
    const table = stageTable(rollout);
    console.log(`${heading(`What happens when the image of ${rollout.name} changes`)}
${formatStages(table)}

After each hold a gate asks whether the canary is good. The next stage begins once the answers are,
and waits while too few requests reach the canary to tell. From stage 1 on a guard watches as well:
${table.watched.map((line) => `  - ${line}`).join('\n')}
The last two come from kube-state-metrics and stay silent without it.`);
  }
  console.log(`${heading('What to change first, in examples/quickstart/main.ts')}
- The image and its port; then the stages, and what counts as good.
- Where Prometheus is, unless it is http://prometheus:9090: source: new PrometheusSource({ address })
- What the metrics are called, unless http_requests_total and http_request_duration_seconds with a
  label pod: telemetry: Telemetry.custom({ requests, errors, duration })
Then run npm start again. kubectl apply takes the YAML; the cluster needs Argo Rollouts. README.md goes on from here.`);
}
