import * as pulumi from '@pulumi/pulumi';
import type { provider } from '@pulumi/pulumi';
import { ComponentsMade } from './components-made';
import { Runs } from './runs';
import { settledArguments } from './settled-arguments';
import { plainError } from '../../intent/problem';
import * as components from '../index';

/** What of the schema of the components is needed to serve them. */
interface PackageSchema {
  readonly resources: Readonly<Record<string, { readonly properties: object }>>;
}

export interface PluginOptions {
  /** What other languages know of the components. */
  readonly schema: PackageSchema;
  /** The version of the package. */
  readonly version: string;
}

type Component = new (name: string, args: object, options: pulumi.ComponentResourceOptions) => pulumi.ComponentResource;

/** Makes components for programs in other languages. */
export class ComponentPlugin implements provider.Provider {
  public readonly version: string;
  public readonly schema: string;
  private readonly made = new ComponentsMade();
  private readonly runs = new Runs();

  constructor(private readonly options: PluginOptions) {
    this.version = options.version;
    this.schema = JSON.stringify({ ...options.schema, version: options.version });
  }

  public async construct(
    name: string, type: string, inputs: pulumi.Inputs, options: pulumi.ComponentResourceOptions,
  ): Promise<provider.ConstructResult> {
    this.runs.join();
    const { args, dependsOn } = await settledArguments(inputs, this.made);
    const component = new (this.classOf(type))(name, args as object, {
      ...options,
      providers: await this.made.knownProviders(options.providers),
      // what an argument was taken from is there before whatever is made of it, and goes after it
      transformations: [
        ({ props, opts }) => ({ props, opts: pulumi.mergeOptions(opts, { dependsOn: [...dependsOn] }) }),
        ...options.transformations ?? [],
      ],
    });
    await this.made.keep(component);
    return { urn: component.urn, state: this.outputsOf(component, type) };
  }

  private classOf(type: string): Component {
    const kind = type.split(':')[2];
    if (!(type in this.options.schema.resources)) {
      throw plainError(`rolloutkit has no component ${kind}: its plug-in is older than the program; install the version that the program was made for`);
    }
    return (components as unknown as Readonly<Record<string, Component>>)[kind];
  }

  private outputsOf(component: pulumi.ComponentResource, type: string): pulumi.Inputs {
    const names = Object.keys(this.options.schema.resources[type].properties);
    return Object.fromEntries(names.map(name => [name, (component as unknown as pulumi.Inputs)[name]]));
  }
}
