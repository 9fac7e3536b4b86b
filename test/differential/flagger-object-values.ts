/* What may be written into the objects that a Canary names. */

const ABSENT = undefined;
const LABELS = [{ app: 'shop' }, { name: 'shop' }, { 'app.kubernetes.io/name': 'shop' }, { component: 'shop' }, { app: 'other' }, { app: 'shop', name: 'web' }, {}, ABSENT];
const CONFIGS = [
  [{ name: 'settings', configMap: { name: 'settings' } }], [{ name: 'settings', configMap: { name: 'nobody' } }], [{ name: 'settings', configMap: { name: 'nobody', optional: true } }], [{ name: 'keys', secret: { secretName: 'keys' } }], [{ name: 'keys', secret: { secretName: 'nobody' } }],
  [{ name: 'keys', secret: { secretName: 'nobody', optional: true } }], [{ name: 'all', projected: { sources: [{ configMap: { name: 'nobody' } }] } }], [{ name: 'all', projected: { sources: [{ secret: { name: 'nobody' } }] } }],
  [{ name: 'disk', persistentVolumeClaim: { claimName: 'disk' } }], ABSENT,
];
const FROM = [[{ configMapRef: { name: 'nobody' } }], [{ secretRef: { name: 'nobody' } }], [{ secretRef: { name: 'nobody', optional: true } }], [{ configMapRef: { name: 'settings' } }], [], ABSENT];
const ENV = [[{ name: 'X', valueFrom: { configMapKeyRef: { name: 'nobody', key: 'x' } } }], [{ name: 'X', valueFrom: { secretKeyRef: { name: 'nobody', key: 'x', optional: true } } }], [{ name: 'X', valueFrom: { secretKeyRef: { name: 'nobody', key: 'x' } } }], [{ name: 'X', value: 'y' }]];
const PORTS = [[], ABSENT, [{ containerPort: 8080 }], [{ name: 'http', containerPort: 8080 }], [{ name: 'http', containerPort: 9000 }], [{ name: 'web', containerPort: 80 }], [{ name: 'dns', containerPort: 53, protocol: 'UDP' }]];

const workload: Readonly<Record<string, readonly unknown[]>> = {
  'metadata.name': ['other', 'Shop', '9shop'],
  'metadata.namespace': ['other'],
  'metadata.annotations': [{ 'flagger.app/config-tracking': 'disabled' }],
  'spec.replicas': [0, 3, -1, '3', 2.5],
  'spec.progressDeadlineSeconds': [60, 0, -1],
  'spec.selector': [...LABELS.map(matchLabels => ({ matchLabels })), { matchExpressions: [{ key: 'app', operator: 'In', values: ['shop'] }] }, ABSENT],
  'spec.selector.matchLabels': LABELS,
  'spec.selector.matchLabels.app': ['shop', 'other', 'a'.repeat(55), 'a'.repeat(56), ''],
  'spec.template.metadata.labels': LABELS,
  'spec.template.spec.volumes': CONFIGS,
  'spec.template.spec.containers': [[], ABSENT],
  'spec.template.spec.containers.*.ports': PORTS,
  'spec.template.spec.containers.*.envFrom': FROM,
  'spec.template.spec.containers.*.env': ENV,
  'spec.template.spec.initContainers': ENV.map(env => [{ name: 'init', image: 'registry.example/init:1', env }]),
};

export const flaggerObjects: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  'Deployment|DaemonSet': workload,
  'Deployment': { 'spec.strategy': [{ type: 'Recreate' }, { type: 'RollingUpdate' }] },
  'DaemonSet': { 'spec.updateStrategy': [{ type: 'OnDelete' }, { type: 'RollingUpdate' }, {}, { type: '' }, ABSENT] },
  'Ingress': {
    'metadata.name': ['other'],
    'metadata.annotations': [{}, ABSENT, { 'nginx.ingress.kubernetes.io/canary': 'true' }],
    'spec.rules': [[], ABSENT, [{ host: 'shop.example' }], [{}], [{ host: 'shop.example', http: {} }], [{ host: 'shop.example', http: { paths: [] } }]],
    'spec.rules.+': [{ host: 'other.example' }, { host: 'other.example', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'other', port: { number: 80 } } } }] } }],
    'spec.rules.*.http.paths.*.backend': [{ service: { name: 'nobody', port: { number: 80 } } }, { resource: { kind: 'Bucket', name: 'x' } }, {}, ABSENT],
    'spec.rules.*.http.paths.*.backend.service.name': ['shop', 'nobody', 'shop-primary', ''],
    'spec.rules.*.http.paths.*.backend.service.port': [{ number: 8080 }, { name: 'http' }, { name: 'nobody' }],
    'spec.defaultBackend': [{ service: { name: 'shop', port: { number: 80 } } }],
  },
  'ApisixRoute': {
    'metadata.name': ['other'],
    'spec.http': [[], ABSENT, [{ name: 'shop', match: { paths: ['/*'] }, backends: [] }], [{ name: 'shop', match: { paths: ['/*'] } }]],
    'spec.http.*.backends.+': [{ serviceName: 'other', servicePort: 80 }, { serviceName: 'shop', servicePort: 80 }],
    'spec.http.*.backends.*.serviceName': ['shop', 'nobody', 'shop-primary', ''],
    'spec.http.*.backends.*.servicePort': [80, 'http', 0],
  },
  'HorizontalPodAutoscaler': {
    'metadata.name': ['other'],
    'spec.scaleTargetRef.name': ['shop', 'other', 'shop-primary'],
    'spec.minReplicas': [0, 1, 10, ABSENT],
    'spec.maxReplicas': [0, 1, 10],
  },
  'ScaledObject': {
    'metadata.name': ['other'],
    'spec.scaleTargetRef': [{ name: 'shop' }, { name: 'other' }, {}, null, ABSENT],
    'spec.triggers': [[], ABSENT, [{ type: 'cpu', metadata: { value: '80' } }], [{ type: 'prometheus', metadata: { query: 'up' } }], [{}]],
    'spec.triggers.*.name': ['load', 'other', '', ABSENT],
  },
  'MetricTemplate': {
    'metadata.name': ['other', 'Errors'],
    'metadata.namespace': ['other'],
    'spec': [{}, ABSENT],
    'spec.provider': [{ type: 'prometheus' }, {}, ABSENT, { type: 'datadog' }, { type: 'cloudwatch' }, { type: 'stackdriver' }, { type: 'prometheus', address: 'http://x', timeout: '5s' }],
    'spec.provider.type': ['prometheus', 'datadog', 'newrelic', 'cloudwatch', 'graphite', 'influxdb', 'dynatrace', 'stackdriver', 'splunk', 'keptn', 'externalmetrics', 'Prometheus', 'wavefront', '', ABSENT],
    'spec.provider.address': ['http://x:9090', 'x:9090', 'x', '', 'https://x/base', 'http://', '://x', 'ftp://x', 'http://x y', 5, ABSENT],
    'spec.provider.region': ['eu-west-1', '', ABSENT],
    'spec.provider.secretRef': [{ name: 'store' }, { name: 'nobody' }, {}, { name: 'store', namespace: 'other' }, ABSENT],
    'spec.provider.secretRef.name': ['store', 'nobody', '', ABSENT],
    'spec.provider.insecureSkipVerify': [true, 'true'],
    'spec.provider.headers': [{ x: ['y'] }, { x: 'y' }, {}],
    'spec.query': [
      'up', '', ABSENT, 5, '{{', 'x}}', '{{ pod }}', '{{ .Name }}', 'up{z="{{ variables.zone }}"}', '{{ interval }}', '{{ if namespace }}a{{ end }}', '{{ printf "%s" target }}', '{{ index variables "zone" }}', 'up{n="{{namespace}}"}', '{{ namespace | toUpper }}',
      'target=errors', 'SELECT x SINCE 1 hour ago', 'keptnmetric/shop/x', 'x/y/z/w', '[{"Id":"x"}]', 'not json',
    ],
  },
  'AlertProvider': {
    'metadata.name': ['other'],
    'spec': [{}, ABSENT, { type: 'slack', address: 'https://x', secretRef: { name: 'hook' } }, { type: 'slack' }],
    'spec.type': ['slack', 'msteams', 'discord', 'rocket', 'gchat', 'Slack', 'email', '', ABSENT],
    'spec.address': ['https://hooks.example/x', 'hooks.example', '', 'x', '/x', 5, ABSENT],
    'spec.secretRef': [{ name: 'hook' }, { name: 'nobody' }, {}, ABSENT],
    'spec.channel': ['x', '', 5, ABSENT],
    'spec.proxy': ['http://proxy', 'proxy', ABSENT],
  },
  'Secret': {
    'metadata.name': ['other'],
    // one without a key is taken for one that somebody else fills
    'stringData': [{ token: 't' }, { address: 'x' }, { address: 'https://x' }, { username: 'u' }, { username: 'u', password: 'p' }, { datadog_api_key: 'a' }, { project: '' }],
  },
  'ConfigMap': { 'metadata.name': ['other'], 'data': [{}, ABSENT], 'binaryData': [{ x: 'eA==' }] },
  'Service': { 'metadata.name': ['other'] },
};
