import type { Service } from 'cdk8s-plus-28';

/** A Service of a rollout: written by it, or one that exists. */
export class ServiceReference {
  /** Its name. */
  public readonly name: string;

  /** The construct, when the rollout wrote it. */
  public readonly service?: Service;

  /** @internal */
  constructor(name: string, service?: Service) {
    this.name = name;
    this.service = service;
  }
}
