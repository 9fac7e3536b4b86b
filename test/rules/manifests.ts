/** Pieces of manifests for the tests of rules: right in every respect but the one under test. */

export interface RolloutPieces {
  readonly replicas?: number | null;
  /** Below `spec.strategy`, or instead of the canary. */
  readonly strategy?: string;
  /** Below `spec.strategy.canary`. */
  readonly canary?: string;
  readonly steps?: string;
  /** Below `spec.template.spec`. */
  readonly pod?: string;
  readonly name?: string;
}

export const POD = `
containers:
  - name: main
    image: registry.example/checkout:1.0.0
    ports: [{ name: http, containerPort: 8080 }]
    readinessProbe: { tcpSocket: { port: 8080 } }`;

export function rollout({ replicas = 5, strategy, canary = '', steps = '[{ setWeight: 20 }, { pause: {} }]', pod = POD, name = 'checkout' }: RolloutPieces = {}): string {
  return `---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: ${name}, namespace: shop }
spec:
  ${replicas === null ? '' : `replicas: ${replicas}`}
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec:${indent(pod, 6)}
  strategy:${indent(strategy ?? `
canary:
  maxSurge: 1
  maxUnavailable: 0${indent(canary, 2)}
  steps: ${steps}`, 4)}
`;
}

/** A Rollout that switches all of the traffic at once; `fields` stand below `spec.strategy.blueGreen`. */
export function blueGreen(fields = '', pieces: Omit<RolloutPieces, 'strategy' | 'canary' | 'steps'> = {}): string {
  const strategy = `
blueGreen:
  activeService: checkout
  previewService: checkout-preview${fields.replaceAll('\n', '\n  ')}`;
  return rollout({ ...pieces, strategy });
}

export interface TemplatePieces {
  readonly name?: string;
  readonly kind?: 'AnalysisTemplate' | 'ClusterAnalysisTemplate';
  readonly annotations?: string;
  readonly args?: string;
  /** Fields of the metric beside its name and provider. */
  readonly metric?: string;
  readonly query?: string;
  /** In place of the whole list. */
  readonly metrics?: string;
}

const GOOD = 'len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.99';
const BAD = 'len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99';

export function template({
  name = 'success-rate', kind = 'AnalysisTemplate', annotations = '{}', args = '[]', query = 'up', metrics,
  metric = `
failureCondition: ${BAD}
interval: 1m`,
}: TemplatePieces = {}): string {
  return `---
apiVersion: argoproj.io/v1alpha1
kind: ${kind}
metadata: { name: ${name}, ${kind === 'AnalysisTemplate' ? 'namespace: shop, ' : ''}annotations: ${annotations} }
spec:
  args: ${args}
  metrics:${metrics === undefined ? `
    - name: ${name}
      provider: { prometheus: { address: http://prometheus:9090, query: ${JSON.stringify(query)} } }${indent(metric, 6)}` : ` ${metrics}`}
`;
}

export interface ExperimentPieces {
  readonly name?: string;
  /** Below `spec`, in place of the duration. */
  readonly spec?: string;
  /** Fields of the second version, in place of its selector and pods. */
  readonly canary?: string;
  readonly labels?: string;
}

/** A baseline and a canary for half an hour. */
export function experiment({ name = 'compare', spec = 'duration: 30m', labels = '{ app: compare-canary }', canary }: ExperimentPieces = {}): string {
  return `---
apiVersion: argoproj.io/v1alpha1
kind: Experiment
metadata: { name: ${name}, namespace: shop }
spec:${indent(`\n${spec}`, 2)}
  templates:
    - name: baseline
      selector: { matchLabels: { app: compare-baseline } }
      template: { metadata: { labels: { app: compare-baseline } }, spec: { containers: [{ name: main, image: 'registry.example/checkout:1.0.0' }] } }
    - name: canary${indent(canary ?? `
selector: { matchLabels: { app: compare-canary } }
template: { metadata: { labels: ${labels} }, spec: { containers: [{ name: main, image: 'registry.example/checkout:1.1.0', ports: [{ containerPort: 8080 }] }] } }`, 6)}
`;
}

/** A metric that holds the rollout until it is good, as an inline analysis may be. */
export const BOUNDED = `
successCondition: ${GOOD}
failureCondition: ${BAD}
interval: 1m
count: 12
inconclusiveLimit: 11
failureLimit: 1
consecutiveSuccessLimit: 2`;

export function service(name: string, selector = '{ app: checkout }', namespace = 'shop'): string {
  return `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: ${selector}, ports: [{ port: 80 }] }
`;
}

/** A text, further to the right from its second line on. */
export function indent(text: string, by: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(by)}`);
}
