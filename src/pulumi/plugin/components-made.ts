import type * as pulumi from '@pulumi/pulumi';
import { isSame } from './same-data';
import { urnOf } from '../arguments/traced';

/** The components that this process has made, each of which stands wherever a program in another language refers to it. */
export class ComponentsMade {
  private readonly byUrn = new Map<string, pulumi.ComponentResource>();
  private readonly providers = new Map<string, pulumi.ProviderResource>();

  public async keep(component: pulumi.ComponentResource): Promise<void> {
    this.byUrn.set(await urnOf(component), component);
  }

  /** A component travels as its URN. */
  public withUrn(urn: string): pulumi.ComponentResource | undefined {
    return this.byUrn.get(urn);
  }

  /** The analysis whose output `existing` this is, among those that a value came from. */
  public whoseExisting(value: unknown, urns: Iterable<string>): pulumi.ComponentResource | undefined {
    return [...urns].map(urn => this.byUrn.get(urn)).find(component => component !== undefined && 'existing' in component && isSame(value, component.existing));
  }

  /** The same provider as the same object for every component, as in one program. */
  public async knownProviders(given: pulumi.ComponentResourceOptions['providers']): Promise<Record<string, pulumi.ProviderResource>> {
    const known = Object.entries(given ?? {}).map(async ([name, provider]: [string, pulumi.ProviderResource]) => {
      const urn = await urnOf(provider);
      const first = this.providers.get(urn) ?? provider;
      this.providers.set(urn, first);
      return [name, first] as const;
    });
    return Object.fromEntries(await Promise.all(known));
  }
}
