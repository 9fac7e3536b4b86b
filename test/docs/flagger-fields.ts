/** Fields of Flagger that no property reaches, each with its reason. */
export const unreachable: readonly string[] = [
  'Canary spec.service.meshName: AWS has switched App Mesh off',
  'Canary spec.service.backends[]: AWS has switched App Mesh off',
  'Canary spec.service.trafficPolicy.loadBalancer.consistentHash.httpQueryParameterName: the definition has it, and Flagger does not read it',
  'Canary spec.analysis.metrics[].query: a MetricTemplate says the same, with a store of its own and what the question is told',
  'Canary spec.analysis.metrics[].threshold: the old form of `thresholdRange`, which says the same',
];
