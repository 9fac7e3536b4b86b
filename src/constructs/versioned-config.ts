import { ApiObject, Chart } from 'cdk8s';
import { ConfigMap, Secret } from 'cdk8s-plus-28';
import type { IConfigMap, ISecret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RolloutDefaults } from './rollout-defaults';
import { plainError, refuse } from '../intent/problem';
import { versionedConfigProblems, versionedMetadata } from '../release/versioned-config';
import type { VersionedConfigProps } from '../release/versioned-config';

/**
 * A ConfigMap or Secret whose name changes with its content, so that the configuration is released with the pods, and goes back with
 * them: an old version of the pods names the object that it was tested with, which cannot be changed and is not removed.
 */
export class VersionedConfig extends Construct {
  /** The name of the object, with the hash of its content. */
  public readonly name: string;

  /** The object. */
  public readonly apiObject: ApiObject;

  private readonly object: ConfigMap | Secret;

  constructor(scope: Construct, id: string, props: VersionedConfigProps) {
    super(scope, id);
    const name = props.configName ?? id;
    refuse('VersionedConfig', ...versionedConfigProblems(name, props));
    const metadata = { ...versionedMetadata(name, props, RolloutDefaults._resolve(this)), namespace: Chart.of(this).namespace };
    this.name = metadata.name;
    const { data, binaryData, secretData } = props;
    // copies, since theirs grow when somebody adds to the construct
    this.object = secretData === undefined
      ? new ConfigMap(this, 'Resource', { metadata, immutable: true, data: { ...data }, binaryData: { ...binaryData } })
      : new Secret(this, 'Resource', { metadata, immutable: true, stringData: { ...secretData } });
    this.apiObject = ApiObject.of(this.object);
  }

  /** The ConfigMap, for `Env.fromConfigMap()`, `Volume.fromConfigMap()` and all that takes one. */
  public get configMap(): IConfigMap {
    if (this.object instanceof ConfigMap) return this.object;
    throw plainError(`VersionedConfig: configMap: must be asked of one with data, got one with secretData, ${this.name}; use secret`);
  }

  /** The Secret, where `secretData` is given. */
  public get secret(): ISecret {
    if (this.object instanceof Secret) return this.object;
    throw plainError(`VersionedConfig: secret: must be asked of one with secretData, got one with data, ${this.name}; use configMap`);
  }
}
