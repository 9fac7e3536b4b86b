import type { AnalysisIntent } from './analysis';
import { isOfExperiment } from './argument';
import type { ArgumentIntent } from './argument';
import type { AskingIntent, GateIntent } from './gate';
import { distinct, show } from './problem';
import type { Problem } from './problem';
import { holeNames } from './query';
import type { StrategyIntent } from './rollout';
import type { StepIntent } from './step';
import { metricNamesOf, questionsIn } from './template';

/** What is asked in a way that it cannot be asked, at gates and in steps. */
export function askingProblems(strategy: StrategyIntent): readonly Problem[] {
  return distinct(asked(strategy).flatMap(each => [...argumentProblems(each), ...metricProblems(each), ...placeProblems(each)]));
}

/** One analysis as it is asked at some place. */
export type Asked = AskingIntent & Pick<GateIntent, 'analysis' | 'property'> & {
  /** Those that are told the same, each of which has metrics of its own. */
  readonly beside?: readonly AnalysisIntent[];
  readonly inExperiment?: boolean;
};

function asked(strategy: StrategyIntent): readonly Asked[] {
  const steps = strategy.kind === 'canary' && strategy.course.kind === 'steps' ? strategy.course.steps : [];
  return [...strategy.gates, ...steps.flatMap((step, index) => askedIn(step).map(asking => ({ ...asking, property: `steps[${index}]` })))];
}

function askedIn(step: StepIntent): readonly Omit<Asked, 'property'>[] {
  switch (step.kind) {
    case 'analyze': return step.analyses.map(analysis => ({ ...step, analysis, beside: step.analyses }));
    case 'experiment': {
      const beside = step.experiment.analyses.map(({ analysis }) => analysis);
      return beside.map(analysis => ({ ...step.experiment, analysis, beside, inExperiment: true }));
    }
    default: return [];
  }
}

/** What the templates of others declare is only known as it was said; of all others a rule speaks, which reads them. */
export function argumentProblems({ analysis, args, property: owner }: Asked): readonly Problem[] {
  const questions = questionsIn(analysis);
  const others = questions.filter(({ question }) => question.kind === 'elsewhere');
  if (others.length === 0) return [];
  const property = `${owner}.args`;
  const declared = [...analysis.args, ...questions.flatMap(each => each.args)];
  const given = [...args, ...declared].filter(({ source }) => source !== undefined).map(({ name }) => name);
  const lacking = ({ name }: ArgumentIntent) => !given.includes(name) && !isSupplied(name);
  const missing = others.flatMap(({ args: wanted, published }) => wanted.filter(lacking).map(({ name }) => ({
    property,
    message: `must give ${show(name)}, which the template ${published?.name} declares without a default`,
    fix: `add Arg.value(${show(name)}, ...)`,
  })));
  const names = declared.map(({ name }) => name);
  const unknown = args.filter(({ name }) => !names.includes(name) && !isSupplied(name)).map(({ name }) => ({
    property,
    message: `gives ${show(name)}, which the template ${others.map(({ published }) => published?.name).join(' or ')} does not declare; there is ${[...new Set(names)].join(', ') || 'none'}`,
    fix: `drop it, or declare it where the template is named: args: [Arg.required(${show(name)})]`,
  }));
  return [...missing, ...unknown];
}

function metricProblems(asking: Asked): readonly Problem[] {
  const { analysis, dryRun, dryRunMetrics = [], keptMeasurements, property, beside = [], inExperiment = false } = asking;
  const names = metricNamesOf(analysis);
  if (names !== undefined) {
    const all = [...names, ...beside.flatMap(other => metricNamesOf(other) ?? [])];
    // there each analysis is a run of its own, which the controller ends when nothing of it is meant
    if (inExperiment && dryRunMetrics.length > 0 && !dryRun && dryRunMetrics.every(metric => all.includes(metric) && !names.includes(metric))) {
      return [{
        property: `${property}.dryRunMetrics`,
        message: `must name a metric of each analysis, got none of ${show(analysis.name)}`,
        fix: `add ${names.join(' or ')}, write dryRun: true, or ask ${show(analysis.name)} in a step of its own`,
      }];
    }
    return dryRunMetrics.flatMap((metric, index) => all.includes(metric) ? [] : [{
      property: `${property}.dryRunMetrics[${index}]`, message: `must be a metric of ${show(analysis.name)}, got ${show(metric)}`, fix: `there are ${names.join(', ')}`,
    }]);
  }
  const options = { dryRun: dryRun || undefined, dryRunMetrics: dryRunMetrics.length > 0 || undefined, keptMeasurements };
  return Object.entries(options).filter(([, value]) => value !== undefined).map(([option]) => ({
    property: `${property}.${option}`,
    message: `needs the names of the metrics of ${show(analysis.name)}, which are not known`,
    fix: 'write metrics where the template is named with AnalysisTemplate.fromName',
  }));
}

/** What is known in experiments alone. */
function placeProblems({ analysis, args, property, inExperiment = false }: Asked): readonly Problem[] {
  const all = inExperiment ? [] : [...args, ...questionsIn(analysis).flatMap(each => each.args)];
  return all.flatMap(({ name, source }) => isOfExperiment(source) ? [{
    property, message: `takes ${show(name)} from an experiment, and is asked outside of one`, fix: 'write Arg.canaryHash or Arg.stableHash, or ask it in an Experiment',
  }] : []);
}

function isSupplied(name: string): boolean {
  return holeNames.some(hole => hole === name);
}
