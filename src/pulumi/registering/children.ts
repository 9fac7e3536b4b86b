import * as kubernetes from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { finishHooks } from './finish-hook';
import type { Waiting } from './finish-hook';
import { rerunOptions } from './rerun';
import { inStages, isRelease } from './stages';
import { waitAnnotations } from './waiting';
import { ignoredFields } from './written-fields';
import { isOpaque } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import type { ControllerOwnedFields, Wait } from '../arguments/component-args';
import { isPending, settled } from '../arguments/pending';
import type { Compiled } from '../compiling/compiled';

/** What is known of the objects of a component beside what is in them. */
export interface Setting {
  readonly component: pulumi.ComponentResource;
  /** The name of the component, with which those of its children begin. */
  readonly name: string;
  /** The name with which those of its objects begin. */
  readonly prefix: string;
  /** How a child is called; absent: as its component, with what its object has behind the prefix. */
  readonly childName?: (manifest: Manifest) => string;
  readonly wait?: Wait;
  readonly controllerOwnedFields?: ControllerOwnedFields;
  /** How the end of a release is waited for, where it is. */
  readonly waiting?: pulumi.Input<Waiting>;
  /** Components whose objects are named by these. */
  readonly after: readonly pulumi.Resource[];
  /** What the user says of the object that stands for the component. */
  readonly mainOptions?: pulumi.CustomResourceOptions;
  /** What every child is told. */
  readonly childOptions?: pulumi.CustomResourceOptions;
  /** Fails when a value that is known late is wrong, so that nothing is written; absent: there is nothing to wait for. */
  readonly judged?: pulumi.Output<void>;
}

/** A resource that stands for an object. */
export interface Child {
  readonly manifest: Manifest;
  readonly resource: pulumi.CustomResource;
}

/** The objects as resources, each when those of the stages before it are there. */
export function createChildren({ manifests, controllerWrites }: Compiled, setting: Setting): readonly Child[] {
  const names = childNames(manifests, setting);
  const create = (manifest: Manifest, dependsOn: readonly pulumi.Resource[]): Child => {
    const ignored = ignoredFields(manifest, controllerWrites);
    const forced = setting.controllerOwnedFields === 'force' && ignored.length > 0;
    const annotations = { ...waitAnnotations(manifest, setting.wait), ...forced ? { 'pulumi.com/patchForce': 'true' } : {} };
    const child = names.get(manifest)!;
    const { waiting, component } = setting;
    const hooks = setting.wait === 'finished' && waiting !== undefined ? finishHooks(manifest, manifests, { component, name: child, waiting }) : undefined;
    const own: pulumi.CustomResourceOptions = {
      parent: component,
      dependsOn: setting.judged === undefined ? [...dependsOn] : setting.judged.apply(() => [...dependsOn]),
      ...ignored.length === 0 || forced ? {} : { ignoreChanges: [...ignored] },
      ...hooks === undefined ? {} : { hooks },
      ...rerunOptions(manifest, manifests),
    };
    const options = [setting.childOptions, isRelease(manifest) ? setting.mainOptions : undefined].reduce<pulumi.CustomResourceOptions>(
      (all, more) => more === undefined ? all : pulumi.mergeOptions(all, more), own);
    const object = settled(annotated(manifest, annotations)) as Manifest;
    return { manifest, resource: resourceOf(child, object, options) };
  };
  return inStages(manifests).reduce<readonly Child[]>((children, stage) => {
    const before = [...setting.after, ...children.map(({ resource }) => resource)];
    return [...children, ...stage.map(manifest => create(manifest, before))];
  }, []);
}

/** The resource that stands for the release of a component. */
export function releaseAmong(children: readonly Child[]): pulumi.CustomResource {
  return children.find(({ manifest }) => isRelease(manifest))!.resource;
}

/** An object named as its component is has the name of that; any other has the rest of its name behind it. */
function childNames(manifests: readonly Manifest[], { name, prefix, childName }: Setting): ReadonlyMap<Manifest, string> {
  if (childName !== undefined) return new Map(manifests.map(manifest => [manifest, childName(manifest)]));
  const names = new Map<Manifest, string>();
  const taken = new Set<string>();
  for (const manifest of manifests) {
    const { kind, apiVersion, metadata: { name: own = '', namespace } } = manifest;
    const short = own === prefix ? name : own.startsWith(`${prefix}-`) ? `${name}${own.slice(prefix.length)}` : `${name}-${own}`;
    const key = (child: string) => `${apiVersion}/${kind}/${child}`;
    const child = taken.has(key(short)) ? `${short}-${namespace ?? taken.size}` : short;
    taken.add(key(child));
    names.set(manifest, child);
  }
  return names;
}

function annotated(manifest: Manifest, annotations: Readonly<Record<string, string>>): Manifest {
  if (Object.keys(annotations).length === 0) return manifest;
  const own: unknown = manifest.metadata.annotations;
  const together = (known: unknown): unknown => ({ ...annotations, ...known as object | undefined });
  const all = isOpaque(own) && isPending(own) ? own.apply(together) : together(own);
  return { ...manifest, metadata: { ...manifest.metadata, annotations: all as Readonly<Record<string, string>> } };
}

type Class = new (name: string, args: object, options: pulumi.CustomResourceOptions) => pulumi.CustomResource;

function resourceOf(name: string, object: Manifest, options: pulumi.CustomResourceOptions): pulumi.CustomResource {
  const known = classOf(object);
  return known === undefined ? new kubernetes.apiextensions.CustomResource(name, object as never, options) : new known(name, object, options);
}

/** The class of a kind that Kubernetes itself has: `apps/v1` is `apps.v1`, `networking.k8s.io/v1` is `networking.v1`. */
function classOf({ apiVersion, kind }: Manifest): Class | undefined {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  if (group.includes('.') && !group.endsWith('.k8s.io')) return undefined;
  const module = (kubernetes as unknown as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Class>>>>>>)[group.split('.')[0]];
  return module?.[version]?.[kind];
}
