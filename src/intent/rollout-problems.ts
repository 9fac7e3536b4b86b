import { dialectOf } from './analysis';
import { askedAnalyses } from './asked';
import type { AskedAnalysis } from './asked';
import { replicas } from './checks';
import type { GateIntent } from './gate';
import type { Problem } from './problem';
import { show } from './problem';
import type { RolloutIntent } from './rollout';
import { known } from '../manifests/leaf';

/** What is wrong with an intent as a whole, whichever engine runs it. */
export function rolloutProblems(intent: RolloutIntent): readonly Problem[] {
  const { gates } = intent.strategy;
  return [
    replicas('replicas', intent.pods.replicas),
    ...sameName(askedAnalyses(intent.strategy)),
    ...askedTwice(gates),
    ...gates.map(gate => missingStage(gate, intent)),
    ...gates.map(gate => blindTelemetry(gate, intent)),
    ...argumentConflicts(gates),
    ...startConflicts(gates),
  ].filter(problem => problem !== undefined);
}

/** Two questions of one name would be one object. */
function sameName(asked: readonly AskedAnalysis[]): readonly Problem[] {
  const first = new Map<string, AskedAnalysis>();
  const told = new Set<string>(); // a question may stand at several gates
  return asked.flatMap(gate => {
    const other = first.get(gate.analysis.name);
    if (other === undefined) first.set(gate.analysis.name, gate);
    if (other === undefined || other.analysis === gate.analysis || told.has(gate.property)) return [];
    told.add(gate.property);
    return [{
      property: gate.property,
      message: `must not have the name ${show(gate.analysis.name)}, which ${other.property} has`,
      fix: `give one of them a name of its own, such as name: ${show(`${gate.analysis.name}-2`)}`,
    }];
  });
}

/** One question twice at one place is one measurement, and only one of the two could have its own arguments or be a dry run. */
function askedTwice(gates: readonly GateIntent[]): readonly Problem[] {
  return gates.flatMap((gate, index) => {
    const other = gates.slice(0, index).find(({ analysis, place }) => analysis === gate.analysis && place.kind === gate.place.kind
      && (place.kind !== 'at-stage' || gate.place.kind !== 'at-stage' || place.weight === gate.place.weight));
    return other === undefined ? [] : [{
      property: gate.property, message: `asks ${show(gate.analysis.name)} where ${other.property} asks it already`, fix: 'drop one of them',
    }];
  });
}

function missingStage({ place, property }: GateIntent, intent: RolloutIntent): Problem | undefined {
  const { course } = intent.strategy;
  if (place.kind !== 'at-stage') return undefined;
  const weights = course.kind === 'ramp'
    ? course.ramp.map(stage => known(stage.weight))
    : course.steps.flatMap(step => step.kind === 'weight' ? [known(step.weight)] : []);
  if (weights.includes(place.weight)) return undefined;
  if (weights.includes(undefined)) {
    return { property, message: `cannot be placed: whether a stage has the weight ${place.weight} is not known yet`, fix: 'use Gate.eachStage' };
  }
  return { property, message: `no stage has the weight ${place.weight}; there are ${weights.join(', ')}`, fix: 'name one of these' };
}

function blindTelemetry({ analysis, property }: GateIntent, intent: RolloutIntent): Problem | undefined {
  const dialect = dialectOf(analysis, intent);
  const own = analysis.question.kind === 'threshold' || analysis.question.kind === 'verbatim';
  if (own || analysis.scope !== 'canary' || dialect.onlyBehind === undefined || dialect.onlyBehind === intent.strategy.router?.kind) return undefined;
  return {
    property: `${property}.telemetry`,
    message: `Telemetry.${dialect.name} tells the canary from the stable version only behind ${dialect.onlyBehind}, and this rollout has ${intent.strategy.router?.kind ?? 'no router'}`,
    fix: 'use Telemetry.httpRequests() or Telemetry.custom(), or split the traffic with that router',
  };
}

/** Gates that run throughout are one run, and a run has one value for each argument. */
function argumentConflicts(gates: readonly GateIntent[]): readonly Problem[] {
  const given = new Map<string, string | undefined>();
  return gates.filter(gate => gate.place.kind === 'throughout').flatMap(gate => gate.args.flatMap(({ name, source }) => {
    const value = JSON.stringify(source?.kind === 'value' ? known(source.value) : source);
    const other = given.get(name);
    given.set(name, value);
    return other === undefined || other === value ? [] : [{
      property: `${gate.property}.args`,
      message: `gives ${show(name)} the value ${value}, and another gate of the same run gives it ${other}`,
      fix: 'give the arguments different names',
    }];
  }));
}

/** They also begin together. */
function startConflicts(gates: readonly GateIntent[]): readonly Problem[] {
  const throughout = gates.filter(gate => gate.place.kind === 'throughout');
  const starts = throughout.map(({ place }) => place.kind === 'throughout' ? place.fromStep : undefined);
  return throughout.slice(1).flatMap((gate, index) => starts[index + 1] === starts[0] ? [] : [{
    property: `${gate.property}.fromStep`,
    message: `must be that of ${throughout[0].property}, ${startName(starts[0])}, since all that runs throughout is one run, got ${startName(starts[index + 1])}`,
    fix: 'give them the same, or none',
  }]);
}

function startName(step: number | undefined): string {
  return step === undefined ? 'the step after the first weight' : String(step);
}
