import type { Alias as WiredAlias } from '@pulumi/pulumi/proto/alias_pb';
import type { RegisterResourceRequest } from '@pulumi/pulumi/proto/resource_pb';
import { properties } from './values';
import type { Properties } from './values';

/** A resource as the program registered it. What is not set, or is empty, is `undefined`; lists are empty. */
export interface EngineResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent?: string;
  readonly inputs: Properties;
  /** Of all inputs and of `dependsOn`, as URNs. */
  readonly dependencies: readonly string[];
  /** Of each input that has any. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** The URN of the explicit provider. */
  readonly provider?: string;
  readonly version?: string;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  /** The resource is replaced when it is another one. */
  readonly replacementTrigger?: unknown;
  readonly additionalSecretOutputs: readonly string[];
  readonly aliases: readonly EngineAlias[];
  readonly customTimeouts?: Readonly<Record<string, string>>;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly deleteBeforeReplace?: boolean;
  readonly deletedWith?: string;
  readonly importId?: string;
  /** Names of hooks by the moment they are for. */
  readonly hooks: Readonly<Record<string, readonly string[]>>;
  /** How many there are; they are never called. */
  readonly transforms: number;
}

/** A URN, or what differs from the resource's own. */
export type EngineAlias = string | Readonly<Record<string, string | boolean>>;

export function engineResource(urn: string, request: RegisterResourceRequest): EngineResource {
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    parent: request.getParent() || undefined,
    inputs: properties(request.getObject()),
    ...dependencies(request),
    // A reference to a provider is its URN and its id.
    provider: request.getProvider().replace(/::[^:]*$/, '') || undefined,
    version: request.getVersion() || undefined,
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    replacementTrigger: request.getReplacementTrigger()?.toJavaScript(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    aliases: request.getAliasesList().map(alias),
    customTimeouts: customTimeouts(request.getCustomtimeouts()),
    protect: request.hasProtect() ? request.getProtect() : undefined,
    retainOnDelete: request.hasRetainondelete() ? request.getRetainondelete() : undefined,
    deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
    deletedWith: request.getDeletedwith() || undefined,
    importId: request.getImportid() || undefined,
    hooks: hooks(request.getHooks()),
    transforms: request.getTransformsList().length,
  };
}

function dependencies(request: RegisterResourceRequest): Pick<EngineResource, 'dependencies' | 'propertyDependencies'> {
  const ofProperties = request.getPropertydependenciesMap().toArray().map(([name]) => {
    return [name, request.getPropertydependenciesMap().get(name)!.getUrnsList()] as const;
  });
  return {
    dependencies: request.getDependenciesList(),
    propertyDependencies: Object.fromEntries(ofProperties.filter(([, urns]) => urns.length > 0)),
  };
}

function alias(wired: WiredAlias): EngineAlias {
  const spec = wired.getSpec();
  return spec === undefined ? wired.getUrn() : withoutEmpty({
    name: spec.getName(),
    type: spec.getType(),
    stack: spec.getStack(),
    project: spec.getProject(),
    parent: spec.getParenturn(),
    noParent: spec.getNoparent(),
  });
}

function customTimeouts(wired: RegisterResourceRequest.CustomTimeouts | undefined): EngineResource['customTimeouts'] {
  const timeouts = withoutEmpty({ create: wired?.getCreate(), update: wired?.getUpdate(), delete: wired?.getDelete(), read: wired?.getRead() });
  return Object.keys(timeouts).length > 0 ? timeouts as Record<string, string> : undefined;
}

function hooks(wired: RegisterResourceRequest.ResourceHooksBinding | undefined): EngineResource['hooks'] {
  const lists: Record<string, readonly string[]> = { ...wired?.toObject() };
  const named = Object.entries(lists).map(([list, names]) => [list.replace(/List$/, ''), names] as const);
  return Object.fromEntries(named.filter(([, names]) => names.length > 0));
}

function withoutEmpty(object: Record<string, string | boolean | undefined>): Record<string, string | boolean> {
  return Object.fromEntries(Object.entries(object).filter((entry): entry is [string, string | boolean] => Boolean(entry[1])));
}
