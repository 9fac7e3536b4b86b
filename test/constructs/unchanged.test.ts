import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Chart, Testing, YamlOutputType } from 'cdk8s';
import type { App } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Analysis, NginxTraffic } from 'rolloutkit';
import { Programs } from './program';
import { SynthChecks } from '../../src/constructs/synth-checks';
import { checkout, listening } from '../render';

/** A rollout beside cdk8s-plus objects whose rendering has effects: `spread` adds its terms each time. */
function program(app: App): void {
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  checkout(chart, { spread: true, analyses: [Analysis.successRate()], traffic: new NginxTraffic({ hosts: ['shop.example.com'] }) });
  const worker = new kplus.Deployment(chart, 'worker', { spread: true, containers: [{ image: 'worker:1', portNumber: 9090 }] });
  new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target: worker, maxReplicas: 10 });
  checkout(new Chart(app, 'second', { namespace: 'second' }));
}

/** The same with the rules bypassed: the constructs are there, but nobody is told of them. */
function unjudged<T>(run: () => T): T {
  const spy = jest.spyOn(SynthChecks, 'of').mockReturnValue({ add: () => undefined, scopes: new Map() } as unknown as SynthChecks);
  try {
    return run();
  } finally {
    spy.mockRestore();
  }
}

function yamlOf(build: (app: App) => void, props = {}): string {
  const app = Testing.app(props);
  build(app);
  return listening(() => app.synthYaml()).result;
}

describe('being judged changes nothing', () => {
  test('the bytes of a synth are those of one without rules', () => {
    const judged = yamlOf(program);
    expect(judged).toBe(unjudged(() => yamlOf(program)));
    // twice the terms would mean that somebody rendered the deployment before
    expect(judged.match(/topology\.kubernetes\.io\/zone/g)).toHaveLength(2);
  });

  test.each(Object.values(YamlOutputType).filter(value => typeof value === 'number'))('the files of a synth are those of one without rules, in layout %i', yamlOutputType => {
    const filesOf = () => {
      const app = Testing.app({ yamlOutputType });
      program(app);
      listening(() => app.synth());
      return read(app.outdir);
    };
    expect(filesOf()).toEqual(unjudged(filesOf));
  });

  test('one chart alone, asked for once, is as it is without rules', () => {
    const manifests = () => {
      const chart = Testing.chart();
      checkout(chart, { spread: true });
      new kplus.Deployment(chart, 'worker', { spread: true, containers: [{ image: 'worker:1' }] });
      return Testing.synth(chart);
    };
    expect(manifests()).toEqual(unjudged(manifests));
  });

  test('an object is its own again when the synth is over', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'shop');
    const rollout = checkout(chart);
    const before = Object.keys(rollout.node.defaultChild!);
    app.synth();
    expect(Object.keys(rollout.node.defaultChild!)).toEqual(before);
  });

  test('an object is its own again when the synth fails', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'shop');
    const rollout = checkout(chart, { replicas: 0 });
    expect(() => app.synth()).toThrow();
    expect(Object.hasOwn(rollout.node.defaultChild!, 'toJson')).toBe(false);
  });
});

describe('the same program, the same bytes', () => {
  let programs: Programs;
  beforeAll(() => { programs = new Programs(); });
  afterAll(() => programs.remove());

  test('in two runs, two time zones and two locales', () => {
    const body = `
      const app = new App();
      const chart = new Chart(app, 'shop', { namespace: 'shop' });
      new CanaryRollout(chart, 'checkout', { containers, ramp: Ramp.stages([5, 30]), analyses: [Analysis.successRate(), Analysis.latency()] });
      new BlueGreenRollout(chart, 'till', { containers, analyses: [Analysis.successRate()], gates: [Gate.beforePromotion(Analysis.latency())] });
      RolloutChecks.of(chart);
      app.synth();`;
    const environments = [{}, {}, { TZ: 'Pacific/Kiritimati' }, { TZ: 'America/St_Johns' }, { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, { LANG: 'C', LC_ALL: 'C' }];
    const [first, ...others] = environments.map(environment => programs.run(body, environment as Record<string, string>));
    expect(first).toMatchObject({ status: 0, files: { 'shop.k8s.yaml': expect.stringContaining('kind: Rollout') } });
    expect(first.stderr).toContain('weights-reachable');
    for (const other of others) expect(other).toEqual(first);
  });
});

function read(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => statSync(`${folder}/${name}`).isFile());
  return Object.fromEntries(names.sort().map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}
