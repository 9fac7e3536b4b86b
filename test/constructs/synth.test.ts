import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Analysis, CanaryRollout, Ramp, RolloutChecks, SuccessRateAnalysis } from 'rolloutkit';
import { judgeObjects } from '../../src/constructs/judging';
import { checkout, findingsOf, listening, manifestsOf, named, synthesize, synthesizeApp } from '../render';

// The rules themselves are left as they are; what is asked is how often they run.
jest.mock('../../src/constructs/judging', () => {
  const actual: typeof import('../../src/constructs/judging') = jest.requireActual('../../src/constructs/judging');
  return { ...actual, judgeObjects: jest.fn(actual.judgeObjects) };
});
const runs = () => jest.mocked(judgeObjects).mock.calls.length;

const containers = [{ image: 'registry.example/checkout:1', portNumber: 8080 }];
const raw = (chart: Chart, id: string, manifest: object) => new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', ...manifest });
/** A Service to nowhere: a Rollout that names it has a finding, whoever wrote it. */
const rawRollout = (chart: Chart) => raw(chart, 'raw', {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'raw' },
  spec: { selector: { matchLabels: { app: 'raw' } }, template: {}, strategy: { canary: { steps: [{ setWeight: 120 }] } } },
});

const folders: string[] = [];
const outdir = () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true })));

beforeEach(() => jest.mocked(judgeObjects).mockClear());

describe('one synth', () => {
  test.each([1, 2, 10])('runs the rules once, with %i charts', charts => {
    const app = Testing.app();
    for (let index = 0; index < charts; index += 1) checkout(new Chart(app, `chart-${index}`, { namespace: `shop-${index}` }));
    app.synth();
    expect(runs()).toBe(1);
    expect(readdirSync(app.outdir)).toHaveLength(charts);
  });

  test('runs them again the next time, and sees what was changed since', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    const rollout = checkout(chart);
    app.synth();
    rollout.metadata.addLabel('team', 'payments');
    expect(app.synthYaml()).toContain('team: payments');
    expect(runs()).toBe(2);
  });

  test('renders every object once', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    new Chart(app, 'other', { namespace: 'shop' });
    const rollout = checkout(chart, { analyses: [Analysis.successRate()] });
    const pods = jest.spyOn(rollout, '_toPodSpec');
    const deployment = new kplus.Deployment(chart, 'worker', { containers });
    const deploymentPods = jest.spyOn(deployment, '_toPodSpec');
    app.synth();
    expect([pods.mock.calls.length, deploymentPods.mock.calls.length]).toEqual([1, 1]);
  });

  test('of an app without rollouts runs no rules', () => {
    const app = Testing.app();
    raw(new Chart(app, 'shop'), 'config', {});
    app.synth();
    expect(runs()).toBe(0);
  });
});

describe('one chart alone', () => {
  test('runs the rules each time it is asked for', () => {
    const chart = Testing.chart();
    checkout(chart);
    Testing.synth(chart);
    chart.toJson();
    expect(runs()).toBe(2);
  });

  test('fails as the app would', () => {
    const chart = Testing.chart();
    checkout(chart, { replicas: 0 });
    expect(() => chart.toJson()).toThrow(/\[test\/checkout\] replicas: must be/);
  });

  test('says no words, which belong to a synth', () => {
    const chart = Testing.chart();
    new CanaryRollout(chart, 'worker', { containers: [{ image: 'worker:1' }] });
    expect(listening(() => chart.toJson()).words).toBe('');
  });
});

describe('somebody else\'s objects', () => {
  test('that cannot be written become a finding, and no file is written', () => {
    const app = new App({ outdir: outdir() });
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    checkout(chart);
    new kplus.Deployment(chart, 'empty');
    expect(() => app.synth()).toThrow(/Deployment shop\/shop-empty-\w+.*cannot be written: PodSpec must have at least 1 container/);
    expect(readdirSync(app.outdir)).toEqual([]);
  });

  test('are not judged unless somebody asks for it', () => {
    expect(findingsOf(chart => {
      checkout(chart);
      rawRollout(chart);
    })).toEqual([]);
  });

  test('fail when they are below a scope whose checks were asked for', () => {
    expect(findingsOf((chart, app) => {
      checkout(chart);
      rawRollout(new Chart(app, 'elsewhere'));
      RolloutChecks.of(chart);
    })).toEqual([]);
    const found = findingsOf((chart, app) => {
      rawRollout(chart);
      RolloutChecks.of(app);
    });
    expect(found.filter(line => line.includes('120'))).toHaveLength(1);
    expect(found.every(line => line.includes('Rollout shop/raw'))).toBe(true);
  });
});

describe('words that do not stop', () => {
  /** Five pods cannot have 5 % of the traffic, which is worth a word. */
  const coarse = (chart: Chart) => checkout(chart, { ramp: Ramp.stages([5]) });
  const waiver = { rule: 'weights-reachable', resource: 'Rollout shop/checkout', reason: 'it is a demonstration' };

  test('a warning goes to standard error once, in the words of the property, and everything is written', () => {
    const { manifests, words } = synthesize((chart, app) => {
      coarse(chart);
      checkout(new Chart(app, 'second', { namespace: 'second' }));
    });
    expect(words).toMatch(/^warning {2}Rollout shop\/checkout {2}ramp\.stages\[0\]\.weight: .*\(weights-reachable\)\n$/);
    expect(manifests).toHaveLength(6);
  });

  test('a waiver is printed with its reason, and silences the finding', () => {
    const { words } = synthesize(chart => {
      coarse(chart);
      RolloutChecks.of(chart).waive(waiver);
    });
    expect(words).toBe('waived  Rollout shop/checkout  weights-reachable: it is a demonstration\n');
  });

  test('so is one that stands in an annotation of the object', () => {
    const annotations = { 'rolloutkit.dev/waive': 'weights-reachable: it is a demonstration' };
    const { words } = synthesize(chart => checkout(chart, { ramp: Ramp.stages([5]), metadata: { annotations } }));
    expect(words).toBe('waived  Rollout shop/checkout  weights-reachable: it is a demonstration\n');
  });

  test('a waiver of an error lets the synth go on', () => {
    const falling = (chart: Chart) => checkout(chart, { replicas: 10, ramp: Ramp.stages([40, 20]) });
    expect(findingsOf(falling)).toHaveLength(1);
    const { manifests } = synthesize(chart => {
      falling(chart);
      RolloutChecks.of(chart).waive({ ...waiver, rule: 'weights-increase' });
    });
    expect(manifests).toHaveLength(3);
  });

  test('a waiver is for one object alone', () => {
    const { words } = synthesize((chart, app) => {
      coarse(chart);
      coarse(new Chart(app, 'second', { namespace: 'second' }));
      RolloutChecks.of(app).waive(waiver);
    });
    expect(words.split('\n').map(line => line.slice(0, 35).trim())).toEqual(['warning  Rollout second/checkout  r', 'waived  Rollout shop/checkout  weig', '']);
  });

  test('a waiver that waives nothing is a finding', () => {
    const { words } = synthesize(chart => {
      checkout(chart);
      RolloutChecks.of(chart).waive({ rule: 'readiness-probe', resource: 'Rollout shop/checkout', reason: 'once it was needed' });
    });
    expect(words).toMatch(/^warning .*the waiver of readiness-probe for Rollout shop\/checkout waives nothing.*\(unused-waiver\)\n$/);
  });

  test('fails on a waiver without a reason, at once', () => {
    expect(() => RolloutChecks.of(Testing.chart()).waive({ rule: 'r', resource: 'o', reason: ' ' })).toThrow('RolloutChecks.waive: reason: must say why, got " "; write what makes it acceptable here');
  });
});

describe('scopes', () => {
  test('two apps in one process do not mix', () => {
    const broken = Testing.app();
    checkout(new Chart(broken, 'shop'), { replicas: 0 });
    const sound = Testing.app();
    checkout(new Chart(sound, 'shop'));
    expect(synthesizeApp(sound).manifests).toHaveLength(3);
    expect(() => broken.synth()).toThrow(/replicas/);
  });

  test('an object for the whole cluster has no namespace, whatever its chart says', () => {
    const manifests = manifestsOf(chart => { new SuccessRateAnalysis(chart, 'success-rate', { clusterWide: true }); });
    expect(named(manifests, 'ClusterAnalysisTemplate', 'success-rate').metadata).toEqual({ name: 'success-rate' });
  });

  test('a nested chart has the namespace it says, and none of its parent', () => {
    const manifests = manifestsOf(chart => {
      checkout(new Chart(chart, 'inner', { namespace: 'inner' }));
      new CanaryRollout(new Chart(chart, 'bare'), 'bare', { containers });
    });
    expect(named(manifests, 'Rollout', 'checkout').metadata.namespace).toBe('inner');
    expect(named(manifests, 'Rollout', 'bare').metadata).not.toHaveProperty('namespace');
  });
});
