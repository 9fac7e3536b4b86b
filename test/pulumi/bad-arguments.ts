import type { Kind } from './specimens/specimen';
import { template } from './specimens/specimen';

/** Arguments with one mistake. */
export interface BadArguments {
  /** @default CanaryRollout */
  readonly kind?: Kind;
  readonly args: object;
  /** All that is said of it, without the component in front. */
  readonly finding: string;
  /** Where the mistake stands. */
  readonly wrong: string;
  /** Why no Output can stand there; `none`: nothing can. Absent: one can. */
  readonly closed?: string;
}

const weights = 'must be a whole number from 1 to 100';
const name = (length: number) => 'a'.repeat(length);
const container = template.spec.containers[0];
const pods = (containers: readonly object[]) => ({ spec: { containers } });
const ramp = { stages: [20] };
const structure = 'what is written depends on it';

/** The mistakes of the constructs, by what they are called there. */
export const known: Readonly<Record<string, BadArguments>> = {
  'a weight of 250': { args: { ramp: { stages: [250] } }, finding: `ramp.stages[0]: ${weights}, got 250; write 100`, wrong: 'ramp.stages[0]' },
  'a weight of -1': { args: { ramp: { stages: [-1] } }, finding: `ramp.stages[0]: ${weights}, got -1; write 1`, wrong: 'ramp.stages[0]' },
  'a weight of 0.5': {
    args: { ramp: { stages: [0.5] } },
    finding: `ramp.stages[0]: ${weights}, got 0.5; weights are percentages: write 50`,
    wrong: 'ramp.stages[0]',
  },
  'a weight of NaN': {
    args: { ramp: { stages: [NaN] } },
    finding: `ramp.stages[0]: ${weights}, got NaN; write the percentage of the traffic, such as 20`,
    wrong: 'ramp.stages[0]',
  },
  'stages that fall': {
    args: { ramp: { stages: [40, 20] } },
    finding: 'ramp.stages[1]: must exceed the previous weight 40, got 20; write 41 or more, or drop the step (weights-increase)',
    wrong: 'ramp.stages[1]',
  },
  'a hold of zero': {
    args: { ramp: { stages: [20], hold: '0s' } },
    finding: 'ramp.hold: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second',
    wrong: 'ramp.hold',
    closed: 'the steps are counted by it',
  },
  'a success rate of at least 0.99': {
    args: { analyses: [{ successRate: { atLeast: 0.99 } }] },
    finding: 'analyses[0].successRate.atLeast: must be a percentage above 1, up to 100, got 0.99; write 99',
    wrong: 'analyses[0].successRate.atLeast',
  },
  'no containers': {
    args: { template: pods([]) },
    finding: 'template.spec.containers: must have at least one container, got none; write containers: [{ name: main, image: ... }] (containers)',
    wrong: 'template.spec.containers',
    closed: structure,
  },
  'two analyses of one resource name': {
    args: { analyses: [{ errorRate: {} }, { errorRate: { atMost: 2 } }] },
    finding: 'analyses[1]: must not have the name "error-rate", which analyses[0] has; give one of them a name of its own, such as name: "error-rate-2"',
    wrong: 'analyses[1]',
    closed: structure,
  },
  'a service name of 64 characters': {
    args: { name: name(64) },
    finding: `name: must be at most 63 characters: lower-case letters, digits and hyphens, beginning with a letter, got "${name(64)}" (64 characters); write name: ${name(63)} (name-limits)`,
    wrong: 'name',
    closed: 'objects are named by it',
  },
  'an existing service of 64 characters': {
    args: { services: { canary: name(64) } },
    finding: `services.canary: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "${name(64)}"; write "${name(63)}"`,
    wrong: 'services.canary',
    closed: 'objects are named by it',
  },
  'an empty image': {
    args: { template: pods([{ ...container, image: '' }]) },
    finding: 'template.spec.containers[0].image: must name an image, got an empty one; write one with its tag, such as image: registry.example/app:1.0.0 (containers)',
    wrong: 'template.spec.containers[0].image',
  },
  'a ramp with no stage': {
    args: { ramp: { stages: [] } },
    finding: 'ramp.stages: must hold at least one stage, got none; write for example [5, 25, 50], or leave the ramp out for the default',
    wrong: 'ramp.stages',
    closed: structure,
  },
  'ramp and steps together': {
    args: { ramp, steps: [{ weight: 20 }] },
    finding: 'steps: cannot be combined with ramp; keep the ramp, or spell every step out',
    wrong: 'steps',
    closed: structure,
  },
  'replicas of 0': {
    args: { ramp, replicas: 0 },
    finding: 'replicas: must be a whole number of at least 1, got 0; a rollout without pods cannot be judged; to park it, scale it with kubectl instead',
    wrong: 'replicas',
  },
  'replicas below zero': { args: { ramp, replicas: -1 }, finding: 'replicas: must be a whole number of at least 1, got -1; write 1', wrong: 'replicas' },
  'replicas of 2.5': { args: { ramp, replicas: 2.5 }, finding: 'replicas: must be a whole number of at least 1, got 2.5; write 3', wrong: 'replicas' },
  'a percentile of 0.95': {
    args: { analyses: [{ latency: { percentile: 0.95 } }] },
    finding: 'analyses[0].latency.percentile: must be a percentile above 1 and below 100, got 0.95; write 95',
    wrong: 'analyses[0].latency.percentile',
  },
  'a stage of a release that has none': {
    kind: 'BlueGreenRollout',
    args: { gates: [{ atStage: 25, analysis: { errorRate: {} } }] },
    finding: 'gates[0]: atStage has no place in a blue-green, which has no stages: all of the traffic goes to the new version at once; use afterPromotion, which can still switch back, or a CanaryRollout, which has stages',
    wrong: 'gates[0].atStage',
    closed: 'the steps are counted by it',
  },
  'an old version that is never removed': {
    kind: 'BlueGreenRollout',
    args: { scaleDownDelay: '0s' },
    finding: 'scaleDownDelay: must not be 0, which keeps the pods of every old version for ever; write scaleDownDelay: \'30s\' or more (old-version-kept)',
    wrong: 'scaleDownDelay',
  },
  'a ramp of a release that has none': {
    kind: 'Rollout',
    args: { strategy: { blueGreen: { ramp } } },
    finding: 'strategy.blueGreen.ramp: is not known here, where there are activeMetadata, maxUnavailable, mirrorPercent, previewMetadata, previewReplicas, scaleDownDelay, scaleDownRevisions, services, traffic; drop it',
    wrong: 'strategy.blueGreen.ramp',
    closed: 'none',
  },
};

/** Those that only plain data can have. */
export const own: Readonly<Record<string, BadArguments>> = {
  'an address without its beginning': {
    args: { source: { prometheus: { address: 'hush.example' } } },
    finding: 'source.prometheus.address: must begin with http:// or https:// and name a host, got "hush.example"; write "http://hush.example"',
    wrong: 'source.prometheus.address',
  },
  'an address with signs of its own': {
    args: { source: { prometheus: { address: 'hush"\n' } } },
    finding: 'source.prometheus.address: must begin with http:// or https:// and name a host, got "hush\\"\\n"; write for example "http://prometheus.monitoring:9090"',
    wrong: 'source.prometheus.address',
  },
  'a number as a text': { args: { ramp, replicas: '3' }, finding: 'replicas: must be a number, got "3"; write 3', wrong: 'replicas' },
  'a text as a number': { args: { freeze: 5 }, finding: 'freeze: must be text, got 5; write "5"', wrong: 'freeze' },
  'true as a text': {
    args: { pingPong: 'true' },
    finding: 'pingPong: must be true or false, got "true"; write true',
    wrong: 'pingPong',
    closed: 'which fields are written depends on it',
  },
  'a duration without a unit': {
    args: { progressDeadline: 600 },
    finding: 'progressDeadline: must be a duration such as 90s, 5m or 1h30m, got 600; write "600s"',
    wrong: 'progressDeadline',
  },
  'a duration that is none': {
    args: { progressDeadline: 'soon' },
    finding: 'progressDeadline: must be a duration such as 90s, 5m or 1h30m, got "soon"; write "5m"',
    wrong: 'progressDeadline',
  },
  'a time that is none': {
    args: { controller: { argoRollouts: { restartAt: 'tomorrow' } } },
    finding: 'controller.argoRollouts.restartAt: must be a time such as 2026-11-22T06:00:00Z, got "tomorrow"; write it in RFC 3339',
    wrong: 'controller.argoRollouts.restartAt',
    closed: 'what is in it is read when the program runs',
  },
  'a list that is none': {
    args: { ramp: { stages: 20 } },
    finding: 'ramp.stages: must be a list, got 20; write [20]',
    wrong: 'ramp.stages',
    closed: structure,
  },
  'an object that is none': {
    args: { traffic: 'nginx' },
    finding: 'traffic: must be an object with alb, ambassador, apisix, contour, existingAlb, existingAmbassador or others, got "nginx"; write { alb: ... }',
    wrong: 'traffic',
    closed: structure,
  },
  'labels that are none': {
    args: { labels: ['team'] },
    finding: 'labels: must be an object with texts as keys, got a list; write for example { key: "value" }',
    wrong: 'labels',
    closed: structure,
  },
  'a value that is none of them': {
    args: { wait: 'created!' },
    finding: 'wait: must be one of none, created, finished, got "created!"; write "created"',
    wrong: 'wait',
    closed: structure,
  },
  'a choice that is not meant': {
    args: { promotion: { manual: false } },
    finding: 'promotion.manual: must be true, got false; leave it out where it is not meant',
    wrong: 'promotion.manual',
    closed: structure,
  },
  'two of a choice': {
    args: { ramp: { stages: [20], linear: { increment: 20, every: '5m' } } },
    finding: 'ramp: must hold exactly one of exponential, linear, of, stages, got linear and stages; keep the one you mean',
    wrong: 'ramp',
    closed: structure,
  },
  'none of a choice': {
    args: { traffic: {} },
    finding: 'traffic: must hold exactly one of alb, ambassador, apisix, contour, existingAlb, existingAmbassador, existingApisix, existingContour, existingGatewayApi, existingGloo, existingIstio, existingKong, existingLinkerd, existingNginx, existingOpenShift, existingSkipper, existingTraefik, gatewayApi, gatewayApiTcp, gatewayApiTls, gloo, istio, knative, kong, kuma, linkerd, nginx, openShift, plugin, skipper, traefik, got none of them; write the one you mean, such as alb',
    wrong: 'traffic',
    closed: structure,
  },
  'a name that is not known': { args: { replica: 3 }, finding: 'replica: is not known here; write replicas', wrong: 'replica', closed: 'none' },
  'something that is missing': {
    args: { traffic: { nginx: {} } },
    finding: 'traffic.nginx.hosts: must be given, got none; write hosts',
    wrong: 'traffic.nginx',
    closed: structure,
  },
  'two that are one': {
    args: { traffic: { istio: { hosts: ['shop'] } }, ramp: { of: [{ forAudience: { header: { name: 'x', isExactly: 'a', isPresent: true } } }] } },
    finding: 'ramp.of[0].forAudience.header.isExactly: must be the only one of isExactly, startsWith, matches, isPresent, got isExactly and isPresent; keep the one you mean',
    wrong: 'ramp.of[0].forAudience.header',
    closed: structure,
  },
  'a hash of nobody': {
    kind: 'SuccessRateAnalysis',
    args: { atLeast: 101 },
    finding: 'atLeast: must be a percentage above 1, up to 100, got 101; write 99 for ninety-nine good requests in a hundred',
    wrong: 'atLeast',
  },
  'a channel that is nobody': {
    kind: 'AlertChannel',
    args: { slack: '#' },
    finding: 'slack: must name somebody, got "#"; write who is told',
    wrong: 'slack',
  },
  'a configuration that holds nothing': {
    kind: 'VersionedConfig',
    args: { data: {} },
    finding: 'data: must hold at least one key, got none; write for example { "settings.yaml": "..." }',
    wrong: 'data',
    closed: structure,
  },
};

/** Nothing is wrong with the value, but something else is written for it than what was written before it was known. */
export const strayed: Readonly<Record<string, BadArguments>> = {
  'a question that is asked once': {
    args: { ramp, analyses: [{ custom: { name: 'own', query: 'sum(up)', atMost: 4, interval: '1m', count: 1 } }] },
    finding: `analyses[0].custom.count: must be a plain value, since ${structure}, got an Output; take it from the configuration of the stack, or build the component where the value is known`,
    wrong: 'analyses[0].custom.count',
  },
};
