import type { Construct, IConstruct } from 'constructs';
import { RolloutDefaults } from './rollout-defaults';
import type { RolloutDefaultsOptions } from './rollout-defaults';
import type { CommonRolloutProps } from './rollout-props';
import type { AnalysisIntent } from '../intent/analysis';
import { askedAnalyses } from '../intent/asked';
import type { AskedAnalysis } from '../intent/asked';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { RolloutIntent } from '../intent/rollout';
import type { ObjectName } from '../intent/router';

/** The construct that publishes a question. Questions travel as plain data, which knows nothing of constructs. */
const publishers = new WeakMap<AnalysisIntent, IConstruct>();

export function publishedBy(analysis: AnalysisIntent, construct: IConstruct): void {
  publishers.set(analysis, construct);
}

/** Questions that are objects of another app, which no synth of this one writes. */
export function strangerProblems(scope: IConstruct, intent: RolloutIntent): readonly Problem[] {
  return strangerProblemsAmong(scope, askedAnalyses(intent.strategy));
}

/** The same among some questions. */
export function strangerProblemsAmong(scope: IConstruct, asked: readonly AskedAnalysis[]): readonly Problem[] {
  const properties = new Map(askedElsewhere(scope, asked).map(({ analysis, property }) => [property, publishers.get(analysis)?.node.path]));
  return [...properties].map(([property, path]) => ({
    property,
    message: `must be in the same app, got ${show(path)} of another one, which writes it elsewhere`,
    fix: 'create the analysis in this app',
  }));
}

/** The objects of such questions; that they are not here is told already. */
export function strangers(scope: IConstruct, intent: RolloutIntent): readonly ObjectName[] {
  return strangersAmong(scope, askedAnalyses(intent.strategy));
}

/** The same among some questions. */
export function strangersAmong(scope: IConstruct, asked: readonly AskedAnalysis[]): readonly ObjectName[] {
  return askedElsewhere(scope, asked).map(({ analysis: { name, published } }) => ({
    kind: published?.clusterWide ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate', name: published?.name ?? name,
  }));
}

function askedElsewhere(scope: IConstruct, asked: readonly AskedAnalysis[]) {
  return asked.filter(({ analysis }) => {
    const publisher = publishers.get(analysis);
    return publisher !== undefined && publisher.node.root !== scope.node.root;
  });
}

/** Properties that a platform team has decided above. */
export function lockedProblems(scope: Construct, props: CommonRolloutProps, intent: RolloutIntent): readonly Problem[] {
  const given = (['controller', 'source', 'telemetry', 'alerts', 'gitOps'] as const).filter(name => props[name] !== undefined);
  return lockedAmong(scope, given, askedAnalyses(intent.strategy), 'rollout');
}

/** The same of whatever was given, and among some questions. */
export function lockedAmong(
  scope: Construct, given: readonly (keyof RolloutDefaultsOptions)[], questions: readonly AskedAnalysis[], owner: string,
): readonly Problem[] {
  const own = given.map(name => ({ name, property: name as string }));
  const asked = questions.filter(({ analysis }) => analysis.published === undefined).flatMap(({ analysis, property }) =>
    (['source', 'telemetry'] as const).filter(name => analysis[name] !== undefined).map(name => ({ name, property: `${property}.${name}` })));
  const properties = new Map([...own, ...asked].map(({ name, property }) => [property, RolloutDefaults._lockedFor(scope, name)]));
  return [...properties].flatMap(([property, reason]) => reason === undefined ? [] : [lockedProblem(property, reason, owner)]);
}

/** The same for a question that is an object of its own. */
export function lockedQuestionProblems(scope: Construct, analysis: AnalysisIntent): readonly Problem[] {
  const { question } = analysis;
  const held = question.kind !== 'template' ? [{ member: analysis, owner: '' }]
    : question.members.map((member, index) => ({ member, owner: `analyses[${index}].` })).filter(({ member }) => member.published === undefined);
  return held.flatMap(({ member, owner }) => (['source', 'telemetry'] as const).flatMap(name => {
    const reason = member[name] === undefined ? undefined : RolloutDefaults._lockedFor(scope, name);
    return reason === undefined ? [] : [lockedProblem(`${owner}${name}`, reason, 'analysis')];
  }));
}

function lockedProblem(property: string, reason: string, owner: string): Problem {
  return { property, message: `is locked above this ${owner}, because ${reason}`, fix: 'leave it out' };
}
