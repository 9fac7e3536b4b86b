/*
 * What constructs make of constructs, made of plain data. They are called as the classes of the constructs are, since the table of
 * shapes takes them for these.
 */
import { Analysis } from '../../analyses/analysis';
import { helmTestIntent } from '../../analyses/helm-test';
import { httpIntent } from '../../analyses/http-action';
import type { HttpActionOptions } from '../../analyses/http-action-options';
import { jobIntent } from '../../analyses/job-action';
import type { JobSpecActionOptions } from '../../analyses/job-action';
import { loadTestIntent } from '../../analyses/load-test';
import type { HelmTestOptions, LoadTestOptions, ManualGateOptions } from '../../analyses/load-tester-options';
import { manualGateIntent } from '../../analyses/manual-gate';
import { existingTemplateIntent } from '../../analyses/template';
import type { ExistingTemplateOptions } from '../../analyses/template';
import type { AdoptedKindName, HandOverIntent } from '../../intent/adopted';
import { namedProblems } from '../../intent/adopted-checks';
import type { AnalysisIntent, IAction, IAnalysis } from '../../intent/analysis';
import { refuse } from '../../intent/problem';
import type { ExposedPort } from '../../release/service-ports';
import { HandOver } from '../../strategy/hand-over';

function actionOf(intent: AnalysisIntent): IAction {
  return { actionName: intent.name, analysisName: intent.name, _intent: intent };
}

export const Action = {
  jobFromSpec: (spec: Record<string, unknown>, options: JobSpecActionOptions) => actionOf(jobIntent('Action.jobFromSpec', spec, options)),
  http: (options: HttpActionOptions) => actionOf(httpIntent('Action.http', options)),
  loadTest: (options: LoadTestOptions) => actionOf(loadTestIntent('Action.loadTest', options)),
  helmTest: (options: HelmTestOptions) => actionOf(helmTestIntent('Action.helmTest', options)),
  manualGate: (options: ManualGateOptions) => actionOf(manualGateIntent('Action.manualGate', options)),
};

export const AnalysisTemplate = {
  fromName: (name: string, options: ExistingTemplateOptions): IAnalysis => Analysis._asked(existingTemplateIntent('AnalysisTemplate.fromName', name, options)),
};

/** A workload that exists, as far as it is told. */
export interface AdoptedValue {
  readonly kind: AdoptedKindName;
  readonly name: string;
  readonly handOver: HandOverIntent;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports: readonly ExposedPort[];
}

interface AdoptedOptions {
  readonly kind?: AdoptedKindName;
  readonly handOver?: HandOver;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports?: readonly ExposedPort[];
}

export const Adopted = {
  named: (name: string, { kind = 'Deployment', handOver = HandOver.progressively(), labels, ports = [] }: AdoptedOptions): AdoptedValue => {
    refuse('Adopted.named', ...namedProblems(name, { kind, labels, ports: [...ports] as never, handOver: handOver._intent }));
    return { kind, name, handOver: handOver._intent, labels, ports };
  },
};
