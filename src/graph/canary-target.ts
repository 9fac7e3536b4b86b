import type { Field } from './field';
import { LabelSelector, labelsIn } from './label-selector';
import { containersOf } from './pod-template';
import type { ResourceNode } from './resource-node';

/** The labels by which Flagger tells pods, the first that a selector has, unless it is started with others. */
export const FLAGGER_LABELS: readonly string[] = ['app', 'name', 'app.kubernetes.io/name'];

/** What Flagger puts behind the names, and behind one label, of what it copies. */
export const PRIMARY = '-primary';

/** The label that Flagger changes in the primary, and with which its Services select. */
export interface TellingLabel {
  readonly key: string;
  readonly value: string;
  /** Where the selector has it. */
  readonly field: Field;
}

/** A ConfigMap or a Secret that pods use. */
export interface ConfigUse {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly field: Field;
  readonly isOptional: boolean;
}

/** The Deployment or DaemonSet of a Canary, as Flagger reads it to make the primary of it. */
export class CanaryTarget {
  readonly template: Field;
  readonly matchLabels: Field;
  private labelRead?: TellingLabel;

  constructor(readonly workload: ResourceNode) {
    this.template = workload.spec.at('template');
    this.matchLabels = workload.spec.at('selector', 'matchLabels');
  }

  get isDeployment(): boolean {
    return this.workload.kind === 'Deployment';
  }

  /** Undefined where the selector has none, and where it is not known. */
  get label(): TellingLabel | undefined {
    return this.labelRead ??= this.readLabel();
  }

  private readLabel(): TellingLabel | undefined {
    const key = FLAGGER_LABELS.find((each) => this.matchLabels.keys().includes(each));
    const field = this.matchLabels.at(key ?? '');
    return key === undefined || field.text === undefined ? undefined : { key, value: field.text, field };
  }

  /** The labels of its pods; undefined where one of them is not known. */
  get labels(): ReadonlyMap<string, string> | undefined {
    return labelsIn(this.template.at('metadata', 'labels'));
  }

  /** The same of the pods of the primary. */
  get primaryLabels(): ReadonlyMap<string, string> | undefined {
    const { label, labels } = this;
    return label === undefined || labels === undefined ? undefined : new Map([...labels, [label.key, label.value + PRIMARY]]);
  }

  /** Whether something selects its pods and not those of the primary. */
  isPrimaryMissedBy(selector: Field): boolean {
    const { label } = this;
    // what does not ask for that label cannot tell one from the other
    if (label === undefined || (selector.at('matchLabels').valueAt(label.key) !== label.value && !selector.has('matchExpressions'))) {
      return false;
    }
    const { labels, primaryLabels } = this;
    const wanted = new LabelSelector(selector);
    return labels !== undefined && primaryLabels !== undefined && !wanted.isEmpty
      && wanted.matches(labels) === true && wanted.matches(primaryLabels) === false;
  }

  /** Every place that names a ConfigMap or a Secret which Flagger looks at. */
  get configs(): readonly ConfigUse[] {
    return [...this.configsOfContainers, ...this.configsOfVolumes];
  }

  private get configsOfContainers(): readonly ConfigUse[] {
    return containersOf(this.template).flatMap((container) => [
      ...container.at('env').items().map((variable) => variable.at('valueFrom')).flatMap((source) => [
        ...useOf('ConfigMap', source.at('configMapKeyRef')), ...useOf('Secret', source.at('secretKeyRef')),
      ]),
      ...container.at('envFrom').items().flatMap((source) => [...useOf('ConfigMap', source.at('configMapRef')), ...useOf('Secret', source.at('secretRef'))]),
    ]);
  }

  private get configsOfVolumes(): readonly ConfigUse[] {
    return this.template.at('spec', 'volumes').items().flatMap((volume) => [
      ...useOf('ConfigMap', volume.at('configMap')), ...useOf('Secret', volume.at('secret'), 'secretName'),
      ...volume.at('projected', 'sources').items().flatMap((source) => [...useOf('ConfigMap', source.at('configMap')), ...useOf('Secret', source.at('secret'))]),
    ]);
  }
}

/** Whether Flagger has made it: a cluster that is read as a whole has its objects too. */
export function isMadeByFlagger(node: ResourceNode): boolean {
  return node.metadata.at('ownerReferences').items().some((owner) => owner.textAt('kind') === 'Canary');
}

function useOf(kind: ConfigUse['kind'], reference: Field, key = 'name'): readonly ConfigUse[] {
  const field = reference.at(key);
  return field.text === undefined ? [] : [{ kind, name: field.text, field, isOptional: reference.at('optional').boolean ?? reference.at('optional').isUnknown }];
}
