import { Adopted, AdoptedKind, CanaryRollout, HandOver } from 'rolloutkit';
import type { Program } from '../render';

/** The pods of a workload that exists. */
const adopted: Program = chart => {
  const labels = { app: 'checkout' };
  new CanaryRollout(chart, 'checkout', {
    replicas: 5,
    adopt: Adopted.named('legacy', { kind: AdoptedKind.DEPLOYMENT, labels, ports: [{ number: 8080 }], handOver: HandOver.onSuccess() }),
  });
};

export const programs: readonly Program[] = [adopted];
