import { actionProblems } from './action-options';
import type { ActionOptions } from './action-options';
import { unmeasured } from './unmeasured';
import type { AnalysisIntent } from '../intent/analysis';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import { isOpaque } from '../manifests/leaf';

/** Options for `Action.jobFromSpec`. */
export interface JobSpecActionOptions extends ActionOptions {
  /**
   * Labels of the Job.
   * @default - none
   */
  readonly labels?: Record<string, string>;

  /**
   * Annotations of the Job.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}

/** A Job, whose spec is plain JSON. One that fails is not tried again unless it says so: the release waits for it. */
export function jobIntent(owner: string, spec: Readonly<Record<string, unknown>>, options: JobSpecActionOptions): AnalysisIntent {
  const { name = 'job', args, labels = {}, annotations = {} } = options;
  refuse(owner, ...actionProblems({ ...options, name }), ...podProblems(spec));
  return {
    ...unmeasured(name, { kind: 'job', labels, annotations, spec: { backoffLimit: 0, ...spec } }, args),
    timing: { initialDelaySeconds: secondsOfOptional(options.initialDelay) },
  };
}

function podProblems(spec: Readonly<Record<string, unknown>>): (Problem | undefined)[] {
  const pod = (spec.template as { readonly spec?: { readonly containers?: readonly unknown[]; readonly restartPolicy?: string } } | undefined)?.spec;
  return [
    (pod?.containers ?? []).length > 0 ? undefined : { property: 'containers', message: 'must hold at least one container, got none', fix: 'write what the Job runs' },
    isOpaque(pod?.restartPolicy) || pod?.restartPolicy === 'Never' || pod?.restartPolicy === 'OnFailure' ? undefined : {
      property: 'restartPolicy', message: `must be Never or OnFailure in a Job, got ${show(pod?.restartPolicy ?? 'none')}`, fix: 'write Never',
    },
  ];
}
