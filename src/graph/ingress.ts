import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const INGRESS = 'Ingress.networking.k8s.io';
/** What Ingress was before Kubernetes 1.19. */
export const OLD_INGRESS = 'Ingress.extensions';

/** A path of an Ingress, and the rule that it stands in. */
export class IngressPath {
  constructor(readonly field: Field, readonly rule: Field) {}

  /** The name of the Service that gets the requests, or of an action. */
  get service(): Field {
    const backend = this.field.at('backend');
    return backend.at('service', 'name').exists ? backend.at('service', 'name') : backend.at('serviceName');
  }

  /** Its port as it is written: a number or a name. */
  get port(): Field {
    const backend = this.field.at('backend');
    const port = backend.at('service', 'port');
    if (backend.has('servicePort')) {
      return backend.at('servicePort');
    }
    return port.has('name') ? port.at('name') : port.at('number');
  }

  /** Whether it leads to something else than a Service, which is written and known. */
  get hasOtherBackend(): boolean {
    return this.field.at('backend', 'resource').isMap;
  }
}

/** An Ingress, of `networking.k8s.io` or the older `extensions` group. */
export class IngressNode extends ResourceNode {
  get rules(): readonly Field[] {
    return this.spec.at('rules').items();
  }

  /** The paths of all rules. The default backend is no rule and is left out, as the controller does. */
  get paths(): readonly IngressPath[] {
    return this.rules.flatMap((rule) => rule.at('http', 'paths').items().map((path) => new IngressPath(path, rule)));
  }

  /** The Service names behind the paths. */
  get backends(): readonly Field[] {
    return this.paths.map(({ service }) => service).filter((name) => name.exists);
  }
}
