import type { Duration } from 'cdk8s';
import type { ActionOptions } from './action-options';

/** What a load tester of Flagger does with a command, and when it answers. */
export enum LoadTestTask {
  /** A command of the shell, which is started and not waited for: the answer is good however it ends. While it runs it is not started again. */
  COMMAND = 'cmd',
  /** A command of bash, which has to end well. */
  BASH = 'bash',
  /** Arguments of `helm`, separated by spaces, which has to end well. */
  HELM = 'helmv3',
  /** Arguments of `kubectl`, separated by spaces, which has to end well. */
  KUBECTL = 'kubectl',
  /** A process of Concord, which has to end well. It is described by `metadata`. */
  CONCORD = 'concord',
  /** A test of nGrinder, which is started and not waited for. It is described by `metadata`. */
  NGRINDER = 'ngrinder',
}

/** What everything is told that a load tester of Flagger does. Argo Rollouts calls it as Flagger does. */
export interface LoadTesterOptions extends ActionOptions {
  /**
   * Where the load tester is. The controller calls it, so that the name of its Service needs its namespace.
   * @default 'http://flagger-loadtester.test/'
   */
  readonly address?: string;

  /**
   * Whether any certificate is taken.
   * @default false
   */
  readonly insecure?: boolean;
}

/** Options for `Action.loadTest`. */
export interface LoadTestOptions extends LoadTesterOptions {
  /**
   * What is run, such as `hey -z 1m -q 10 -c 2 http://{{args.canary-service}}.{{args.namespace}}/`.
   * @default - nothing; `metadata` says it for Concord and nGrinder
   */
  readonly command?: string;

  /**
   * What is done with it.
   * @default LoadTestTask.COMMAND
   */
  readonly task?: LoadTestTask;

  /**
   * How long the answer may take: as long as the command runs, where it is waited for.
   * @default - 10 seconds, the controller's own; 3 minutes for what is waited for
   */
  readonly timeout?: Duration;

  /**
   * How often it is called again when the answer is bad or there is none. What is waited for runs again then.
   * @default 0
   */
  readonly retries?: number;

  /**
   * Whether the load tester writes the output of `LoadTestTask.COMMAND` to its log. It does so for what it waits for.
   * @default false
   */
  readonly logOutput?: boolean;

  /**
   * What else the load tester is told, such as `server` and `clone` of nGrinder.
   * @default - nothing
   */
  readonly metadata?: Record<string, string>;
}

/** Options for `Action.helmTest`. */
export interface HelmTestOptions extends LoadTesterOptions {
  /** The release of Helm whose tests are run. */
  readonly release: string;

  /**
   * Where it is released. The load tester has to have the rights to run pods there.
   * @default - the namespace of the rollout
   */
  readonly releaseNamespace?: string;

  /**
   * Further arguments of `helm test`, such as `--logs`. None has a space in it.
   * @default - none
   */
  readonly arguments?: string[];

  /**
   * How long the tests may take, which Helm is told as well.
   * @default Duration.minutes(3)
   */
  readonly timeout?: Duration;
}

/** Who says whether a gate is open. */
export enum ManualGateState {
  /** The load tester, where people open and close it. It is closed until somebody opens it, and stays open until somebody closes it. */
  ASKED = 'check',
  /** Nobody: it is closed. Flagger reads the change of a gate that it waits for; Argo Rollouts waits until the release is taken back. */
  HALTED = 'halt',
  /** Nobody: it is open. */
  APPROVED = 'approve',
}

/** Options for `Action.manualGate`. */
export interface ManualGateOptions extends LoadTesterOptions {
  /**
   * Who says whether it is open.
   * @default ManualGateState.ASKED
   */
  readonly state?: ManualGateState;
}
