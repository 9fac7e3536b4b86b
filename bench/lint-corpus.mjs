// The manifests that linters are timed with: 5,000 Rollouts and as many templates, about 6 MB, alike but never the same.
// Of a broken corpus every third document is wrong in one of the ways that people are wrong.
const KINDS = ['gated', 'guarded', 'spread'];
const STORES = ['http://prometheus.monitoring:9090', 'http://thanos-query.monitoring:10902'];

/** The text of `amount` documents, half of them Rollouts. */
export function corpus(amount, broken) {
  const documents = [];
  for (let index = 0; index < amount / 2; index++) {
    documents.push(rollout(index, broken && index % 3 === 0 ? index / 3 : undefined), template(index, broken && index % 3 === 1 ? (index - 1) / 3 : undefined));
  }
  return documents.join('---\n');
}

function rollout(index, fault) {
  const name = `service-${index}`;
  const kind = KINDS[index % KINDS.length];
  const text = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: ${name}
  namespace: team-${index % 50}
spec:
  replicas: ${20 + index % 5 * 20}
  revisionHistoryLimit: 3
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: main
          image: registry.example/${name}:1.${index % 30}.0
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe:
            httpGet: { path: /ready, port: http }
          resources: { requests: { cpu: ${100 + index % 5 * 50}m } }
  strategy:
${strategy(name, kind, index)}`;
  return fault === undefined ? text : brokenRollout(text, fault);
}

function strategy(name, kind, index) {
  const analysis = indent => `${indent}templates:
${indent}  - templateName: ${name}-errors
${indent}args:
${indent}  - name: hash
${indent}    valueFrom: { podTemplateHashValue: Latest }
`;
  const steps = `      steps:
        - setWeight: ${5 + index % 3 * 5}
        - pause: { duration: ${5 + index % 10}m }
`;
  switch (kind) {
    case 'gated':
      return `    canary:
      maxSurge: 1
      maxUnavailable: 0
${steps}        - analysis:
${analysis('            ')}        - setWeight: 50
        - pause: {}
`;
    case 'guarded':
      return `    canary:
      maxSurge: 20%
      maxUnavailable: 0
      analysis:
        startingStep: 1
${analysis('        ')}${steps}        - setWeight: 60
        - pause: { duration: 1h }
`;
    default:
      return `    canary:
      maxSurge: 2
      maxUnavailable: 0
      antiAffinity:
        preferredDuringSchedulingIgnoredDuringExecution: { weight: 1 }
${steps}        - setWeight: 40
        - pause: { duration: 10m }
        - analysis:
${analysis('            ')}`;
  }
}

function template(index, fault) {
  const name = `service-${index}`;
  // half of the queries are the same as another's
  const labels = `service="${index % 2 === 0 ? name : `shared-${index % 40}`}",rollouts_pod_template_hash="{{args.hash}}"`;
  const text = `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata:
  name: ${name}-errors
  namespace: team-${index % 50}
spec:
  args:
    - name: hash
  metrics:
    - name: errors
      interval: 1m
${KINDS[index % KINDS.length] === 'guarded' ? '' : `      count: ${3 + index % 5}
`}      failureLimit: 1
      consecutiveErrorLimit: 30
      successCondition: len(result) > 0 && result[0] < ${1 + index % 5}
      provider:
        prometheus:
          address: ${STORES[index % STORES.length]}
          query: |
            sum(rate(http_requests_total{${labels},status=~"5.."}[5m]))
`;
  return fault === undefined ? text : brokenTemplate(text, fault);
}

const ROLLOUT_FAULTS = [
  text => text.replace('revisionHistoryLimit', 'revisionHistroyLimit'),
  text => text.replace(/replicas: \d+/, 'replicas: "five"'),
  text => text.replace(/(setWeight|templateName): \S+/, '$1: 140'),
  text => text.replace('path: /ready', 'path: [ready]'),
  text => text.replace(/matchLabels:\n {6}app: \S+/, 'matchLabels:\n      app: other'),
  text => text.replace('cpu: ', 'cpu: x'),
];
const TEMPLATE_FAULTS = [
  text => text.replace('result[0] < ', 'result[0] <> '),
  text => text.replace('failureLimit: 1', 'failureLimit: 20'),
  text => text.replace('sum(rate(', 'sum(rat('),
  text => text.replace('interval: 1m', 'interval: 1 minute'),
  text => text.replace('successCondition', 'succesCondition'),
  text => text.replace('[5m]', ''),
];

function brokenRollout(text, fault) {
  return ROLLOUT_FAULTS[fault % ROLLOUT_FAULTS.length](text);
}

function brokenTemplate(text, fault) {
  return TEMPLATE_FAULTS[fault % TEMPLATE_FAULTS.length](text);
}
