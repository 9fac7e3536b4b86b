import * as pulumi from '@pulumi/pulumi';
import type { Waiting } from './finish-hook';
import type { Problem } from '../../intent/problem';
import { secondsOfOptional } from '../../intent/seconds';
import type { Waiting as WrittenWaiting } from '../arguments/component-args';
import { durationOf } from '../arguments/durations';
import type { RolloutValue } from '../compiling/compile-rollout';
import type { Written } from '../compiling/compiled';

/** What a component is told of waiting. */
export type WaitValue = Pick<RolloutValue, 'wait' | 'waiting'>;

/** Who waits looks at the cluster of kubectl, which need not be that of the provider. */
export function waitProblems({ wait, waiting }: WaitValue, component: pulumi.ComponentResource): readonly Problem[] {
  const isElsewhere = wait === 'finished' && component.getProvider('kubernetes:index:Provider') !== undefined
    && waiting?.kubeconfig === undefined && waiting?.context === undefined;
  return !isElsewhere ? [] : [{
    property: 'waiting',
    message: 'must say which cluster is looked at, since the component has a provider of its own, got nothing',
    fix: "write for example waiting: { context: 'production' }",
  }];
}

/** What was written of a component, with what is wrong with its waiting. */
export function withWaitProblems(written: Written, value: WaitValue, component: pulumi.ComponentResource): Written {
  return { ...written, problems: [...written.problems, ...waitProblems(value, component)] };
}

const longestSeconds = 3600;

/** How the end of a release is waited for. */
export function waitingOf(written: WrittenWaiting | undefined): pulumi.Output<Waiting> {
  return pulumi.all([written?.kubeconfig, written?.context, written?.atMost]).apply(([kubeconfig, context, atMost]) => ({
    kubeconfig, context, atMostSeconds: atMost === undefined ? longestSeconds : secondsOfOptional(durationOf(atMost)) ?? longestSeconds,
  }));
}
