import * as pulumi from '@pulumi/pulumi';
import { typeOf } from './rollout-component';
import { refuse } from '../../intent/problem';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { resourceName } from '../../manifests/names';
import { withUnsaid } from '../../release/defaults';
import { versionedConfigProblems, versionedMetadata } from '../../release/versioned-config';
import type { VersionedConfigProps } from '../../release/versioned-config';
import type { VersionedConfigArgs } from '../arguments/component-args';
import { knownText, namespaceText } from '../arguments/pending';
import { named } from '../arguments/shape';
import type { Written } from '../compiling/compiled';
import { bring } from '../registering/bring';

interface ConfigValue extends VersionedConfigProps {
  readonly namespace?: Leaf<string>;
}

/**
 * A ConfigMap or Secret whose name changes with its content, so that the configuration is released with the pods, and goes back with
 * them. The object of an old version stays in the cluster when a new one comes, and when the stack is destroyed.
 */
export class VersionedConfig extends pulumi.ComponentResource {
  /** The name of the object, with the hash of its content. */
  public readonly configName: pulumi.Output<string>;

  constructor(name: string, args: VersionedConfigArgs, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('VersionedConfig'), name, {}, opts);
    const { compiled, children } = bring({
      component: this,
      kind: 'VersionedConfig',
      name,
      args,
      compiling: {
        shape: named('VersionedConfig'),
        resource: resourceName('ConfigMap', knownText(args?.namespace), name),
        write: (value: ConfigValue) => write(name, value),
      },
      // a child of one name, since a change of its content takes the place of the one before
      prefix: ({ manifests: [{ metadata }] }) => metadata.name!,
      placeOfName: () => 'configName',
      childOptions: { retainOnDelete: opts.retainOnDelete ?? true },
    });
    const { metadata } = compiled.manifests[0];
    // who names it comes after it
    this.configName = pulumi.all([metadata.name!, children[0].resource.urn]).apply(([known]) => known);
    this.registerOutputs({ configName: this.configName });
  }
}

function write(component: string, value: ConfigValue): Written {
  const name = value.configName ?? component;
  refuse('VersionedConfig', ...versionedConfigProblems(name, value));
  const namespace = namespaceText(value.namespace);
  const metadata = { ...versionedMetadata(name, value, withUnsaid({})), ...namespace === undefined ? {} : { namespace } };
  const { data, binaryData, secretData } = value;
  const manifest = {
    apiVersion: 'v1',
    ...secretData === undefined ? { kind: 'ConfigMap', data, ...binaryData === undefined ? {} : { binaryData } } : { kind: 'Secret', stringData: secretData },
    metadata,
    immutable: true,
  };
  return { rendered: { manifests: [manifest as unknown as Manifest], origins: () => [], gaps: [], elsewhere: [] }, problems: [], namespace };
}
