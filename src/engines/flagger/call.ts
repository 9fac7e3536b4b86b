import { flaggerTime } from './seconds';
import type { HttpQuestion } from '../../intent/action';
import type { AnalysisIntent } from '../../intent/analysis';
import type { ArgumentIntent } from '../../intent/argument';
import type { Problem } from '../../intent/problem';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { CanaryWebhook } from '../../manifests/flagger.generated';
import { joinLeaves, known, mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** A call and what cannot be said in it. */
export interface RenderedCall {
  readonly webhook?: CanaryWebhook;
  readonly property: string;
  readonly problems: readonly Problem[];
}

type Values = ReadonlyMap<string, Leaf<string>>;

const hole = /\{\{\s*args\.([\w-]+)\s*\}\}/;

/** What is known of a release before it runs, by the names that every question knows, and the values that were given. */
export function valuesFor({ name, namespace, services: { main, next } }: FlaggerRolloutIntent, args: readonly ArgumentIntent[]): Values {
  const given = args.flatMap(({ name: arg, source }): [string, Leaf<string>][] => source?.kind === 'value' ? [[arg, source.value]] : []);
  return new Map<string, Leaf<string>>([
    ['rollout', name], ['canary-service', next.name], ['stable-service', `${main.name}-primary`], ...namespace === undefined ? [] : [['namespace', namespace] as const],
    ...given,
  ]);
}

/** Flagger posts who it is about and in which phase, and takes the statuses 200 to 202 for a good answer. */
export function call(
  name: string, type: NonNullable<CanaryWebhook['type']>, { url, timeoutSeconds, retries, insecure, metadata = {} }: HttpQuestion, values: Values,
): CanaryWebhook {
  const told = Object.entries(metadata).map(([key, value]) => [key, filled(value, values)] as const);
  return {
    name,
    type,
    url: filled(url, values),
    ...(timeoutSeconds === undefined ? {} : { timeout: flaggerTime(timeoutSeconds) }),
    ...(retries === 0 ? {} : { retries }),
    ...(insecure ? { disableTLS: true } : {}),
    ...(told.length === 0 ? {} : { metadata: Object.fromEntries(told) }),
  };
}

/** What a call of Flagger has no place for. Its body is its own. */
export function unsaid({ timing }: AnalysisIntent, question: HttpQuestion, property: string, values: Values): readonly Problem[] {
  const { headers, body, jsonBody, oauth2, answer, method } = question;
  const given = {
    headers: headers.length > 0, body: body !== undefined, json: jsonBody !== undefined, oauth2: oauth2 !== undefined, jsonPath: answer !== undefined,
  };
  return [
    ...Object.entries(given).filter(([, isGiven]) => isGiven).map(([option]): Problem => ({
      property: `${property}.${option}`,
      message: 'cannot be said to Flagger, which posts a body of its own and looks at the status alone',
      fix: `leave ${option} out, or call something that knows what to do by itself`,
    })),
    ...timing.initialDelaySeconds === undefined ? [] : [{
      property: `${property}.initialDelay`, message: 'cannot be said to Flagger, which calls at once', fix: 'leave it out, or let whoever is called wait',
    }],
    ...method === 'POST' ? [] : [{
      property: `${property}.method`,
      message: `is a POST, got ${method}: Flagger sends nothing else`,
      fix: 'write method: HttpMethod.POST, and see that whoever is called takes it',
      class: 'risky',
    } as const],
    ...unfilled(question, values).map((name): Problem => ({
      property,
      message: `says {{args.${name}}}, which Flagger does not fill in: a call is made as it is written`,
      fix: name === 'namespace' ? 'give the chart a namespace' : `leave it out, or give it a value with Arg.value("${name}", ...)`,
    })),
  ];
}

function filled(text: Leaf<string>, values: Values): Leaf<string> {
  return mapLeaf(text, whole => whole.split(new RegExp(hole, 'g')).reduce<Leaf<string>>(
    (before, part, index) => joinLeaves(before, index % 2 === 0 ? part : values.get(part) ?? `{{args.${part}}}`), ''));
}

/** Holes for which there is no value, each once. */
function unfilled({ url, metadata = {} }: HttpQuestion, values: Values): readonly string[] {
  const texts = [url, ...Object.values(metadata)].map(known).filter(text => text !== undefined);
  const names = texts.flatMap(text => [...text.matchAll(new RegExp(hole, 'g'))].map(([, name]) => name));
  return [...new Set(names)].filter(name => !values.has(name));
}
