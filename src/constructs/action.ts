import { App, Chart } from 'cdk8s';
import { Job, k8s, Pod, RestartPolicy } from 'cdk8s-plus-28';
import type { JobProps } from 'cdk8s-plus-28';
import type { ActionOptions } from '../analyses/action-options';
import { helmTestIntent } from '../analyses/helm-test';
import { httpIntent } from '../analyses/http-action';
import type { HttpActionOptions } from '../analyses/http-action-options';
import { jobIntent } from '../analyses/job-action';
import type { JobSpecActionOptions } from '../analyses/job-action';
import { loadTestIntent } from '../analyses/load-test';
import type { HelmTestOptions, LoadTestOptions, ManualGateOptions } from '../analyses/load-tester-options';
import { manualGateIntent } from '../analyses/manual-gate';
import type { AnalysisIntent, IAction } from '../intent/analysis';

/** Options for `Action.job`: those of every Job of cdk8s-plus, with a `backoffLimit` of 0 and pods that never start again where nothing is said. */
export interface JobActionOptions extends JobProps, ActionOptions {}

/** Something that is done once at a moment of a release, and goes well or ends the release. */
export class Action implements IAction {
  /** A Job, which has to succeed. It runs in the namespace of the rollout. */
  public static job(options: JobActionOptions): Action {
    const { name, initialDelay, args, metadata } = options;
    return new Action(jobIntent('Action.job', specOf(options), { name, initialDelay, args, labels: metadata?.labels, annotations: metadata?.annotations }));
  }

  /** The same of a spec as Kubernetes knows it, for what the properties of cdk8s-plus do not reach. */
  public static jobFromSpec(spec: k8s.JobSpec, options: JobSpecActionOptions = {}): Action {
    return new Action(jobIntent('Action.jobFromSpec', k8s.toJson_JobSpec(spec) as Record<string, unknown>, options));
  }

  /** A request, which has to be answered with a status from 200 to 299, and well if it says what that is. The controller sends it. */
  public static http(options: HttpActionOptions): Action {
    return new Action(httpIntent('Action.http', options));
  }

  /**
   * A command that a load tester of Flagger runs, to make requests or to test. Either controller can call it: `flagger-loadtester` needs
   * nothing else of Flagger.
   */
  public static loadTest(options: LoadTestOptions): Action {
    return new Action(loadTestIntent('Action.loadTest', options));
  }

  /** The tests of a release of Helm, which a load tester of Flagger runs and waits for. */
  public static helmTest(options: HelmTestOptions): Action {
    return new Action(helmTestIntent('Action.helmTest', options));
  }

  /**
   * A gate of a load tester of Flagger, where the release waits until somebody opens it, however long that takes. All gates of a rollout
   * are one there: `curl -d '{"name":"checkout","namespace":"shop"}' http://flagger-loadtester.test/gate/open`, and `gate/close` for the next release.
   */
  public static manualGate(options: ManualGateOptions = {}): Action {
    return new Action(manualGateIntent('Action.manualGate', options));
  }

  /** The name of the action. */
  public readonly actionName: string;

  /** The name of the action, which stands at a gate like a question. */
  public readonly analysisName: string;

  /** @internal */
  public readonly _intent: AnalysisIntent;

  private constructor(intent: AnalysisIntent) {
    this._intent = intent;
    this.actionName = intent.name;
    this.analysisName = intent.name;
  }
}

/** The spec of the Job that cdk8s-plus would write, in an app of its own that nobody writes. */
function specOf({ name: _, initialDelay: __, args: ___, ...props }: JobActionOptions): Record<string, unknown> {
  if ((props.containers ?? []).length === 0) return { template: { spec: { restartPolicy: RestartPolicy.NEVER } } };
  const chart = new Chart(new App(), 'action', { disableResourceNameHashes: true });
  new Job(chart, 'job', { restartPolicy: RestartPolicy.NEVER, ...props, select: false });
  const written = chart.toJson() as { readonly kind: string; readonly spec: Record<string, unknown> }[];
  const { template, ...spec } = written.find(({ kind }) => kind === 'Job')?.spec as { readonly template: PodTemplate };
  return { ...spec, template: withoutAddress(template) };
}

interface PodTemplate {
  readonly metadata: { readonly labels?: Record<string, string>; readonly annotations?: Record<string, string> };
  readonly spec: unknown;
}

/** The label by which cdk8s-plus knows the pods of a construct: all Jobs of all actions would have the same. */
function withoutAddress({ metadata: { labels = {}, ...metadata }, spec }: PodTemplate): Record<string, unknown> {
  const { [Pod.ADDRESS_LABEL]: _, ...rest } = labels;
  const kept = { ...metadata, ...(Object.keys(rest).length === 0 ? {} : { labels: rest }) };
  return { ...(Object.keys(kept).length === 0 ? {} : { metadata: kept }), spec };
}
