import { objectMeta } from '../object-meta';
import { scrapeAnnotations } from './scrape';
import type { ArgoRolloutIntent, ServiceIntent } from '../../intent/rollout';
import type { Service } from '../../manifests/kubernetes.generated';
import type { Manifest } from '../../manifests/manifest';

/**
 * A Service over all of the rollout's pods. The controller narrows those that the Rollout names to one version;
 * without a router it names only the canary's, so that the other one reaches both versions.
 */
export function service(wish: ServiceIntent, intent: ArgoRolloutIntent): Manifest {
  const object: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: objectMeta(wish.name, intent, scrapeAnnotations(wish, intent)),
    spec: {
      ports: intent.services.ports.map(port => ({
        ...(port.name === undefined ? {} : { name: port.name }),
        port: port.port,
        targetPort: port.targetName ?? port.targetPort,
        ...(port.protocol === undefined ? {} : { protocol: port.protocol }),
        ...(port.appProtocol === undefined ? {} : { appProtocol: port.appProtocol }),
      })),
      selector: intent.pods.selector as Service['spec']['selector'],
      type: 'ClusterIP',
    },
  };
  return object as unknown as Manifest;
}

/** Whether there is a Service that reaches the new version alone. The controller wants none for a canary without a router. */
export function hasNextService({ strategy, services: { next, ports }, controller }: ArgoRolloutIntent): boolean {
  const isLeft = controller.argo.controllerDefaults === true && strategy.kind === 'canary' && strategy.router === undefined;
  return next.existing || (ports.length > 0 && !isLeft);
}
