import { labelsAndAnnotations } from '../labels-and-annotations';
import { holesIn } from './query';
import type { ActionQuestion, HttpQuestion, JobQuestion, OAuth2Intent } from '../../intent/action';
import type { AnalysisIntent } from '../../intent/analysis';
import type { HoleName } from '../../intent/query';
import type { JobMetric, Metric, OAuth2, WebMetric } from '../../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../../manifests/durations';
import { known, mapLeaf } from '../../manifests/leaf';
import { knownTexts } from '../../metrics/checks';

/** A text in the place of a path is what the path gives, whatever the answer: also one that is `null`, which no path survives. */
const answered = 'answered';

/** As often as can be said. A status that is not good is an error, after which the controller asks again ten seconds later. */
const endless = 2 ** 31 - 1;

/** Something that is done once. It tolerates no failure: a limit of n on something that is done n times is never passed. */
export function actionMetric({ name, timing }: AnalysisIntent, question: ActionQuestion): Metric {
  const delay = timing.initialDelaySeconds;
  const once = { name, ...(delay === undefined ? {} : { initialDelay: mapLeaf(delay, formatGoDuration) }), count: 1, failureLimit: 0 };
  switch (question.kind) {
    case 'job': return { ...once, provider: { job: job(question) } };
    case 'http': return { ...once, consecutiveErrorLimit: question.waits === true ? endless : question.retries, ...judged(question), provider: { web: web(question) } };
  }
}

/** What an action wants to know of the release. */
export function actionHoles(question: ActionQuestion): readonly HoleName[] {
  if (question.kind === 'job') return holesIn(knownTexts(question.spec));
  const { url, headers, body, jsonBody, metadata, answer } = question;
  const texts = [url, ...headers.map(({ value }) => value), body, answer?.success, answer?.failure, ...Object.values(metadata ?? {})].map(known);
  return holesIn([...texts.filter(text => text !== undefined), ...knownTexts(jsonBody), ...metadata === undefined ? [] : knownTexts(aboutRelease)]);
}

function job({ spec, ...carried }: JobQuestion): JobMetric {
  const metadata = labelsAndAnnotations(carried);
  return { ...(Object.keys(metadata).length === 0 ? {} : { metadata }), spec: spec as unknown as JobMetric['spec'] };
}

function judged({ answer }: HttpQuestion): Pick<Metric, 'successCondition' | 'failureCondition'> {
  if (answer === undefined) return { successCondition: `result == "${answered}"` };
  return {
    ...(answer.success === undefined ? {} : { successCondition: answer.success }),
    ...(answer.failure === undefined ? {} : { failureCondition: answer.failure }),
  };
}

/** What a load tester of Flagger wants to know of a release, in the words of Flagger. */
const aboutRelease = { name: '{{args.rollout}}', namespace: '{{args.namespace}}', phase: 'Progressing' };

function bodyForLoadTester(metadata: NonNullable<HttpQuestion['metadata']>): Record<string, unknown> {
  return { ...aboutRelease, ...(Object.keys(metadata).length === 0 ? {} : { metadata }) };
}

function web({ method, url, headers, body, metadata, jsonBody, timeoutSeconds, insecure, oauth2, answer }: HttpQuestion): WebMetric {
  const json = metadata === undefined ? jsonBody : bodyForLoadTester(metadata);
  return {
    method,
    url,
    ...(headers.length === 0 ? {} : { headers: headers.map(({ name, value }) => ({ key: name, value })) }),
    ...(body === undefined ? {} : { body }),
    ...(json === undefined ? {} : { jsonBody: json }),
    jsonPath: answer?.jsonPath ?? answered,
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
    ...(insecure ? { insecure } : {}),
    ...(oauth2 === undefined ? {} : { authentication: { oauth2: token(oauth2) } }),
  };
}

function token({ tokenUrl, clientId, clientSecret, scopes }: OAuth2Intent): OAuth2 {
  return { tokenUrl, clientId, clientSecret, ...(scopes.length === 0 ? {} : { scopes }) };
}
