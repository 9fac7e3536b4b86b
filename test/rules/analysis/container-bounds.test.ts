import { containerBounds } from '../../../src/rules/analysis/container-bounds';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const run = (containers: string, hash = 'Latest'): string => rollout({
  pod: `\ncontainers: ${containers}`,
  canary: `\nanalysis: { templates: [{ templateName: success-rate }], args: [{ name: x, valueFrom: { podTemplateHashValue: ${hash} } }] }`,
});
const pods = 'pod=~"checkout-{{args.x}}-.*"';
const memory = (kind: string, matcher = '') => template({ args: '[{ name: x }]', query: `max(kube_pod_container_resource_${kind}{${pods},resource="memory"${matcher}})` });
const throttled = template({ args: '[{ name: x }]', query: `max(increase(container_cpu_cfs_throttled_periods_total{${pods}}[5m]) / increase(container_cpu_cfs_periods_total{${pods}}[5m]))` });
const main = (resources: string) => `{ name: main, image: a, resources: ${resources} }`;
const limits = main('{ limits: { memory: 1Gi } }');
const requests = main('{ requests: { memory: 1Gi } }');
const path = 'spec.template.spec.containers[0]';

testRule(containerBounds, {
  valid: [
    { name: 'a limit', yaml: run(`[${limits}]`) + memory('limits') },
    { name: 'a request', yaml: run(`[${requests}]`) + memory('requests') },
    { name: 'a limit, which is the request as well', yaml: run(`[${limits}]`) + memory('requests') },
    { name: 'resources that are not known yet', yaml: run(`[${main('{ limits: "{{ later }}" }')}]`).replace('resources: { limits: "{{ later }}" }', 'resources: { limits: { memory: { later: true } } }') + memory('limits') },
    { name: 'a container beside the one that is asked about', yaml: run(`[${limits}, { name: proxy, image: b }]`) + memory('limits', ',container="main"') },
    { name: 'containers that an expression names', yaml: run('[{ name: main, image: a }]') + memory('limits', ',container=~"main|proxy"') },
    { name: 'pods of the stable version', yaml: run(`[${requests}]`, 'Stable') + memory('limits') },
    { name: 'a limit of CPU, which makes a container wait', yaml: run(`[${main('{ limits: { cpu: 1 } }')}]`) + throttled },
    { name: 'something else of pods', yaml: run('[{ name: main, image: a }]') + template({ args: '[{ name: x }]', query: `sum(kube_pod_container_status_restarts_total{${pods}})` }) },
    { name: 'a template that nothing runs', yaml: memory('limits') },
  ],
  invalid: [
    {
      name: 'no limit',
      yaml: run(`[${requests}]`) + memory('limits'),
      findings: [{
        path,
        class: 'risky',
        message: 'must limit memory, of which success-rate measures a share, got no such limit: the container is not looked at; write resources: { limits: { memory: 512Mi } }',
      }],
    },
    { name: 'no request', yaml: run('[{ name: main, image: a }]') + memory('requests'), findings: [{ path, message: /^must request memory/ }] },
    { name: 'one of two without a limit', yaml: run(`[${limits}, { name: proxy, image: b }]`) + memory('limits'), findings: [{ path: 'spec.template.spec.containers[1]', message: /^must limit memory/ }] },
    { name: 'no limit of CPU', yaml: run(`[${limits}]`) + throttled, findings: [{ path, message: /^must limit cpu.*limits: \{ cpu: "1" \}/ }] },
    {
      name: 'a container that is not there',
      yaml: run(`[${limits}]`) + memory('limits', ',container="app"'),
      findings: [{ path: 'spec.metrics[0].provider.prometheus.query', message: /^asks about the container app, and the pods of Rollout shop\/checkout are written with main; name one of them, or waive this/ }],
    },
  ],
});
