// What compiles, as the oracle tells it of templates: a condition is refused when it compiles for no type of value that its provider gives.
import { answersOf } from '../../../src/expressions/answers';
import type { Type } from '../../../src/expressions/types';
import type { Fields } from '../../harness/objects';

interface Provider {
  readonly fields: Fields;
  /** Of what it gives. */
  readonly types: readonly Type[];
}

const FIELDS: Readonly<Record<string, Fields>> = {
  prometheus: { address: 'http://prometheus', query: 'up' },
  graphite: { address: 'http://graphite', query: 'up' },
  datadog: { apiVersion: 'v2', query: 'up' },
  newRelic: { query: 'up' },
  wavefront: { address: 'wavefront', query: 'up' },
  influxdb: { query: 'up' },
  skywalking: { query: 'up' },
  cloudWatch: { metricDataQueries: [] },
  web: { url: 'http://web' },
};

export const PROVIDERS: Readonly<Record<string, Provider>> = Object.fromEntries(Object.entries(FIELDS).map(([name, fields]) => {
  return [name, { fields, types: answersOf(name) ?? [] }];
}));

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
