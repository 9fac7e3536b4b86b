import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const TRAEFIK_SERVICE = 'TraefikService.traefik.io';
/** What its group was before Traefik 3. */
export const OLD_TRAEFIK_SERVICE = 'TraefikService.traefik.containo.us';

/** A TraefikService. */
export class TraefikServiceNode extends ResourceNode {
  /** What it divides requests between. */
  get weighted(): Field {
    return this.spec.at('weighted', 'services');
  }
}
