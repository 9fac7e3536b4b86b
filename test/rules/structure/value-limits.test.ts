import { valueLimits } from '../../../src/rules/structure/value-limits';
import { rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const limits = (memory: string): string => rollout({ pod: `\ncontainers: [{ name: main, image: a, resources: { limits: { memory: ${memory} } } }]` });
const restart = (at: string): string => rollout().replace('spec:\n', `spec:\n  restartAt: ${at}\n`);
const datadog = (fields: string): string => template({ metrics: `[{ name: a, provider: { datadog: { query: up, ${fields} } } }]` });
const route = (rule: string): string => `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: a }\nspec: { rules: [${rule}] }`;
const memory = 'spec.template.spec.containers[0].resources.limits.memory';
const must = 'must be a quantity such as 500m or 1Gi';

testRule(valueLimits, {
  valid: [
    { name: 'a canary', yaml: rollout() },
    { name: 'quantities', yaml: rollout({ pod: '\ncontainers: [{ name: main, image: a, resources: { limits: { cpu: 1.5, memory: 1e3, x: "+.5Gi", y: "1E6", z: 100m } } }]' }) },
    { name: 'a time', yaml: restart('"2026-01-31T12:00:00.5+01:00"') },
    { name: 'a known value', yaml: datadog('apiVersion: v2') },
  ],
  invalid: [
    { name: 'another value', yaml: datadog('apiVersion: v3'), findings: [{ path: 'spec.metrics[0].provider.datadog.apiVersion', message: 'must be one of "v1" and "v2", got "v3"; write apiVersion: v1', class: 'refused' }] },
    { name: 'part of a value', yaml: route('{ matches: [{ path: { type: Prefix, value: / } }] }'), findings: [{ path: 'spec.rules[0].matches[0].path.type', message: 'must be one of "Exact", "PathPrefix" and "RegularExpression", got "Prefix"; write type: PathPrefix' }] },
    { name: 'a value like no other', yaml: datadog('aggregator: total'), findings: [{ path: 'spec.metrics[0].provider.datadog.aggregator', message: /got "total"; write one of them$/ }] },
    { name: 'bytes', yaml: limits('512MB'), findings: [{ path: memory, message: `${must}, got "512MB"; write memory: 512M`, class: 'refused' }] },
    { name: 'small letters', yaml: limits('2gib'), findings: [{ path: memory, message: `${must}, got "2gib"; write memory: 2Gi` }] },
    { name: 'a thousand in capitals', yaml: limits('64K'), findings: [{ path: memory, message: `${must}, got "64K"; write memory: 64k` }] },
    { name: 'words', yaml: limits('much'), findings: [{ path: memory, message: `${must}, got "much"; write memory: 500m` }] },
    { name: 'a day', yaml: restart('"2026-01-31"'), findings: [{ path: 'spec.restartAt', message: 'must be a time such as 2026-01-31T12:00:00Z, got "2026-01-31"; write restartAt: 2026-01-31T00:00:00Z' }] },
    { name: 'a time without a zone', yaml: restart('"2026-01-31 09:30"'), findings: [{ path: 'spec.restartAt', message: 'must be a time such as 2026-01-31T12:00:00Z, got "2026-01-31 09:30"; write restartAt: 2026-01-31T09:30:00Z' }] },
    { name: 'no time', yaml: restart('soon'), findings: [{ path: 'spec.restartAt', message: /got "soon"; write restartAt: 2026-01-31T12:00:00Z$/ }] },
    { name: 'a number that is too large', yaml: rollout().replace('replicas: 5', 'replicas: 3000000000'), findings: [{ path: 'spec.replicas', message: 'must be at most 2147483647, got 3000000000; write replicas: 2147483647' }] },
    { name: 'a number that is too small', yaml: route('{ backendRefs: [{ name: a, port: 80, weight: -1 }] }'), findings: [{ path: 'spec.rules[0].backendRefs[0].weight', message: 'must be at least 0, got -1; write weight: 0' }] },
    {
      name: 'a number that a router cannot read, which the API server takes',
      yaml: 'apiVersion: projectcontour.io/v1\nkind: HTTPProxy\nmetadata: { name: a }\nspec: { routes: [{ rateLimitPolicy: { local: { requests: 5000000000, unit: second } }, services: [] }] }',
      findings: [{ path: 'spec.routes[0].rateLimitPolicy.local.requests', message: /^must be at most 4294967295|^must be at most 2147483647/, class: 'broken' }],
    },
    { name: 'an empty text', yaml: route('{ backendRefs: [{ name: "", port: 80 }] }'), findings: [{ path: 'spec.rules[0].backendRefs[0].name', message: 'must have at least 1 character, got 0; write 1 more' }] },
    { name: 'too many elements', yaml: route(`{ matches: [${Array.from({ length: 65 }, (_, index) => `{ path: { value: /${index} } }`).join(', ')}] }`), findings: [{ path: 'spec.rules[0].matches', message: 'must have at most 64 elements, got 65; take 1 out' }] },
    { name: 'letters that there are not', yaml: route('{ filters: [{ type: RequestHeaderModifier, requestHeaderModifier: { remove: [a], add: [{ name: "a b", value: c }] } }] }'), findings: [{ path: 'spec.rules[0].filters[0].requestHeaderModifier.add[0].name', message: /^must match \^.*, got "a b"; write a value that does$/ }] },
  ],
});
