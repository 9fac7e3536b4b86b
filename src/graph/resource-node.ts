import type { SourceDocument } from './document';
import { Field } from './field';
import type { GraphNode } from './node';
import { resourceName } from '../manifests/names';
import { faultsIn } from '../schema/check';
import type { Fault } from '../schema/fault';
import { schemaOf } from '../schema/kinds';
import type { KindSchema } from '../schema/shape';

/** One object of the input; kinds that are read closer have a class of their own. */
export class ResourceNode implements GraphNode {
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly root: Field;
  private specRead?: Field;
  private faultsFound?: readonly Fault[];

  constructor(readonly source: SourceDocument, readonly document: number, readonly groupKind: string) {
    this.root = new Field(this, source.manifest);
    const { metadata } = this;
    this.kind = this.root.textAt('kind') ?? '(no kind)';
    this.name = notEmpty(metadata.textAt('name'));
    this.namespace = notEmpty(metadata.textAt('namespace'));
  }

  get resource(): string {
    return resourceName(this.kind, this.namespace, this.name ?? this.nameToCome);
  }

  get metadata(): Field {
    return this.root.at('metadata');
  }

  get spec(): Field {
    return this.specRead ??= this.root.at('spec');
  }

  /** What an API server knows of this kind, in this version. */
  get schema(): KindSchema | undefined {
    const schema = schemaOf(this.groupKind);
    return schema?.apiVersions.includes(this.root.textAt('apiVersion') ?? '') === true ? schema : undefined;
  }

  /** What an API server would hold against it; nothing where the kind is not known. */
  get faults(): readonly Fault[] {
    return this.faultsFound ??= this.findFaults();
  }

  annotation(key: string): string | undefined {
    return this.metadata.at('annotations').textAt(key);
  }

  private findFaults(): readonly Fault[] {
    const { schema } = this;
    return schema === undefined ? [] : faultsIn(this.root.value, schema);
  }

  private get nameToCome(): string {
    const base = this.metadata.at('generateName').text;
    return base === undefined ? '(no name)' : `${base}*`;
  }
}

/** `Rollout.argoproj.io` from `argoproj.io/v1alpha1` and `Rollout`; the core group has no suffix. */
export function groupKindOf({ manifest }: SourceDocument): string {
  const { apiVersion, kind }: { apiVersion?: unknown; kind?: unknown } = manifest ?? {};
  const group = typeof apiVersion === 'string' && apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return `${typeof kind === 'string' ? kind : ''}${group === '' ? '' : `.${group}`}`;
}

function notEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
