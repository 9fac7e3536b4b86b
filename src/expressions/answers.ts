import { ANY, ANYTHINGS, BOOL, LIST, MAP, MAPS, NIL, NUMBER, NUMBERS, TEXT } from './types';
import type { Type } from './types';

/** Of CloudWatch: the fields of Go's own type, which the controller hands on as it is. */
const CLOUD_WATCH: Type = {
  kind: 'list',
  of: { kind: 'struct', fields: { Id: ANY, Label: ANY, Messages: ANYTHINGS, StatusCode: TEXT, Timestamps: ANYTHINGS, Values: NUMBERS } },
  isMixed: false,
};

/** What each provider may hand to a condition, the likeliest first; those that are not here judge for themselves. */
const answers: Readonly<Record<string, readonly [Type, ...Type[]]>> = {
  prometheus: [NUMBERS, NUMBER],
  graphite: [NUMBERS],
  datadog: [NUMBER, NIL],
  newRelic: [MAP, MAPS],
  wavefront: [NUMBER, NUMBERS],
  influxdb: [LIST],
  skywalking: [MAP],
  cloudWatch: [CLOUD_WATCH],
  web: [NUMBER, TEXT, BOOL, MAP, LIST, NIL],
};

/** The types of what a provider answers; undefined for one that looks at no condition. */
export function answersOf(provider: string): readonly [Type, ...Type[]] | undefined {
  return Object.hasOwn(answers, provider) ? answers[provider] : undefined;
}
