import type { ArgoRolloutIntent, ServiceIntent } from '../../intent/rollout';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/**
 * What Prometheus finds on a Service. Without a router the main Service reaches the pods of both versions, and a pod behind two
 * Services that say so is counted twice; otherwise each version has the Service of its own.
 */
export function scrapeAnnotations(wish: ServiceIntent, { services, strategy }: ArgoRolloutIntent): Readonly<Record<string, Leaf<string>>> {
  const { scrape, main, ports } = services;
  const bothReached = strategy.kind === 'canary' && strategy.router === undefined && !main.existing;
  if (scrape === undefined || (bothReached && wish !== main)) return {};
  return {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': mapLeaf(scrape.port ?? ports[0].targetPort, String),
    'prometheus.io/path': scrape.path,
  };
}
