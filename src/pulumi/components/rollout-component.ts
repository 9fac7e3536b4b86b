import * as pulumi from '@pulumi/pulumi';
import { resourceName } from '../../manifests/names';
import type { Strategy } from '../../strategy/strategy';
import type { CommonRolloutArgs, RolloutComponentOptions } from '../arguments/component-args';
import { knownText } from '../arguments/pending';
import { named } from '../arguments/shape';
import { writeRollout } from '../compiling/compile-rollout';
import type { RolloutValue, WrittenRollout } from '../compiling/compile-rollout';
import { bring } from '../registering/bring';
import { releaseAmong } from '../registering/children';
import { waitingOf, withWaitProblems } from '../registering/wait-choice';

/** What a rollout tells those who refer to it. */
export interface BroughtRollout {
  readonly rolloutName: pulumi.Output<string>;
  readonly namespace: pulumi.Output<string>;
  readonly mainService: pulumi.Output<string>;
  readonly nextService: pulumi.Output<string>;
}

/** The type by which Pulumi knows a component. It is part of the state of every stack, and never changes. */
export function typeOf(kind: string): string {
  return `rolloutkit:index:${kind}`;
}

/** Writes a rollout as the children of its component. */
export function bringRollout(
  component: pulumi.ComponentResource, kind: string, name: string, args: CommonRolloutArgs, options: RolloutComponentOptions,
  strategyOf: (value: RolloutValue & { readonly strategy?: Strategy }) => Strategy,
): BroughtRollout {
  const { compiled, children } = bring({
    component,
    kind,
    name,
    args,
    compiling: {
      shape: named(kind),
      resource: resourceName('Rollout', knownText(args?.namespace), knownText(args?.name) ?? name),
      write: (value: RolloutValue) => withWaitProblems(writeRollout(name, value, strategyOf(value)), value, component),
    },
    prefix: ({ value }) => (value as WrittenRollout).name,
    wait: args?.wait,
    waiting: waitingOf(args?.waiting),
    controllerOwnedFields: args?.controllerOwnedFields,
    mainOptions: options.rolloutOpts,
  });
  const { name: rolloutName, mainService, nextService } = compiled.value as WrittenRollout;
  return {
    rolloutName: pulumi.output(rolloutName),
    namespace: namespaceOf(releaseAmong(children), args.namespace),
    mainService: pulumi.output(mainService),
    nextService: pulumi.output(nextService),
  };
}

/** Where nobody says it, the provider knows it. */
export function namespaceOf(main: pulumi.CustomResource, given: pulumi.Input<string> | undefined): pulumi.Output<string> {
  if (given !== undefined) return pulumi.output(given);
  const { metadata } = main as unknown as { readonly metadata: pulumi.Output<{ readonly namespace?: string } | undefined> };
  return metadata.apply(known => known?.namespace ?? 'default');
}
