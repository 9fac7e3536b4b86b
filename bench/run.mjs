// npm run bench: what the library costs, as ratios to the same work without it. Exits with 1 when a target is missed.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alternate, median, ratio, run } from './compare.mjs';
import { compareLint } from './lint.mjs';

const targets = { synth: 1.5, import: 1.15 };
/** Medians of five runs still differ by this share from one time to the next. */
const tolerance = 0.1;
let failed = false;

if (existsSync(fileURLToPath(new URL('../lib/index.js', import.meta.url)))) {
  process.stdout.write(`Node ${process.version}; ratios are medians of 5 alternating runs; a target may be missed by ${tolerance * 100} %\n`);
  const directory = mkdtempSync(join(tmpdir(), 'rolloutkit-bench-'));
  try {
    for (const charts of [1, 50]) compareSynth(charts, join(directory, `${charts}.json`));
    for (const charts of [1, 50]) compareBytes(charts);
    compareImport();
    compareLint(directory, { judge, tell });
  } finally {
    rmSync(directory, { recursive: true });
  }
} else {
  process.stderr.write('bench: lib/ is missing; build it first with: npx projen compile\n');
  failed = true;
}
process.exitCode = failed ? 1 : 0;

function compareSynth(charts, manifests) {
  run({ kind: 'write-json', charts, manifests });
  const pairs = alternate({ kind: 'rollouts', charts }, { kind: 'raw', charts, manifests });
  const measured = ratio(pairs, 'synth');
  judge(`synth of 1,000 CanaryRollouts / of the same as raw ApiObjects, ${inCharts(charts)}`, measured.toFixed(2), targets.synth, measured);
  process.stdout.write(`    with construction, which raw objects hardly have: ${ratio(pairs).toFixed(2)}\n`);
  for (const [index, name] of ['rollouts', 'raw'].entries()) {
    const [construct, synth] = ['construct', 'synth'].map(part => Math.round(median(pairs.map(pair => pair[index][part]))));
    process.stdout.write(`    ${name}: ${construct} ms to construct, ${synth} ms to synth\n`);
  }
  tell('  raw objects give the same bytes', pairs.every(([first, second]) => first.hash === second.hash));
}

/** With somebody else's objects that change each time they are rendered. */
function compareBytes(charts) {
  const [judged, unjudged] = ['rollouts', 'unjudged'].map(kind => run({ kind, charts, spread: true }));
  tell(`rules on / rules off with a spread Deployment, ${inCharts(charts)}: bytes equal`, judged.hash === unjudged.hash);
}

function compareImport() {
  const measured = ratio(alternate({ kind: 'import-root' }, { kind: 'import' }));
  judge('import of what the quickstart uses / of cdk8s and cdk8s-plus-28 alone', measured.toFixed(2), targets.import, measured);
  const { unwanted } = run({ kind: 'loaded-modules' });
  tell('  loads no rule, parser, command line or bundled dependency', unwanted.length === 0);
  for (const file of unwanted) process.stdout.write(`    ${file}\n`);
}

function judge(what, shown, target, measured) {
  const verdict = measured <= target ? 'met' : measured <= target * (1 + tolerance) ? 'met within the tolerance' : 'MISSED';
  if (verdict === 'MISSED') failed = true;
  process.stdout.write(`${what}: ${shown} (at most ${target}: ${verdict})\n`);
}

function tell(what, holds) {
  if (!holds) failed = true;
  process.stdout.write(`${what}: ${holds ? 'yes' : 'no'}\n`);
}

function inCharts(amount) {
  return amount === 1 ? 'in 1 chart' : `in ${amount} charts`;
}
