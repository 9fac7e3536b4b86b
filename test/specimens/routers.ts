import { CanaryRollout, NginxTraffic, Step } from 'rolloutkit';
import type { Program } from '../render';

const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];

const nginx: Program = chart => {
  new CanaryRollout(chart, 'written', {
    containers,
    traffic: new NginxTraffic({
      hosts: ['shop.example.com'],
      annotationPrefix: 'ingress.example.com',
      canarySettings: { 'canary-by-header': 'x-canary' },
      canaryAnnotations: { owner: 'shop' },
      maxTrafficWeight: 1000,
    }),
    steps: [Step.weight(20), Step.approval()],
  });
  new CanaryRollout(chart, 'existing', { containers, traffic: NginxTraffic.existing('shop', { otherIngresses: ['shop-internal'] }) });
};

export const programs: readonly Program[] = [nginx];
