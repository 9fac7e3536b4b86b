import * as pulumi from '@pulumi/pulumi';
import { createChildren } from './children';
import type { Child, Setting } from './children';
import { judgedLate } from './late-values';
import { errorText, tellWarnings } from './telling';
import { keepWritten, takenObjects, writtenBy } from './written-objects';
import { problemFinding } from '../../compile';
import type { Manifest } from '../../manifests/manifest';
import type { Compiled, Compiling } from '../compiling/compiled';
import { compile } from '../compiling/compiled';

/** A component and what it was told. */
export interface Bringing extends Omit<Setting, 'prefix' | 'after' | 'judged'> {
  /** The name of its class. */
  readonly kind: string;
  readonly args: { readonly namespace?: pulumi.Input<string> } | null | undefined;
  readonly compiling: Omit<Compiling, 'beside'>;
  /** The name with which those of its objects begin. */
  readonly prefix: (compiled: Compiled) => string;
  /** Where the name of an object was written; absent: it is that of the component. */
  readonly placeOfName?: (manifest: Manifest, compiled: Compiled) => string;
}

/** What came of it. */
export interface Brought {
  readonly compiled: Compiled;
  readonly children: readonly Child[];
}

/** Compiles the arguments of a component and registers what is written, or tells all that is wrong with them at once. */
export function bring(bringing: Bringing): Brought {
  const { component, name, kind, prefix } = bringing;
  // a program without types may give none
  const args = bringing.args ?? {};
  const compiling: Compiling = { ...bringing.compiling, beside: writtenBy };
  const compiled = compile(args, compiling);
  const text = errorText(kind, name, compiled) ?? errorText(kind, name, { findings: twice(bringing, compiled) });
  if (text !== undefined) throw refusal(text, component);
  // with values that are known late they are told once, with these
  if (compiled.outputs.size === 0) tellWarnings(component, compiled);
  const judged = judgedLate({ component, kind, name, compiled, resource: compiling.resource, compile: known => compile(args, compiling, known) });
  const children = createChildren(compiled, {
    ...bringing,
    prefix: prefix(compiled),
    judged,
    after: compiled.components.filter((each): each is pulumi.Resource => pulumi.Resource.isInstance(each)),
  });
  // what they name is there for whoever names this one
  keepWritten(component, [...compiled.manifests, ...writtenBy(compiled.components)]);
  return { compiled, children };
}

/** Objects that another component has, which would write them over. */
function twice({ component, kind, name, compiling, placeOfName = () => 'name' }: Bringing, compiled: Compiled) {
  const provider = component.getProvider('kubernetes:index:Provider');
  return takenObjects(compiled.manifests, { provider, owner: `${kind} ${name}` }).slice(0, 1).map(({ manifest, owner }) => problemFinding({
    property: placeOfName(manifest, compiled),
    message: `must be a name of its own, got one of which ${owner} has the ${manifest.kind} ${manifest.metadata.name}`,
    fix: 'write another name, or another namespace',
  }, compiling.resource, 0));
}

/** It prints as its message, on the component. */
function refusal(text: string, component: pulumi.Resource): Error {
  const error = new pulumi.ResourceError(text, component, true);
  error.stack = text;
  return error;
}
