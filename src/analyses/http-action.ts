import { actionProblems } from './action-options';
import { HttpMethod } from './http-action-options';
import type { HttpActionOAuth2, HttpActionOptions } from './http-action-options';
import { unmeasured } from './unmeasured';
import type { HttpQuestion, OAuth2Intent } from '../intent/action';
import type { AnalysisIntent } from '../intent/analysis';
import { isJsonObject, lastingSeconds, wholeNumber } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import { secretArgument, secretKey, secretPlaceholder } from '../intent/secret-reference';
import type { SecretKey } from '../intent/secret-reference';
import { fits } from '../manifests/leaf';

export function httpIntent(owner: string, options: HttpActionOptions): AnalysisIntent {
  const { name = 'http', args, oauth2 } = options;
  refuse(owner, ...actionProblems({ ...options, name }), ...requestProblems(options), ...answerProblems(options));
  const keys = [...secretHeadersOf(options).map(({ secret }) => secret), ...(oauth2 === undefined ? [] : [clientSecret(oauth2)])];
  const intent = unmeasured(name, question(options), args);
  return { ...intent, args: [...intent.args, ...keys.map(secretArgument)], timing: { initialDelaySeconds: secondsOfOptional(options.initialDelay) } };
}

function question(options: HttpActionOptions): HttpQuestion {
  const { url, method, headers, body, json, timeout, insecure, oauth2, retries, jsonPath, successCondition, failureCondition } = options;
  return {
    kind: 'http',
    method: method ?? (body === undefined && json === undefined ? 'GET' : 'POST'),
    url,
    headers: [
      ...Object.entries(headers ?? {}).map(([name, value]) => ({ name, value })),
      ...secretHeadersOf(options).map(({ name, secret }) => ({ name, value: secretPlaceholder(secret) })),
    ],
    body,
    jsonBody: json === undefined ? undefined : JSON.parse(json) as Record<string, unknown>,
    timeoutSeconds: secondsOfOptional(timeout),
    insecure: insecure ?? false,
    oauth2: oauth2 && token(oauth2),
    answer: jsonPath === undefined ? undefined : { jsonPath, success: successCondition, failure: failureCondition },
    retries: retries ?? 0,
  };
}

function token(options: HttpActionOAuth2): OAuth2Intent {
  const { tokenUrl, clientId, scopes } = options;
  return { tokenUrl, clientId, clientSecret: secretPlaceholder(clientSecret(options)), scopes: scopes ?? [] };
}

function clientSecret({ clientSecret: reference }: HttpActionOAuth2): SecretKey {
  return secretKey(reference, 'client-secret');
}

function secretHeadersOf({ secretHeaders }: HttpActionOptions): readonly { readonly name: string; readonly secret: SecretKey }[] {
  return Object.entries(secretHeaders ?? {}).map(([name, reference]) => ({ name, secret: secretKey(reference, name) }));
}

function requestProblems({ url, method, body, json, timeout, retries }: HttpActionOptions): (Problem | undefined)[] {
  const bodyOf = body === undefined ? 'json' : 'body';
  return [
    fits(url, known => /^(https?:\/\/|\{\{)/.test(known)) ? undefined : {
      property: 'url', message: `must begin with http:// or https://, got ${show(url)}`, fix: `write ${show(`http://${url.replace(/^\W+/, '') || 'checkout.shop'}`)}`,
    },
    body !== undefined && json !== undefined ? { property: 'json', message: 'cannot be combined with body', fix: 'keep the one you mean' } : undefined,
    (body !== undefined || json !== undefined) && method === HttpMethod.GET ? {
      property: 'method', message: `must be POST or PUT with a ${bodyOf}, got GET, which the controller refuses`, fix: `leave it out, or drop the ${bodyOf}`,
    } : undefined,
    json === undefined || isJsonObject(json) ? undefined : { property: 'json', message: `must be a JSON object, got ${show(json)}`, fix: 'write for example {"version": 2}' },
    lastingSeconds('timeout', secondsOfOptional(timeout)),
    wholeNumber('retries', retries),
  ];
}

function answerProblems({ jsonPath, successCondition, failureCondition }: HttpActionOptions): (Problem | undefined)[] {
  const condition = successCondition === undefined && failureCondition === undefined ? undefined : successCondition === undefined ? 'failureCondition' : 'successCondition';
  if (jsonPath === undefined) {
    return [condition && { property: 'jsonPath', message: `must say what ${condition} is about, got none`, fix: 'write for example {$.status}' }];
  }
  return [
    condition === undefined ? { property: 'successCondition', message: 'must be given with jsonPath, or failureCondition: without one every answer is good', fix: 'write for example result == "passed"' } : undefined,
    fits(jsonPath, known => /\{\s*[^}\s]/.test(known) && !wholeAnswer.test(known)) ? undefined : {
      property: 'jsonPath', message: `must lead into the answer, got ${show(jsonPath)}: a whole answer that is null would end the controller`, fix: 'write for example {$.status}',
    },
  ];
}

/** `{$}` and its like. */
const wholeAnswer = /\{\s*[$@.\s]*\}/;
