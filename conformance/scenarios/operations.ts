// What is asked of a release from outside: that it waits while nothing may be released, and that it brings its configuration back.
import { App, Chart, Duration } from 'cdk8s';
import { Env } from 'cdk8s-plus-28';
import { Action, Analysis, CanaryRollout, Hook, NginxTraffic, Ramp, Stage, VersionedConfig } from 'rolloutkit';
import { rendered, shop, switched } from './rendered';
import { answers } from './series';
import type { Ground, Scenario } from '../harness/scenario';

const freeze = 'end of the quarter';
const ramp = Ramp.of([Stage.at(20, { hold: Duration.minutes(2) })]);
const frozen: Ground = { engine: 'argo', manifests: shop({ ramp, freeze }), factor: 60 };
const frozenSteps = [{ pause: {} }, { setWeight: 20 }, { pause: { duration: 2 } }];

/** As the program has it when the freeze is over. */
const thawedSteps = frozenSteps.slice(1);

const promoted = { promoted: true, phase: 'Healthy', quiet: 2 };
const waits = { pause: 'CanaryPauseStep', step: 0, weight: 0 };
const migration = Action.http({ name: 'migration', url: 'http://migrations/run' });

/** The shop with its settings in the environment, as the program writes it with this content. */
const configured = (timeout: string) => rendered(chart => {
  const { configMap } = new VersionedConfig(chart, 'settings', { data: { TIMEOUT: timeout } });
  const rollout = new CanaryRollout(chart, 'shop', {
    containers: [{ image: 'registry.example/shop:1.0.0', portNumber: 8080 }],
    traffic: new NginxTraffic({ hosts: ['shop.example.com'] }),
    ramp,
    analyses: [Analysis.successRate()],
  });
  rollout.containers[0]!.env.copyFrom(Env.fromConfigMap(configMap));
});
const nameOf = (timeout: string) => new VersionedConfig(new Chart(new App(), 'shop'), 'settings', { data: { TIMEOUT: timeout } }).name;
const [before, after] = ['5s', '10s'] as const;
const withSettings: Pick<Scenario, 'engine' | 'manifests' | 'factor' | 'release'> = {
  engine: 'argo',
  // applied a second time, the new ConfigMap stands beside the old one
  manifests: () => [...configured(before)(), ...configured(after)().filter(({ kind }) => kind === 'ConfigMap')],
  factor: 60,
  release: ({ containers }) => { containers[0].envFrom = [{ configMapRef: { name: nameOf(after) } }]; },
};

export const scenarios: readonly Scenario[] = [
  {
    ...frozen,
    id: 'operations/freeze',
    why: 'nothing of a frozen release is done before a person says so: no pod is started for it, and no request goes to it',
    script: [{ ...waits, then: { note: 'somebody is asked' } }, { ...waits, seconds: 6, pods: [0, 5], then: { promote: true } }],
    until: promoted,
    expect: { phase: 'Healthy', weight: 100, weights: [20, 100] },
  },
  {
    ...frozen,
    manifests: shop({ ramp, freeze, hooks: [Hook.beforeTraffic(migration)] }),
    replies: { '/run': 503 },
    id: 'operations/freeze-before-hooks',
    why: 'what is done before the traffic is not done before the freeze ends: the request, refused until then, comes once and after it',
    script: [
      { ...waits, then: { note: 'somebody is asked' } },
      { ...waits, seconds: 6, then: { reply: { '/run': 200 } } },
      { ...waits, then: { promote: true } },
    ],
    until: promoted,
    expect: { phase: 'Healthy', weight: 100, weights: [20, 100], calls: { '/run': { atMost: 1 } } },
  },
  {
    ...frozen,
    id: 'operations/freeze-ends',
    why: 'who takes the freeze out of the program instead of promoting lets the waiting release go as well, from its first step',
    script: [{ ...waits, then: { note: 'somebody is asked' } }, { ...waits, seconds: 3, then: { change: { strategy: { canary: { steps: thawedSteps } } } } }],
    until: promoted,
    expect: { phase: 'Healthy', weight: 100, weights: [20, 100] },
  },
  {
    ...frozen,
    manifests: shop({ ramp: Ramp.of([Stage.at(20, { hold: Duration.minutes(20) })]) }),
    id: 'operations/freeze-comes',
    why: 'a freeze that comes in the middle of a release takes it back to its beginning, where it waits',
    script: [{ weight: 20, seconds: 3, then: { change: { strategy: { canary: { steps: frozenSteps } } } } }],
    until: { ...waits, quiet: 4 },
    expect: { phase: 'Paused', weight: 0, weights: [20, 0], pauses: ['CanaryPauseStep'] },
  },
  {
    engine: 'argo',
    manifests: switched({ freeze }),
    factor: 60,
    id: 'operations/freeze-blue-green',
    why: 'a frozen blue-green has its preview, and is not switched before a person says so',
    script: [{ pause: 'BlueGreenPause', then: { note: 'somebody is asked' } }, { seconds: 6, pause: 'BlueGreenPause', weight: 0, then: { promote: true } }],
    until: promoted,
    expect: { phase: 'Healthy', weight: 100, leads: { shop: ['new'] } },
  },
  {
    ...withSettings,
    id: 'operations/config-good',
    why: 'a release with other settings ends with pods that have them',
    series: answers(),
    until: { ...promoted, pods: [5, 0] },
    expect: { phase: 'Healthy', weight: 100, configs: [nameOf(after)] },
  },
  {
    ...withSettings,
    id: 'operations/config-aborted',
    why: 'a release that is taken back takes its settings with it: every pod that is left names the ConfigMap that it was tested with, which is still there',
    series: answers({ 'success-rate': 50 }),
    until: { aborted: true, phase: 'Degraded', pods: [0, 5], quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [20, 0],
      abort: { weight: 20, metric: 'success-rate' },
      configs: [nameOf(before)],
    },
  },
];
