import { holesOf, ofExperiment } from './arguments';
import type { Fixed } from './arguments';
import { isMeasured, isOwnQuery } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';
import type { ArgumentSource } from '../../intent/argument';
import { isDifference, variantService } from '../../intent/experiment';
import type { ExperimentIntent, ExperimentQuestionIntent } from '../../intent/experiment';
import type { Problem } from '../../intent/problem';
import { show } from '../../intent/problem';
import { holeNames } from '../../intent/query';
import type { HoleName } from '../../intent/query';
import { argumentsOf, questionsIn } from '../../intent/template';
import type { AnalysisArgument } from '../../manifests/argo-rollouts.generated';
import { known } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** Stands where something is not known, so that it is told once, and not by every rule that comes upon it. */
const missing = '';

/** What has to be filled in for a question to be asked; a comparison asks its question of both variants. */
export function holesOfQuestion(question: ExperimentQuestionIntent, intent: ExperimentIntent): readonly HoleName[] {
  const holes = holesOf(question.analysis, intent);
  return isDifference(question) ? holeNames.filter(name => name === 'stable-hash' || holes.includes(name)) : holes;
}

/** What a template of the experiment's own can say by itself: all but the hashes, which nobody knows before there are pods. */
export function fixedByExperiment(question: ExperimentQuestionIntent, intent: ExperimentIntent): Fixed {
  return Object.fromEntries(holeNames.flatMap(name => {
    const value = ofHole(name, question, intent) ?? missing;
    return isHash(value) ? [] : [[name, value]];
  }));
}

/** What the experiment supplies to the run of a question. */
export function suppliedByExperiment(question: ExperimentQuestionIntent, intent: ExperimentIntent): readonly AnalysisArgument[] {
  const { analysis, args } = question;
  const values = new Map<string, Leaf<string>>();
  const set = (name: string, value: Leaf<string> | undefined) => value === undefined ? undefined : values.set(name, value);
  for (const name of holesOfQuestion(question, intent)) {
    const value = ofHole(name, question, intent) ?? missing;
    if (analysis.published !== undefined || isHash(value)) set(name, value);
  }
  for (const { name, source } of argumentsOf(analysis)) {
    if (source !== undefined && source.kind !== 'value') set(name, valueOf(source, question, intent));
  }
  for (const { name, source } of args) if (source !== undefined) set(name, valueOf(source, question, intent));
  return [...values].map(([name, value]) => ({ name, value }));
}

/** What a question wants to know that the experiment does not. */
export function unknownToExperiment(question: ExperimentQuestionIntent, intent: ExperimentIntent): readonly Problem[] {
  const { analysis, property } = question;
  const holes = holesOfQuestion(question, intent);
  const wanted = [
    // a text that is not known yet may ask for anything, and for nothing
    ...holes.length === holeNames.length ? [] : holes,
    ...argumentsOf(analysis).flatMap(({ source }) => source?.kind === 'canary-hash' || source?.kind === 'stable-hash' ? [source.kind] : []),
  ];
  const lacking = [...new Set(wanted)].filter(name => ofHole(name, question, intent) === undefined);
  const mixed = wanted.includes('canary-hash') && byPodNames(analysis) === undefined ? [{
    property,
    message: `asks some questions by the names of pods and some by their hash, and its run has one value for ${show('canary-hash')}`,
    fix: 'ask them one by one',
  }] : [];
  return [...lacking.map(name => lack(name, question)), ...mixed];
}

function lack(name: HoleName, { property, of, against }: ExperimentQuestionIntent): Problem {
  switch (name) {
    case 'canary-hash': return { property: `${property}.of`, message: 'must say which variant the question is about, got none', fix: 'write the name of a variant' };
    case 'stable-hash': return { property: `${property}.against`, message: 'must say which variant it is compared with, got none', fix: 'write the name of a variant' };
    case 'canary-service': return noService(property, 'of', of);
    case 'stable-service': return noService(property, 'against', against);
    default: return {
      property, message: `asks for the ${name} of the experiment, which is not known here`, fix: 'give the chart a namespace, or write metadata: { namespace: ... }',
    };
  }
}

function noService(property: string, option: string, variant: string | undefined): Problem {
  return {
    property: `${property}.${option}`,
    message: variant === undefined ? 'must say whose Service is asked, got none' : `must be a variant with a Service, which the question asks, got ${show(variant)} without one`,
    fix: variant === undefined ? 'write the name of a variant with service: true' : `write service: true at the variant ${show(variant)}`,
  };
}

function valueOf(source: ArgumentSource, question: ExperimentQuestionIntent, intent: ExperimentIntent): Leaf<string> | undefined {
  switch (source.kind) {
    case 'value': return source.value;
    case 'canary-hash': case 'stable-hash': return ofHole(source.kind, question, intent);
    case 'variant': case 'experiment': return ofExperiment(source);
    default: return undefined; // told as a problem: a field has no place in an experiment, a Secret is named by a template
  }
}

function ofHole(name: HoleName, question: ExperimentQuestionIntent, intent: ExperimentIntent): Leaf<string> | undefined {
  const { of, against, analysis } = question;
  const variant = (wanted: string | undefined) => intent.variants.find(each => each.name === wanted);
  switch (name) {
    case 'canary-hash': return of === undefined ? undefined : hashOf(of, analysis);
    case 'stable-hash': return against === undefined ? undefined : hashOf(against, analysis);
    case 'namespace': return intent.namespace;
    case 'rollout': return intent.name;
    case 'canary-service': return variantService(intent.name, variant(of));
    case 'stable-service': return variantService(intent.name, variant(against));
  }
}

/**
 * Pods of a rollout are `<rollout>-<hash>-<five characters>`, those of an experiment `<experiment>-<variant>-<five characters>`. Whoever
 * puts the hash into the name of a pod is given the variant, and whoever compares it with a label is given the hash.
 */
function hashOf(variant: string, analysis: AnalysisIntent): string {
  return byPodNames(analysis) === true ? variant : ofExperiment({ kind: 'variant', variant, part: 'hash' });
}

function isHash(value: Leaf<string>): boolean {
  return known(value)?.startsWith('{{templates.') === true;
}

const inPodName = /\{\{\s*args\.rollout\s*\}\}-\{\{\s*args\.(canary|stable)-hash\s*\}\}/;

/** Whether it knows pods by their names; undefined: some of its questions do, and some do not. */
export function byPodNames(analysis: AnalysisIntent): boolean | undefined {
  const answers = new Set(questionsIn(analysis).map(each => {
    if (!isMeasured(each)) return false;
    const { question } = each;
    return !isOwnQuery(question) || inPodName.test(known(question.query) ?? '');
  }));
  return answers.size > 1 ? undefined : answers.has(true);
}
