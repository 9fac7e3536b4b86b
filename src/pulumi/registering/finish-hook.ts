import * as pulumi from '@pulumi/pulumi';
import { endingOfCanary, endingOfExperiment, endingOfRollout } from './ending';
import type { Ending } from './ending';
import { readObject } from './kubectl';
import type { ClusterAccess } from './kubectl';
import type { Manifest } from '../../manifests/manifest';
import { isPending } from '../arguments/pending';

/** How the end of a release is waited for. */
export interface Waiting extends ClusterAccess {
  readonly atMostSeconds: number;
}

/** Who waits. */
export interface Finishing {
  readonly component: pulumi.Resource;
  readonly name: string;
  readonly waiting: pulumi.Input<Waiting>;
}

/** What the hook of one resource is told. */
type Told = pulumi.ResourceHookArgs;

/** Longer than a controller takes to say something new, and short to whoever waits. */
const PAUSE_MS = 2000;

/** As often in a row an answer may fail to come. */
const PATIENCE = 5;

/**
 * Options that have an object wait for the end of the release that its change starts: of a Rollout its own, of the workload of a Canary
 * that of the Canary; an Experiment for its own end. Undefined for every other object.
 */
export function finishHooks(manifest: Manifest, manifests: readonly Manifest[], { component, name, waiting }: Finishing): pulumi.ResourceOptions['hooks'] {
  const { kind } = manifest;
  const canary = kind === 'Canary' ? manifest : manifests.find(each => each.kind === 'Canary' && isTargetOf(each, manifest));
  if (kind !== 'Rollout' && kind !== 'Experiment' && canary === undefined) return undefined;
  const finished = (hook: 'afterCreate' | 'afterUpdate') => new pulumi.ResourceHook(`${name}-${kind.toLowerCase()}-${hook}`, async told => {
    const started = new Date();
    const release = kind === 'Experiment' ? ofExperiment(told) : canary === undefined ? ofRollout(told) : ofCanary(told, canary.metadata.name!, hook, kind, started);
    if (release !== undefined) await untilEnd(release, await settledInput(waiting), component);
  });
  // an experiment runs when it is created, and never again
  return { afterCreate: [finished('afterCreate')], ...kind === 'Experiment' ? {} : { afterUpdate: [finished('afterUpdate')] } };
}

function isTargetOf({ spec, metadata: { namespace } }: Manifest, { kind, metadata }: Manifest): boolean {
  const target = (spec as { readonly targetRef?: { readonly kind: string; readonly name: string } } | undefined)?.targetRef;
  const isNear = namespace === metadata.namespace || isPending(namespace) || isPending(metadata.namespace);
  return target?.kind === kind && target.name === metadata.name && isNear;
}

interface Release {
  /** In a sentence: `the release of`. */
  readonly called: string;
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
  readonly ending: (object: object) => Ending;
}

function ofRollout({ newOutputs }: Told): Release {
  const { namespace = 'default', name, generation = 0 } = metadataOf(newOutputs);
  return { called: 'the release of', resource: 'rollouts.argoproj.io', namespace, name, ending: object => endingOfRollout(object, generation) };
}

function ofExperiment({ newOutputs }: Told): Release {
  const { namespace = 'default', name } = metadataOf(newOutputs);
  return { called: 'the experiment', resource: 'experiments.argoproj.io', namespace, name, ending: endingOfExperiment };
}

/** A Canary is ready when it was made; from then on only a change of the pods is a release. */
function ofCanary({ newOutputs, oldInputs, newInputs }: Told, name: string, hook: string, kind: string, started: Date): Release | undefined {
  const { namespace = 'default' } = metadataOf(newOutputs);
  const release = (since: Date | undefined): Release => ({ called: 'the release of', resource: 'canaries.flagger.app', namespace, name, ending: object => endingOfCanary(object, since) });
  if (kind === 'Canary') return hook === 'afterCreate' ? release(undefined) : undefined;
  const isRelease = hook === 'afterUpdate' && JSON.stringify(templateOf(oldInputs)) !== JSON.stringify(templateOf(newInputs));
  return isRelease ? release(started) : undefined;
}

function templateOf(inputs: Told['newInputs']): unknown {
  return (inputs?.spec as { readonly template?: unknown } | undefined)?.template;
}

function metadataOf(outputs: Told['newOutputs']): { readonly namespace?: string; readonly name: string; readonly generation?: number } {
  return outputs?.metadata as { readonly namespace?: string; readonly name: string; readonly generation?: number };
}

async function untilEnd({ called, ending, ...place }: Release, { atMostSeconds, ...access }: Waiting, component: pulumi.Resource): Promise<void> {
  const end = Date.now() + atMostSeconds * 1000;
  const what = `${called} ${place.namespace}/${place.name}`;
  for (let failures = 0; ;) {
    const read = await readObject(place, access).catch((error: Error) => error);
    failures = read instanceof Error ? failures + 1 : 0;
    if (read instanceof Error && failures >= PATIENCE) throw new Error(`${what} cannot be seen: ${read.message}`);
    const now = read instanceof Error ? { kind: 'under way' } as const : ending(read);
    if (now.kind === 'done') return;
    if (now.kind === 'failed') throw new Error(`${what} has failed: ${now.why}`);
    if (now.kind === 'waits') {
      await pulumi.log.info(`${what} waits for a person: ${now.why}`, component);
      return;
    }
    if (Date.now() > end) throw new Error(`${what} has not finished after ${atMostSeconds} s; it goes on`);
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}

function settledInput<T>(input: pulumi.Input<T>): Promise<T> {
  return new Promise(resolve => pulumi.output(input).apply(value => resolve(value as T)));
}
