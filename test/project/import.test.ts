import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

const DESCRIBE = `
  const { App, Chart } = require('cdk8s');
  const { Analysis, CanaryRollout, ErrorRateAnalysis, NginxTraffic, RolloutChecks, RolloutDefaults } = require('./src');
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  RolloutDefaults.of(shop).use({ labels: { team: 'shop' } });
  RolloutChecks.of(shop);
  new CanaryRollout(shop, 'checkout', {
    containers: [{ image: 'registry.example/checkout:1.4.2', portNumber: 8080 }],
    traffic: new NginxTraffic({ hosts: ['shop.example'] }),
    analyses: [Analysis.successRate(), Analysis.latency(), new ErrorRateAnalysis(shop, 'errors')],
  });
`;

/** Modules of ours and bundled ones that a program has loaded although they serve the rules and the command line only. */
function loadedBy(program: string): string[] {
  // the sources themselves, so that no build is needed and none can be out of date
  const result = spawnSync(process.execPath, [
    '--require', 'ts-node/register/transpile-only',
    '--eval', `${program}\nconsole.log(JSON.stringify(require('./bench/loaded-modules.cjs')('src')));`,
  ], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') } });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '[]');
}

test('importing the library loads no rule, no parser, no command line and no bundled dependency', () => {
  expect(loadedBy('require(\'./src\');')).toEqual([]);
}, 60_000);

test('describing rollouts without writing them loads none of these either', () => {
  expect(loadedBy(DESCRIBE)).toEqual([]);
}, 60_000);

test('writing them loads the rules and the grammar, which shows that the tests above would see them', () => {
  const loaded = loadedBy(`${DESCRIBE}\napp.synthYaml();`);
  expect(loaded).toContain('src/rules/catalogue.ts');
  expect(loaded.filter((file) => file.startsWith('node_modules/@prometheus-io/'))).not.toEqual([]);
}, 60_000);
