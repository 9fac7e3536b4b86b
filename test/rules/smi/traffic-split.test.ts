import { trafficSplit } from '../../../src/rules/smi/traffic-split';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const routed = (smi: string) => rollout({ canary: `\nstableService: checkout\ncanaryService: checkout-canary\ntrafficRouting: { smi: ${smi} }` });
const split = (name: string, namespace = 'shop') => `---
apiVersion: split.smi-spec.io/v1alpha1
kind: TrafficSplit
metadata: { name: ${name}, namespace: ${namespace} }
spec: { service: checkout, backends: [] }
`;

testRule(trafficSplit, {
  valid: [
    { name: 'no TrafficSplit', yaml: routed('{}') },
    { name: 'one of another name', yaml: routed('{}') + split('payment') },
    { name: 'one of another namespace', yaml: routed('{}') + split('checkout', 'bank') },
    { name: 'one beside another router', yaml: rollout() + split('checkout') },
  ],
  invalid: [
    {
      name: 'one of the name of the Rollout',
      yaml: routed('{ rootService: shop }') + split('checkout'),
      findings: [{
        path: 'metadata.name',
        message: 'must not be checkout, which is what the controller calls the TrafficSplit that it makes for Rollout shop/checkout; drop it from the manifests, or give it another name',
        resource: 'TrafficSplit shop/checkout',
        class: 'broken',
      }],
    },
    {
      name: 'one of the name that is asked for',
      yaml: routed('{ trafficSplitName: split }') + split('split'),
      findings: [{ path: 'metadata.name', message: /^must not be split, / }],
    },
  ],
});
