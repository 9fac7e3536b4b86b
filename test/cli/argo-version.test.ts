import { rolloutkit } from './command-line';

describe('with another release of Argo Rollouts', () => {
  const template = `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: latency, namespace: shop }
spec:
  metrics:
    - name: latency
      interval: 1m
      count: 3
      successCondition: len(result) > 0 && max(result) < 0.5
      provider: { prometheus: { address: http://prometheus:9090, query: 'histogram_quantile(0.95, sum by (le) (rate(latency_bucket[5m])))' } }
`;

  test('tells what that release cannot do', async () => {
    const { code, out } = await rolloutkit(['lint', '--argo-version', '1.9', 'a.yaml'], { 'a.yaml': template });
    expect(code).toBe(1);
    expect(out).toContain('spec.metrics[0].successCondition: needs Argo Rollouts 1.10 for max with such arguments, and 1.9 is there: before it the condition does not compile');
  });

  test('warns where it depends on how that release was started', async () => {
    const traefik = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout, namespace: shop }
spec:
  selector: { matchLabels: { app: checkout } }
  template: { metadata: { labels: { app: checkout } }, spec: { containers: [{ name: main, image: 'registry.example/checkout:1' }] } }
  strategy:
    canary: { stableService: checkout, canaryService: checkout-canary, trafficRouting: { traefik: { weightedTraefikServiceName: shop } }, steps: [{ setWeight: 20 }, { pause: {} }] }
`;
    const { code, out } = await rolloutkit(['lint', '--argo-version', '1.9', 'a.yaml'], { 'a.yaml': traefik });
    expect(code).toBe(0);
    expect(out).toContain('spec.strategy.canary.trafficRouting.traefik: needs Argo Rollouts 1.10, and 1.9 is there: before it the controller looks in traefik.containo.us');
  });

  test('tells nothing of it without', async () => {
    const { out } = await rolloutkit(['lint', 'a.yaml'], { 'a.yaml': template });
    expect(out).not.toContain('argo-version');
  });

  test('fails with a release that nobody knows', async () => {
    const { code, err } = await rolloutkit(['lint', '--argo-version', '1.7', 'a.yaml'], { 'a.yaml': template });
    expect([code, err]).toEqual([2, 'rolloutkit: lint: --argo-version must be one of 1.9, 1.10, got 1.7\n']);
  });
});
