// How pods fare
import { answers } from './series';
import type { Ground, Scenario } from '../harness/scenario';

const quickstart: Ground = { engine: 'argo', manifests: ['examples/quickstart/expected/shop.k8s.yaml'], factor: 60 };
const routed: Ground = { engine: 'argo', manifests: ['examples/theory/expected/approval.k8s.yaml'], factor: 60 };

export const scenarios: readonly Scenario[] = [
  {
    ...quickstart,
    id: 'pods/first-never-ready',
    why: '?',
    change: { progressDeadlineSeconds: 5 },
    first: { 'lab/ready': 'false' },
    series: answers(),
    until: { phase: 'Degraded', quiet: 12 },
    expect: { phase: 'Degraded', weight: 100, message: /has timed out progressing/ },
  },
  {
    ...routed,
    id: 'pods/late',
    why: '?',
    next: { 'lab/after': '6s' },
    series: answers({ 'error-rate': { over: 'weight', answers: [[0, 5], [5, 0.1]] } }),
    until: { weight: 30 },
    expect: { phase: 'Progressing', weight: 30, weights: [5, 30] },
  },
];
