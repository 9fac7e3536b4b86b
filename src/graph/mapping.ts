import { ResourceNode } from './resource-node';

export const MAPPING = 'Mapping.getambassador.io';
/** What it was in the first previews of Emissary-ingress 2; the controller can be told to read it. */
export const PREVIEW_MAPPING = 'AmbassadorMapping.x.getambassador.io';

/** A Mapping of Emissary-ingress, once called Ambassador. */
export class MappingNode extends ResourceNode {
  /** The Service that it leads to: of `https://checkout.shop:8080` what stands before the first dot. Undefined when it is not known. */
  get service(): string | undefined {
    return this.spec.textAt('service')?.slice(this.hostStart).split(/[.:/]/)[0];
  }

  /** Where the host of the Service begins, behind the scheme. */
  get hostStart(): number {
    return /^https?:\/\//.exec(this.spec.textAt('service') ?? '')?.[0].length ?? 0;
  }
}
