import type { CanaryNode } from '../../graph/canary';
import { PRIMARY } from '../../graph/canary-target';
import type { Field } from '../../graph/field';
import { SCALED_OBJECT } from '../../graph/scaler';
import type { ScalerNode } from '../../graph/scaler';
import { scalar, write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { nearest, shown } from '../wording';

/** What KEDA knows and Flagger does not, which reads and writes the whole object. */
const LOST: readonly (readonly string[])[] = [['initialCooldownPeriod'], ['advanced', 'scalingModifiers'], ['fallback', 'behavior']];

export const canaryScaledObject: Rule = {
  id: 'canary-scaled-object',
  class: 'risky',
  summary: 'a ScaledObject that a Canary names comes out right as that of the primary',
  why: 'Flagger copies it, and puts the primary in the place of the target in each query: the queries that are written for the primary go by the names of triggers, and without any the name of the target is replaced as text, in other words too; fields that Flagger does not know are lost in the original as well',
  covers: ['FK-01', 'FK-02', 'FK-04'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const { scaler } = canary;
    if (scaler?.groupKind === SCALED_OBJECT) {
      yield* judgeFields(canary, scaler);
      yield* judgeQueries(canary, scaler.spec.at('triggers').items());
    }
  }),
};

function* judgeFields(canary: CanaryNode, { spec }: ScalerNode): Iterable<Remark> {
  const lost = [...LOST.map(([first, ...keys]) => spec.at(first, ...keys)), ...spec.at('triggers').items().map((trigger) => trigger.at('useCachedMetrics'))];
  for (const field of lost.filter(({ exists }) => exists)) {
    yield remark(field, `is lost as soon as Flagger pauses or resumes it for ${canary.resource}, and the primary is without it`, `drop ${String(field.path[field.path.length - 1])}`, { about: canary });
  }
}

function* judgeQueries({ spec, targetName }: CanaryNode, triggers: readonly Field[]): Iterable<Remark> {
  const queries = spec.at('autoscalerRef', 'primaryScalerQueries');
  const asking = triggers.filter((trigger) => trigger.at('metadata').textAt('query') !== undefined);
  const names = asking.flatMap((trigger) => trigger.textAt('name') ?? []);
  if (queries.isUnknown || targetName === undefined) {
    return;
  }
  for (const [key, query] of queries.entries().filter(([name]) => triggers.every((trigger) => trigger.textAt('name') !== name))) {
    const meant = nearest(key, names) ?? names.find((name) => !queries.has(name));
    const fix = meant === undefined ? `write name: ${scalar(key)} in the trigger that it is for` : `write ${scalar(meant)}: ${scalar(query.text ?? '...')} instead`;
    yield remark(query, `must be for a trigger of the ScaledObject, got ${shown(key)}, which names none`, fix);
  }
  for (const trigger of asking) {
    const [name, query] = [trigger.textAt('name'), trigger.at('metadata').textAt('query') ?? ''];
    const wrong = queries.isMap ? undefined : replacedIn(query, targetName);
    const message = queries.isMap && name !== undefined && !queries.has(name) ? `must have the query for trigger ${name} too, which keeps that of the target else`
      : wrong === undefined ? undefined : `must have the query of the primary: Flagger makes ${shown(wrong)} of a part of that of the target`;
    if (message !== undefined) {
      const field = queries.at(name ?? 'requests');
      const fix = write(field, ofPrimary(query, targetName));
      yield remark(field, message, name === undefined ? `${fix}, and name the trigger so` : fix);
    }
  }
}

/** What begins and goes on with a name is another name. */
const WORD = String.raw`[\w:-]`;

/** A word with the name of the target in it, as Flagger would change it. */
function replacedIn(query: string, target: string): string | undefined {
  const words = query.replace(ofCanary(target), ' ').matchAll(new RegExp(`${WORD}*${escaped(target)}${WORD}*`, 'g'));
  const [wrong] = [...words].map(([word]) => word).filter((word) => ![target, `${target}-`].includes(word));
  return wrong?.replaceAll(target, `${target}${PRIMARY}`);
}

function ofPrimary(query: string, target: string): string {
  return query.replace(ofCanary(target), `${target}${PRIMARY}`).replace(new RegExp(`(?<!${WORD})${escaped(target)}(?!-?[\\w:])`, 'g'), `${target}${PRIMARY}`);
}

/** The name of the canary, which is one whatever stands before and behind it: namespaces and ports are put there. */
function ofCanary(target: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${escaped(target)}-canary(?![A-Za-z0-9])`, 'g');
}

function escaped(text: string): string {
  return text.replace(/[.\\^$*+?()[\]{}|]/g, '\\$&');
}
