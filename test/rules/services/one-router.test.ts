import { oneRouter } from '../../../src/rules/services/one-router';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const routed = (routing: string) => rollout({ canary: `\nstableService: checkout\ncanaryService: checkout-canary\ntrafficRouting: { ${routing} }` });
const path = 'spec.strategy.canary.trafficRouting.maxTrafficWeight';

testRule(oneRouter, {
  valid: [
    { name: 'one router with parts of its own', yaml: routed('maxTrafficWeight: 1000, nginx: { stableIngress: checkout }') },
    { name: 'two routers that count to 100', yaml: routed('nginx: { stableIngress: checkout }, smi: {}') },
    { name: 'two routers that count alike', yaml: routed('maxTrafficWeight: 1000, nginx: { stableIngress: checkout }, plugins: { a/b: {} }') },
    { name: 'parts that are the usual ones', yaml: routed('maxTrafficWeight: 100, nginx: { stableIngress: checkout }, smi: {}') },
  ],
  invalid: [
    {
      name: 'a router that counts to 100 beside one that does not',
      yaml: routed('maxTrafficWeight: 1000, nginx: { stableIngress: checkout }, smi: {}'),
      findings: [{ path, message: 'must be 100 beside smi, which counts to 100, got 1000; write maxTrafficWeight: 100, with weights to match, or drop smi', class: 'broken' }],
    },
    {
      name: 'two of them',
      yaml: routed('maxTrafficWeight: 1000, nginx: { stableIngress: checkout }, smi: {}, traefik: { weightedTraefikServiceName: checkout }'),
      findings: [{ path, message: 'must be 100 beside smi and traefik, which count to 100, got 1000; write maxTrafficWeight: 100, with weights to match, or drop smi and traefik' }],
    },
  ],
});
