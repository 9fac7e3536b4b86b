import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const INGRESS = 'Ingress.networking.k8s.io';
/** What Ingress was before Kubernetes 1.19. */
export const OLD_INGRESS = 'Ingress.extensions';

/** An Ingress, of `networking.k8s.io` or the older `extensions` group. */
export class IngressNode extends ResourceNode {
  /** The Service names behind the rules' paths. The default backend is no rule and is left out, as the controller does. */
  get backends(): readonly Field[] {
    return this.spec.at('rules').items()
      .flatMap((rule) => rule.at('http', 'paths').items())
      .map((path) => path.at('backend'))
      .map((backend) => backend.at('service', 'name').exists ? backend.at('service', 'name') : backend.at('serviceName'))
      .filter((name) => name.exists);
  }
}
