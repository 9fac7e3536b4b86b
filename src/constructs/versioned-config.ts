import { ApiObject, Chart } from 'cdk8s';
import { ConfigMap, Secret } from 'cdk8s-plus-28';
import type { IConfigMap, ISecret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RolloutDefaults } from './rollout-defaults';
import type { GitOps } from '../controllers/git-ops';
import { keepingAnnotations, syncWaves, waveAnnotation } from '../intent/delivery';
import { plainError, refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { contentHash } from '../manifests/content-hash';
import { isOpaque } from '../manifests/leaf';
import { isDnsSubdomain, labelValueOf } from '../manifests/names';

/** Properties of `VersionedConfig`. */
export interface VersionedConfigProps {
  /**
   * What the name begins with.
   * @default - the id of the construct
   */
  readonly configName?: string;

  /**
   * The content of a ConfigMap, by key.
   * @default - none
   */
  readonly data?: Record<string, string>;

  /**
   * The same for what is no text, in base64.
   * @default - none
   */
  readonly binaryData?: Record<string, string>;

  /**
   * The content of a Secret, by key, instead of a ConfigMap. It is written into the manifest as it is: credentials belong into a
   * Secret that something else keeps, and that is named.
   * @default - none
   */
  readonly secretData?: Record<string, string>;

  /**
   * Labels, beside those of `RolloutDefaults`.
   * @default - none
   */
  readonly labels?: Record<string, string>;

  /**
   * What brings it into the cluster, which is told to keep it as long as an old version may need it.
   * @default - that of `RolloutDefaults`
   */
  readonly gitOps?: GitOps;
}

/** By this label all versions of one configuration are found. */
const configLabel = 'rolloutkit.dev/config';

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
    refuse('VersionedConfig', ...problemsOf(name, props));
    this.name = `${name}-${contentHash(contentOf(props))}`;
    const defaults = RolloutDefaults._resolve(this);
    const delivery = (props.gitOps ?? defaults.gitOps)?._intent;
    const annotations = { ...waveAnnotation(delivery, syncWaves.config), ...keepingAnnotations(delivery) };
    const metadata = {
      name: this.name,
      namespace: Chart.of(this).namespace,
      labels: { ...defaults.labels, ...props.labels, [configLabel]: labelValueOf(name) },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    };
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

/** The same text for the same content, in whatever order it was written down. */
function contentOf({ data = {}, binaryData = {}, secretData }: VersionedConfigProps): string {
  const sorted = (entries: Record<string, string>) => Object.keys(entries).sort().map(key => [key, entries[key]]);
  return JSON.stringify(secretData === undefined ? [sorted(data), sorted(binaryData)] : ['Secret', sorted(secretData)]);
}

/** The hash takes a dash and ten characters. */
const longestName = 253 - 11;
const contents = ['data', 'binaryData', 'secretData'] as const;

function problemsOf(name: string, props: VersionedConfigProps): readonly (Problem | undefined)[] {
  const given = contents.filter(each => Object.keys(props[each] ?? {}).length > 0);
  return [
    isDnsSubdomain(name) && name.length <= longestName ? undefined : {
      property: 'configName',
      message: `must be a name of at most ${longestName} lower-case letters, digits, dashes and dots, got ${show(name)}`,
      fix: 'write one such as "checkout-settings"',
    },
    given.length > 0 ? undefined : { property: 'data', message: 'must hold at least one key, got none', fix: 'write for example { "settings.yaml": "..." }' },
    props.secretData === undefined || (props.data === undefined && props.binaryData === undefined) ? undefined : {
      property: 'secretData', message: 'cannot be combined with data or binaryData: one object is a Secret or a ConfigMap', fix: 'make one of each',
    },
    ...given.flatMap(each => Object.entries(props[each] ?? {}).map(([key, value]) => valueProblem(`${each}[${show(key)}]`, value))),
    ...Object.keys(props.binaryData ?? {}).filter(key => key in (props.data ?? {})).map(key => ({
      property: `binaryData[${show(key)}]`, message: 'must be a key of its own, got one of data', fix: 'drop one of them',
    })),
  ];
}

function valueProblem(property: string, value: unknown): Problem | undefined {
  if (typeof value === 'string') return undefined;
  return isOpaque(value)
    ? { property, message: 'must be known when the program runs, since the name depends on it, got a value that is known later', fix: 'put it into a Secret or a ConfigMap that is named, or into an environment variable' }
    : { property, message: `must be text, got ${show(value)}`, fix: `write ${show(String(value))}` };
}
