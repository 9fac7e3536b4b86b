/* What may be written into `spec.analysis` of a Canary. */

const ABSENT = undefined;
const INTERVALS = ['30s', '1m', '5s', '1h', '1m30s', '0.5m', '500ms', '1mo', '10sec', '', '60', 60, '0s', ABSENT, null];
const COUNTS = [0, 1, 3, 5, 10, 50, 100, 101, -1, 2.5, 5000000000000, '5', null, ABSENT];
const PERCENTS = [0, 1, 50, 100, 101, 200, -5, 2.5, '50', ABSENT];
const LIMITS = [0, 1, 99, 0.99, 500, 0.5, 1000, -1, '99', null, ABSENT];
const RANGES = [{}, { min: 99 }, { max: 500 }, { min: 99, max: 1 }, { max: 0.5 }, { min: 0.99 }, { min: 101 }, { min: '99' }, { atLeast: 99 }, null, ABSENT];
const COMPARISONS = [{ exact: 'x' }, { prefix: 'x' }, { suffix: 'x' }, { regex: 'x.*' }, { regex: '(' }, {}, { exact: 'x', regex: 'y' }, { exact: '' }, 'x', null];
const FLAGS = [true, false, 'true', 1, ABSENT];
const TEMPLATES = [{ name: 'errors' }, { name: 'nobody' }, { name: 'errors', namespace: 'other' }, { name: 'errors', namespace: 'shop' }, { name: '' }, {}, { name: 'errors', kind: 'MetricTemplate' }, ABSENT];
const URLS = ['http://hooks.shop/x', 'https://hooks.shop', 'hooks.shop/x', 'hooks', '', 'http://', '://x', 'ftp://x', 'http://hooks shop', 5, ABSENT];
const METRICS = [
  { name: 'request-success-rate', interval: '1m', thresholdRange: { min: 99 } }, { name: 'request-success-rate' }, { name: 'request-duration', interval: '1m', thresholdRange: { max: 0.5 } }, { name: 'other' }, { name: 'other', query: 'up' },
  { name: 'other', query: 'up{n="{{ namespace }}"}', threshold: 1 }, { name: 'other', query: 'up{n="{{ pod }}"}' }, { name: 'other', query: '{{' }, { name: 'other', interval: '1m', templateRef: { name: 'errors' } }, { name: 'other', interval: '1m', templateRef: { name: 'nobody' } },
  { name: 'other', templateRef: { name: 'errors' } }, { interval: '1m' }, {},
];
const WEBHOOKS = [
  { name: 'more', url: 'http://hooks.shop' }, { name: 'more' }, { url: 'http://hooks.shop' }, { name: 'more', url: 'hooks' }, { name: 'more', url: 'http://hooks.shop', type: 'pre-rollout', timeout: '1h' }, { name: 'more', url: 'http://hooks.shop', metadata: { flag: true } },
  { name: 'more', url: 'http://hooks.shop', type: 'before' }, { name: 'more', type: 'confirm-promotion', url: '' },
];
const ALERTS = [
  { name: 'more', severity: 'info', providerRef: { name: 'on-call' } }, { name: 'more', providerRef: { name: 'nobody' } }, { name: 'more', severity: 'loud', providerRef: { name: 'on-call' } }, { name: 'more' }, { severity: 'info', providerRef: { name: 'on-call' } },
];
const STEPS = [[], [10], [10, 50], [1, 10, 80], [50, 10], [10, 10, 20], [0, 50], [-5, 50], [50, 150], [10.5], ['10'], 10, ABSENT];

export const flaggerAnalysis: Readonly<Record<string, readonly unknown[]>> = {
  'spec.analysis.interval': INTERVALS,
  'spec.analysis.threshold': COUNTS,
  'spec.analysis.iterations': COUNTS,
  'spec.analysis.stepWeight': PERCENTS,
  'spec.analysis.maxWeight': PERCENTS,
  'spec.analysis.stepWeights': STEPS,
  'spec.analysis.stepWeightPromotion': PERCENTS,
  'spec.analysis.mirror': FLAGS,
  'spec.analysis.mirrorWeight': PERCENTS,
  'spec.analysis.primaryReadyThreshold': PERCENTS,
  'spec.analysis.canaryReadyThreshold': PERCENTS,
  'spec.analysis.skipAnalysis': FLAGS,
  'spec.analysis.match': [
    [], ABSENT, [{}], ...COMPARISONS.map(x => [{ headers: { x } }]), [{ headers: { X: { exact: 'y' } } }], [{ headers: { cookie: { regex: '^(.*)$' } } }], [{ sourceLabels: { app: 'x' } }], [{ queryParams: { x: { exact: 'y' } } }], [{ uri: { prefix: '/' } }], [{ method: { exact: 'GET' } }],
    [{ headers: { x: { exact: 'y' }, z: { exact: 'y' } } }], { headers: { x: { exact: 'y' } } },
  ],
  'spec.analysis.match.*.headers': [...COMPARISONS.map(x => ({ x })), {}, ABSENT],
  'spec.analysis.match.*.queryParams': [...COMPARISONS.map(x => ({ x })), {}, ABSENT],
  'spec.analysis.metrics': [[], ABSENT, null, [{}], {}, [{ name: 'other' }]],
  'spec.analysis.metrics.+': METRICS,
  'spec.analysis.metrics.*': [ABSENT, null],
  'spec.analysis.metrics.*.name': ['request-success-rate', 'request-duration', 'other', '', 5, ABSENT],
  'spec.analysis.metrics.*.interval': INTERVALS,
  'spec.analysis.metrics.*.threshold': LIMITS,
  'spec.analysis.metrics.*.thresholdRange': RANGES,
  'spec.analysis.metrics.*.query': ['up', 'up{x="{{ namespace }}"}', 'up{x="{{ .Name }}"}', '{{ variables.zone }}', '{{ pod }}', '{{', 'x}}', '{{ if namespace }}a{{ end }}', '', 5, ABSENT],
  'spec.analysis.metrics.*.templateRef': TEMPLATES,
  'spec.analysis.metrics.*.templateRef.name': ['errors', 'nobody', '', ABSENT],
  'spec.analysis.metrics.*.templateRef.namespace': ['shop', 'other', '', ABSENT],
  'spec.analysis.metrics.*.templateVariables': [{}, { zone: 'eu' }, { other: 'x' }, { zone: 5 }, { zone: '' }, ABSENT],
  'spec.analysis.webhooks': [[], ABSENT, null],
  'spec.analysis.webhooks.+': WEBHOOKS,
  'spec.analysis.webhooks.*': [ABSENT],
  'spec.analysis.webhooks.*.type': ['rollout', 'pre-rollout', 'rollback', 'event', 'before', '', 5, ABSENT],
  'spec.analysis.webhooks.*.name': ['x', '', 5, ABSENT],
  'spec.analysis.webhooks.*.url': URLS,
  'spec.analysis.webhooks.*.timeout': INTERVALS,
  'spec.analysis.webhooks.*.retries': [0, 3, -1, 1.5, '3', 5000000000000000000, ABSENT],
  'spec.analysis.webhooks.*.metadata': [{}, { cmd: 'true' }, { flag: true }, { count: 5 }, { cmd: null }, 'x', ABSENT],
  'spec.analysis.webhooks.*.muteAlert': FLAGS,
  'spec.analysis.webhooks.*.disableTLS': FLAGS,
  'spec.analysis.alerts': [[], ABSENT],
  'spec.analysis.alerts.+': ALERTS,
  'spec.analysis.alerts.*': [ABSENT],
  'spec.analysis.alerts.*.severity': ['info', 'warn', 'error', 'warning', '', ABSENT],
  'spec.analysis.alerts.*.providerRef': [{ name: 'on-call' }, { name: 'nobody' }, { name: 'on-call', namespace: 'other' }, {}, ABSENT],
  'spec.analysis.sessionAffinity': [{}, { cookieName: 'a' }, { cookieName: 'a', primaryCookieName: 'a' }, { cookieName: '' }, { primaryCookieName: 'a' }, { cookieName: 'a', maxAge: 1.5 }, { cookieName: 'a', sameSite: 'lax' }, { cookieName: 'a', maxAge: -1 }, ABSENT],
  'spec.analysis.sessionAffinity.cookieName': ['version', 'stable', '', 5, ABSENT],
  'spec.analysis.sessionAffinity.primaryCookieName': ['version', 'stable', '', ABSENT],
  'spec.analysis.sessionAffinity.maxAge': [0, 3600, -1, 1.5, '3600', ABSENT],
};
