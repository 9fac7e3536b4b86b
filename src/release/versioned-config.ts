import type { GitOps } from '../controllers/git-ops';
import { keepingAnnotations, syncWaves, waveAnnotation } from '../intent/delivery';
import { show } from '../intent/problem';
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

/** What its object is called, and how it is found and kept. */
export interface VersionedMetadata {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The metadata of a configuration, whose name holds the hash of its content. */
export function versionedMetadata(
  name: string, props: VersionedConfigProps, defaults: { readonly labels: Readonly<Record<string, string>>; readonly gitOps?: GitOps },
): VersionedMetadata {
  const delivery = (props.gitOps ?? defaults.gitOps)?._intent;
  const annotations = { ...waveAnnotation(delivery, syncWaves.config), ...keepingAnnotations(delivery) };
  return {
    name: `${name}-${contentHash(contentOf(props))}`,
    labels: { ...defaults.labels, ...props.labels, [configLabel]: labelValueOf(name) },
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
}

/** The same text for the same content, in whatever order it was written down. */
function contentOf({ data = {}, binaryData = {}, secretData }: VersionedConfigProps): string {
  const sorted = (entries: Record<string, string>) => Object.keys(entries).sort().map(key => [key, entries[key]]);
  return JSON.stringify(secretData === undefined ? [sorted(data), sorted(binaryData)] : ['Secret', sorted(secretData)]);
}

/** The hash takes a dash and ten characters. */
const longestName = 253 - 11;
const contents = ['data', 'binaryData', 'secretData'] as const;

/** What is wrong with a configuration. */
export function versionedConfigProblems(name: string, props: VersionedConfigProps): readonly (Problem | undefined)[] {
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
