import type { SourceDocument } from './document';
import { Field } from './field';
import type { GraphNode } from './node';

/** One object of the input; kinds that are read closer have a class of their own. */
export class ResourceNode implements GraphNode {
  readonly groupKind: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly resource: string;
  readonly root: Field;
  readonly metadata: Field;
  readonly spec: Field;

  constructor(readonly source: SourceDocument, readonly document: number) {
    this.root = new Field(this, source.manifest);
    this.metadata = this.root.at('metadata');
    this.spec = this.root.at('spec');
    const kind = this.root.at('kind').text;
    this.groupKind = groupKindOf(source);
    this.kind = kind ?? '(no kind)';
    this.name = notEmpty(this.metadata.at('name').text);
    this.namespace = notEmpty(this.metadata.at('namespace').text);
    this.resource = `${this.kind} ${this.namespace === undefined ? '' : `${this.namespace}/`}${this.name ?? this.nameToCome}`;
  }

  get labels(): ReadonlyMap<string, string> {
    return this.metadata.at('labels').texts();
  }

  get annotations(): ReadonlyMap<string, string> {
    return this.metadata.at('annotations').texts();
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
