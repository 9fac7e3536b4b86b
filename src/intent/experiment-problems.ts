import { dialectOf, isAboutOneVersion } from './analysis';
import { argumentProblems } from './asking-problems';
import { isDifference } from './experiment';
import type { ExperimentIntent, ExperimentQuestionIntent, VariantIntent } from './experiment';
import { distinct, show } from './problem';
import type { Problem } from './problem';
import { sourceProblems } from './source-problems';
import { argumentsOf, metricNamesOf, questionsIn } from './template';
import { known } from '../manifests/leaf';

/** What is wrong with an experiment as a whole, whichever engine runs it. */
export function experimentProblems(intent: ExperimentIntent): readonly Problem[] {
  const { variants, questions } = intent;
  return distinct([
    ...variants.length > 0 ? [] : [{ property: 'variants', message: 'must name at least one version, got none', fix: 'write one for each version that is to run' }],
    ...variants.flatMap((variant, index) => readyTooLate(variant, `variants[${index}]`, intent)),
    ...endless(intent),
    ...sameName(questions),
    ...questions.flatMap(question => [
      ...variantProblems(question, intent), ...comparisonProblems(question), ...sourceOfArguments(question, intent), ...argumentProblems(question),
      ...sharedProblems(question), ...unanswerable(question, intent),
    ]),
    ...unmatched(intent),
  ]);
}

function sameName(questions: readonly ExperimentQuestionIntent[]): readonly Problem[] {
  return questions.flatMap(({ name, property }, index) => questions.findIndex(other => other.name === name) === index ? [] : [{
    property: `${property}.name`, message: `must be a name of its own, and another has the name ${show(name)}`, fix: `write ${show(`${name}-2`)}`,
  }]);
}

const defaultDeadlineSeconds = 600;

function readyTooLate({ minReadySeconds }: VariantIntent, property: string, intent: ExperimentIntent): readonly Problem[] {
  const { progressDeadlineSeconds = defaultDeadlineSeconds } = intent;
  const [ready, deadline] = [known(minReadySeconds) ?? 0, known(progressDeadlineSeconds) ?? Infinity];
  return ready <= deadline ? [] : [{
    property: `${property}.minReady`,
    message: `must not be longer than progressDeadline, ${deadline} seconds, got ${ready} seconds: no pod could count in time`,
    fix: `write progressDeadline: Duration.seconds(${ready + deadline})`,
  }];
}

function endless({ seconds, questions, terminate }: ExperimentIntent): readonly Problem[] {
  if (seconds !== undefined || terminate || questions.some(question => question.required)) return [];
  return [{
    property: 'duration',
    message: `must be given, got none, and ${questions.length === 0 ? 'there is no question' : 'no question'} whose answer would end the experiment`,
    fix: `write duration: Duration.minutes(30)${questions.length === 0 ? '' : ', or required: true at an analysis'}`,
  }];
}

function variantProblems(question: ExperimentQuestionIntent, { variants, seconds }: ExperimentIntent): readonly Problem[] {
  const { of, against, analysis, args, property } = question;
  const names = variants.map(({ name }) => name);
  const unknown = (name: string | undefined, place: string) => name === undefined || names.includes(name) ? [] : [{
    property: `${property}.${place}`, message: `must be one of the variants, got ${show(name)}`, fix: `write ${names.map(show).join(' or ')}`,
  }];
  const given = [...args.map(arg => ({ arg, place: 'args' })), ...argumentsOf(analysis).map(arg => ({ arg, place: 'analysis' }))];
  return [
    ...unknown(of, 'of'),
    ...unknown(against, 'against'),
    ...of !== undefined && of === against ? [{ property: `${property}.against`, message: `must be another variant, got ${show(against)} twice`, fix: 'name the one that it is compared with' }] : [],
    ...given.flatMap(({ arg: { source }, place }) => source?.kind === 'variant' ? unknown(source.variant, place) : []),
    ...given.flatMap(({ arg: { name, source }, place }) => source?.kind === 'experiment' && source.moment === 'end' && seconds === undefined ? [{
      property: `${property}.${place}`, message: `takes ${show(name)} from the end of the experiment, which has no duration`, fix: 'write duration: Duration.minutes(30)',
    }] : []),
  ];
}

/** We can write the difference of what a telemetry asks, if less is better. */
function comparisonProblems(question: ExperimentQuestionIntent): readonly Problem[] {
  const { analysis, against, property } = question;
  if (against === undefined || isDifference(question)) return [];
  if (analysis.question.kind === 'success-rate') {
    return [{ property: `${property}.against`, message: 'compares what must not be above the other variant, and a success rate must not be below it', fix: 'write Analysis.errorRate({ atMost: 1 }), one percentage point more' }];
  }
  const { kind } = analysis.question;
  return kind !== 'error-rate' && kind !== 'latency' ? [] : [{
    property: `${property}.against`,
    message: `compares two variants, and ${show(analysis.name)} is an object of its own, which asks about one`,
    fix: 'ask it here: Analysis.errorRate() or Analysis.latency()',
  }];
}

/** The controller passes on nothing but values: what should come from somewhere else is lost without a word. */
function sourceOfArguments({ analysis, args, property }: ExperimentQuestionIntent, { name: experiment }: ExperimentIntent): readonly Problem[] {
  const own = argumentsOf(analysis).filter(({ source }) => source?.kind === 'field').map(({ name }) => ({ name, place: 'analysis', from: 'a field' }));
  const given = args.flatMap(({ name, source }) => source?.kind === 'field' ? [{ name, place: 'args', from: 'a field' }]
    : source?.kind === 'canary-hash' || source?.kind === 'stable-hash' ? [{ name, place: 'args', from: 'a hash of a rollout' }] : []);
  return [...own, ...given].map(({ name, place, from }) => ({
    property: `${property}.${place}`,
    message: `takes ${show(name)} from ${from}, which an experiment does not pass on`,
    fix: from === 'a field' ? `write Arg.value(${show(name)}, ...), such as ${show(experiment)}` : `write Arg.variantHash(${show(name)}, ...) with the name of a variant`,
  }));
}

/** What an experiment says of measurements it says of those of all of its analyses. */
function sharedProblems({ analysis, dryRun, keptMeasurements, property }: ExperimentQuestionIntent): readonly Problem[] {
  if (analysis.published === undefined) return [];
  const options = { dryRun: dryRun || undefined, keptMeasurements };
  return Object.entries(options).filter(([, value]) => value !== undefined).map(([option]) => ({
    property: `${property}.${option}`,
    message: `cannot be for ${show(analysis.name)} alone, which is an object of its own: an experiment has one list for all of its analyses`,
    fix: `write ${option} at the experiment, or where the object is written`,
  }));
}

/** The controller ends a run when an expression matches none of its metrics. */
function unmatched({ questions, dryRun, kept }: ExperimentIntent): readonly Problem[] {
  const rules = [...dryRun.map((metric, index) => ({ metric, property: `dryRun[${index}]` })), ...kept.map(({ metric }) => ({ metric, property: 'keptMeasurements' }))];
  return rules.flatMap(({ metric, property }) => {
    const pattern = expression(metric);
    const lost = questions.find(({ analysis }) => metricNamesOf(analysis)?.some(name => pattern?.test(name)) === false);
    if (pattern !== undefined && lost === undefined && questions.length > 0) return [];
    return [{
      property,
      message: pattern === undefined ? `must be a name or a regular expression, got ${show(metric)}`
        : lost === undefined ? `is for the measurements of analyses, got ${show(metric)} and no analysis`
          : `must match a metric of every analysis, got ${show(metric)}, which matches none of ${lost.property}`,
      fix: lost === undefined ? 'drop it, or add an analysis' : 'write a regular expression such as ".*", or say it at the analysis itself',
    }];
  });
}

function expression(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(${text})$`);
  } catch {
    return undefined;
  }
}

/** What the metric store or the telemetry cannot be asked. */
function unanswerable({ analysis, property }: ExperimentQuestionIntent, intent: ExperimentIntent): readonly Problem[] {
  return questionsIn(analysis).flatMap(each => {
    const { onlyBehind, name } = dialectOf(each, intent);
    const blind = onlyBehind === undefined || !isAboutOneVersion(each) ? [] : [{
      property: 'telemetry',
      message: `Telemetry.${name} tells versions apart only behind ${onlyBehind.join(' or ')}, and no router leads to an experiment`,
      fix: 'use Telemetry.httpRequests() or Telemetry.custom()',
    }];
    return [...sourceProblems(each, intent), ...blind];
  }).map(problem => ({ ...problem, property: `${property}.analysis.${problem.property}` }));
}
