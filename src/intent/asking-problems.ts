import type { ArgumentIntent } from './argument';
import type { AskingIntent, GateIntent } from './gate';
import { distinct, show } from './problem';
import type { Problem } from './problem';
import { holeNames } from './query';
import type { StrategyIntent } from './rollout';
import { metricNamesOf, questionsIn } from './template';

/** What is asked in a way that it cannot be asked, at gates and in steps. */
export function askingProblems(strategy: StrategyIntent): readonly Problem[] {
  return distinct(asked(strategy).flatMap(each => [...argumentProblems(each), ...metricProblems(each)]));
}

type Asked = AskingIntent & Pick<GateIntent, 'analysis' | 'property'>;

function asked(strategy: StrategyIntent): readonly Asked[] {
  const steps = strategy.kind === 'canary' && strategy.course.kind === 'steps' ? strategy.course.steps : [];
  return [...strategy.gates, ...steps.flatMap((step, index) => step.kind === 'analyze' ? step.analyses.map(analysis => ({ ...step, analysis, property: `steps[${index}]` })) : [])];
}

/** What the templates of others declare is only known as it was said; of all others a rule speaks, which reads them. */
function argumentProblems({ analysis, args, property: owner }: Asked): readonly Problem[] {
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

function metricProblems({ analysis, dryRun, dryRunMetrics = [], keptMeasurements, property }: Asked): readonly Problem[] {
  const names = metricNamesOf(analysis);
  if (names !== undefined) {
    return dryRunMetrics.flatMap((metric, index) => names.includes(metric) ? [] : [{
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

function isSupplied(name: string): boolean {
  return holeNames.some(hole => hole === name);
}
