import { dialectOf, isMeasured } from '../../intent/analysis';
import type { JudgedQuestion, MeasuredAnalysis } from '../../intent/analysis';
import { askedAnalyses } from '../../intent/asked';
import { countsRequests } from '../../intent/protocol';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import { questionsIn } from '../../intent/template';

interface DisasterQuestion {
  readonly analysis: MeasuredAnalysis;
  readonly args: readonly [];
  readonly property: string;
  readonly template?: undefined;
}

/** Pods of the canary are new in every release, so that what is counted since they began is about this one. */
const silent = { noData: { kind: 'accept' }, minimumRequests: 0, timing: {}, limits: {}, args: [], scope: 'canary' } as const;

/**
 * What ends a release whatever else is asked, as questions beside the others. Flagger tolerates as many failures of these as of any other;
 * where nothing is known of the pods they stay silent.
 */
export function catastropheQuestions(intent: FlaggerRolloutIntent): readonly DisasterQuestion[] {
  const { catastrophe } = intent.strategy;
  const asked = askedAnalyses(intent.strategy).flatMap(({ analysis }) => questionsIn(analysis)).filter(isMeasured);
  const model = asked.find(({ scope, question }) => scope === 'canary' && aboutRequests.includes(question.kind)) ?? asked[0];
  const dialect = dialectOf(model, intent);
  const source = model?.source ?? intent.source;
  if (catastrophe === undefined || source._store.language !== dialect.language) return [];
  const question = (name: string, judged: JudgedQuestion, property: string) => ({
    analysis: { ...silent, name, question: judged, ...model === undefined ? {} : { telemetry: model.telemetry, source: model.source } },
    args: [] as const,
    property: `catastrophe.${property}`,
  });
  // another one about good or bad requests is stricter
  const isJudged = asked.some(({ question: { kind } }) => kind === 'success-rate' || kind === 'error-rate');
  const counts = model !== undefined && aboutRequests.includes(model.question.kind) && countsRequests(intent.protocol, dialect);
  return [
    ...counts && !isJudged ? [question('catastrophic-errors', { kind: 'error-rate', atMost: catastrophe.errorsAbovePercent }, 'errors')] : [],
    question('restarts', { kind: 'restarts', onlyOutOfMemory: false, atMost: catastrophe.restartsAbove }, 'restarts'),
    ...catastrophe.outOfMemory ? [question('out-of-memory', { kind: 'restarts', onlyOutOfMemory: true, atMost: 0 }, 'outOfMemory')] : [],
  ];
}

const aboutRequests = ['success-rate', 'error-rate', 'request-rate', 'latency', 'baseline'];
