import { unmeasured } from './unmeasured';
import type { AnalysisIntent, IAnalysis } from '../intent/analysis';
import type { Arg } from '../intent/arg';
import { nameProblem, positiveNumber } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { metricNamesOf } from '../intent/template';
import { isOpaque } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** What a template holds. */
export interface AnalysisTemplateOptions {
  /** The questions. One that is an object of its own is named by the template, any other is held by it; metrics have different names. */
  readonly analyses: IAnalysis[];

  /**
   * Arguments that the questions use beside those that are supplied. A value is a default; `Arg.required()` has none.
   * @default - none
   */
  readonly args?: Arg[];

  /**
   * Metrics that are measured and shown, without consequences: names, or regular expressions for whole names.
   * @default - none
   */
  readonly dryRun?: string[];

  /**
   * How many measurements of a metric are kept in a run, by names or by regular expressions for whole names.
   * @default - 10 of each, the controller's own
   */
  readonly keptMeasurements?: Record<string, number>;
}

/** Options for `AnalysisTemplate.fromName`. */
export interface ExistingTemplateOptions {
  /**
   * Whether it is a ClusterAnalysisTemplate.
   * @default false
   */
  readonly clusterWide?: boolean;

  /**
   * The arguments that it declares: `Arg.required()` for one that every gate has to give, a value for one that has a default, and a source
   * such as `Arg.canaryHash()` for one that every rollout can supply. What every rollout knows, such as `canary-hash`, is supplied.
   * @default - none
   */
  readonly args?: Arg[];

  /**
   * The names of its metrics. Dry runs and kept measurements of a gate need them.
   * @default - not known
   */
  readonly metrics?: string[];
}

/** Several questions under one name. */
export function templateIntent(owner: string, name: string, options: AnalysisTemplateOptions): AnalysisIntent {
  const { analyses, args, dryRun = [], keptMeasurements = {} } = options;
  refuse(owner, analyses.length > 0 ? undefined : {
    property: 'analyses', message: 'must hold at least one question, got none', fix: 'begin with Analysis.successRate()',
  });
  const held = unmeasured(name, { kind: 'template', members: analyses.map(analysis => analysis._intent), dryRun: [], kept: [] }, args);
  const known = metricNamesOf(held);
  const patterns = [
    ...dryRun.map((pattern, index) => ({ property: `dryRun[${index}]`, pattern })),
    ...Object.keys(keptMeasurements).map(pattern => ({ property: `keptMeasurements[${show(pattern)}]`, pattern })),
  ];
  refuse(owner,
    ...patterns.map(({ property, pattern }) => patternProblem(property, pattern, known)),
    ...Object.entries(keptMeasurements).map(([pattern, limit]) => positiveNumber(`keptMeasurements[${show(pattern)}]`, limit)));
  const names = (pattern: string) => matching(pattern, known) ?? [pattern];
  return {
    ...held,
    question: {
      kind: 'template',
      members: analyses.map(analysis => analysis._intent),
      dryRun: [...new Set(dryRun.flatMap(names))],
      kept: Object.entries(keptMeasurements).flatMap(([pattern, limit]) => names(pattern).map(metric => ({ metric, limit }))),
    },
  };
}

/** A template that somebody else owns. */
export function existingTemplateIntent(owner: string, name: string, { clusterWide, args, metrics }: ExistingTemplateOptions): AnalysisIntent {
  refuse(owner, objectNameProblem('templateName', name), ...(metrics ?? []).map((metric, index) => nameProblem(`metrics[${index}]`, metric)));
  return { ...unmeasured(name, { kind: 'elsewhere', metricNames: metrics }, args), published: { name, clusterWide: clusterWide ?? false } };
}

/** Names of objects of this kind may have dots and 253 characters. */
function objectNameProblem(property: string, value: Leaf<string>): Problem | undefined {
  if (isOpaque(value)) return undefined;
  if (value.length <= 253 && /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(value)) return undefined;
  return {
    property,
    message: `must be the name of an object, up to 253 lower-case letters, digits, dashes and dots, got ${show(value)}`,
    fix: 'write metadata.name of the template',
  };
}

/** The metrics that an expression is for; absent: they are not known. */
function matching(pattern: string, known: readonly string[] | undefined): readonly string[] | undefined {
  return known?.filter(name => new RegExp(`^(?:${pattern})$`).test(name));
}

function patternProblem(property: string, pattern: string, known: readonly string[] | undefined): Problem | undefined {
  if (known === undefined) {
    return nameProblem(property, pattern) && {
      property,
      message: `must be the name of a metric where not all of them are known, got ${show(pattern)}`,
      fix: 'write metrics where the template is named with AnalysisTemplate.fromName',
    };
  }
  try {
    if (matching(pattern, known)?.length !== 0) return undefined;
  } catch {
    return { property, message: `must be a name or a regular expression, got ${show(pattern)}`, fix: 'write .* for all of them' };
  }
  return { property, message: `must match a metric of the template, got ${show(pattern)}`, fix: `there are ${known.join(', ')}` };
}
