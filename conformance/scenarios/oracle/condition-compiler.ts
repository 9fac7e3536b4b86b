// What compiles, as the oracle tells it of templates: a condition is refused when it compiles for no type of value that its provider gives.
import { BOOL, LIST, MAP, NIL, NUMBER, NUMBERS, TEXT } from '../../../src/expressions/types';
import type { Type } from '../../../src/expressions/types';
import type { Fields } from '../../harness/objects';

interface Provider {
  readonly fields: Fields;
  /** Of what it gives. */
  readonly types: readonly Type[];
}

export const PROVIDERS: Readonly<Record<string, Provider>> = {
  graphite: { fields: { address: 'http://graphite', query: 'up' }, types: [NUMBERS] },
  datadog: { fields: { apiVersion: 'v2', query: 'up' }, types: [NUMBER, NIL] },
  wavefront: { fields: { address: 'wavefront', query: 'up' }, types: [NUMBER, NUMBERS] },
  influxdb: { fields: { query: 'up' }, types: [LIST] },
  skywalking: { fields: { query: 'up' }, types: [MAP] },
  web: { fields: { url: 'http://web' }, types: [NUMBER, TEXT, BOOL, MAP, LIST, NIL] },
};

/** Asks about a template in which every provider meets each of the conditions. */
export function templateWith(conditions: readonly string[]): Fields {
  const metrics = conditions.flatMap((condition, at) => Object.entries(PROVIDERS).map(([provider, { fields }]) => {
    return { name: nameOf(provider, at), provider: { [provider]: fields }, successCondition: compilable(condition) };
  }));
  const template = { apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'template' }, spec: { metrics } };
  return { schema: false, objects: [template] };
}

/** The oracle wants a type that is surely true or false, the controller a value that is: what it comes to in the end is not asked here. */
export function compilable(condition: string): string {
  return `${condition}\n; true`;
}

export function refusalOf(verdicts: readonly Fields[], provider: string, at: number): string | undefined {
  const refusals = verdicts.filter(({ check }) => check === 'condition').map(({ message }) => message as string);
  return refusals.find(message => message.startsWith(`metric "${nameOf(provider, at)}"`));
}

function nameOf(provider: string, at: number): string {
  return `${provider}-${at}`;
}
