import * as pulumi from '@pulumi/pulumi';
import { Analysis } from '../../analyses/analysis';
import type { Controller } from '../../controllers/controller';
import type { GitOps } from '../../controllers/git-ops';
import { holesOf } from '../../engines/argo/arguments';
import { renderAnalysis } from '../../engines/render';
import type { AnalysisIntent } from '../../intent/analysis';
import type { IMetricSource } from '../../intent/metric-source';
import { sourceProblems } from '../../intent/source-problems';
import type { ITelemetry } from '../../intent/telemetry';
import { metricNamesOf, questionsIn } from '../../intent/template';
import { isOpaque } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import { resourceName } from '../../manifests/names';
import { withUnsaid } from '../../release/defaults';
import type { Arg, ExistingAnalysis } from '../arguments/arguments.generated';
import type { CommonAnalysisArgs } from '../arguments/component-args';
import { knownText, namespaceText } from '../arguments/pending';
import { standsFor } from '../arguments/read';
import { named } from '../arguments/shape';
import type { Written } from '../compiling/compiled';
import type { WaiverValue } from '../compiling/waivers';
import { waiversOf } from '../compiling/waivers';
import { bring } from '../registering/bring';

/** What the arguments of an analysis hold when they have been read. */
interface AnalysisValue {
  readonly templateName?: string;
  readonly clusterWide?: boolean;
  readonly namespace?: Leaf<string>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly controller?: Controller;
  readonly source?: IMetricSource;
  readonly telemetry?: ITelemetry;
  readonly gitOps?: GitOps;
  readonly waive?: readonly WaiverValue[];
}

/** An analysis that was written. */
interface WrittenAnalysis {
  readonly analysis: AnalysisIntent;
  /** What every rollout has to tell it. */
  readonly needed: readonly string[];
}

/** Many questions declare arguments of their own. */
type AnalysisArgs = CommonAnalysisArgs & { readonly args?: Arg[] };

/** What others refer to an analysis by. */
export interface BroughtAnalysis {
  readonly templateName: pulumi.Output<string>;
  readonly existing: ExistingAnalysis;
}

/** Writes a question as the child of its component, which may then be given to any rollout. */
export function bringAnalysis<V extends object>(
  component: pulumi.ComponentResource, kind: string, name: string, args: CommonAnalysisArgs, question: (options: V) => AnalysisIntent,
): BroughtAnalysis {
  const templateName = knownText(args?.templateName) ?? name;
  const { compiled } = bring({
    component,
    kind,
    name,
    args: args ?? {},
    compiling: {
      shape: named(kind),
      resource: resourceName('AnalysisTemplate', knownText(args?.namespace), templateName),
      write: (value: AnalysisValue) => write(name, value, question(value as V)),
    },
    prefix: () => templateName,
    placeOfName: () => 'templateName',
  });
  const written = compiled.value as WrittenAnalysis;
  standsFor(component, Analysis._asked(written.analysis));
  return { templateName: pulumi.output(templateName), existing: existing(templateName, args ?? {}, written) };
}

/** What a rollout has to know of it that cannot be given the component. */
function existing(templateName: string, args: AnalysisArgs, { analysis, needed }: WrittenAnalysis): ExistingAnalysis {
  const declared: Arg[] = [...needed.map(name => ({ name, required: true })), ...args.args ?? []];
  const metrics = metricNamesOf(analysis);
  return {
    templateName,
    ...args.clusterWide === undefined ? {} : { clusterWide: args.clusterWide },
    ...declared.length === 0 ? {} : { args: declared },
    ...metrics === undefined ? {} : { metrics: [...metrics] },
  };
}

function write(component: string, value: AnalysisValue, asked: AnalysisIntent): Written {
  const { templateName = component, clusterWide = false, source, telemetry } = value;
  const namespace = namespaceText(value.namespace);
  // whoever asks it is taken to be there, as long as nobody knows where that is
  const published = { name: templateName, clusterWide, namespace: isOpaque(value.namespace) && !clusterWide ? undefined : namespace };
  const analysis: AnalysisIntent = { ...asked, source: source ?? asked.source, telemetry: telemetry ?? asked.telemetry, published };
  const { controller, gitOps, ...defaults } = withUnsaid(value);
  const rendered = renderAnalysis(analysis, controller._intent, { namespace, ...defaults, delivery: gitOps?._intent });
  const [first] = rendered.manifests;
  return {
    rendered,
    namespace,
    problems: questionsIn(analysis).flatMap(each => sourceProblems(each, defaults)),
    waivers: waiversOf(value.waive, first === undefined ? '' : resourceName(first.kind, first.metadata.namespace, templateName)),
    value: {
      analysis, needed: controller._intent.kind === 'argo' ? [...new Set(holesOf(analysis, defaults))] : [],
    } satisfies WrittenAnalysis,
  };
}
