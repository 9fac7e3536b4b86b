import type { Duration } from 'cdk8s';
import type { Arg } from '../intent/arg';
import { lastingSeconds, nameProblem } from '../intent/checks';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';

/** What every action can be given. */
export interface ActionOptions {
  /**
   * Names the metric and, behind the rollout's name, the object that holds it. At most 24 characters.
   * @default - the kind of the action, such as `job`
   */
  readonly name?: string;

  /**
   * How long to wait before it is done.
   * @default - not at all
   */
  readonly initialDelay?: Duration;

  /**
   * Arguments that it uses beside `{{args.canary-hash}}` and the others that are supplied to every question.
   * @default - none
   */
  readonly args?: Arg[];
}

/** The controller cuts the names of Jobs to what Kubernetes takes; it leaves so much of the metric's. */
const longestName = 24;

export function actionProblems({ name = '', initialDelay }: ActionOptions): (Problem | undefined)[] {
  return [
    nameProblem('name', name) ?? (name.length <= longestName ? undefined : {
      property: 'name', message: `must have at most ${longestName} characters, of which the controller makes the name of a Job, got ${show(name)}`, fix: `write ${show(name.slice(0, longestName).replace(/-+$/, ''))}`,
    }),
    name === 'guard' ? { property: 'name', message: 'must not be "guard", the name of what watches the rollout throughout', fix: 'choose another name' } : undefined,
    lastingSeconds('initialDelay', secondsOfOptional(initialDelay)),
  ];
}
