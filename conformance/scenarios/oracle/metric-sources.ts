// Every metric source: what it writes, and what its conditions make of the answers that its provider gives.
import { argo, askArgo, told } from './argo';
import type { MetricStore } from '../../../src/intent/metric-source';
import type { Specimen } from '../../../test/metrics/conformance';
import { specimens } from '../../../test/metrics/specimens';
import type { Fields } from '../../harness/objects';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

const SILENCES = ['nothing', 'failure', 'success'] as const;
const ROLES = ['gate', 'guard'] as const;
const KINDS = ['at-least', 'at-most'] as const;
const THRESHOLD = 99;

interface Asked {
  readonly role: (typeof ROLES)[number];
  readonly kind: (typeof KINDS)[number];
  readonly silence: (typeof SILENCES)[number];
}

const ALL = ROLES.flatMap(role => KINDS.flatMap(kind => SILENCES.map((silence): Asked => ({ role, kind, silence }))));

export const check: Check = {
  ...argo,
  id: 'oracle/metric-sources',
  why: 'what a metric source writes is taken, and tells good from bad and from no data as it says',
  check: async binaries => [...await refused(binaries), ...(await Promise.all(specimens.map(specimen => misjudged(binaries, specimen)))).flat()],
};

/** What the API server or the controller does not take. */
async function refused(binaries: Binaries): Promise<string[]> {
  const stores = specimens.flatMap(({ source, others = [], query }) => [source, ...others].map(({ _store: store }) => ({ store, query })))
    .filter(({ store }) => store.argo !== undefined);
  const objects = stores.flatMap(({ store, query }) => ALL.map(asked => fragment(store, query, asked))).map((metric, index) => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: `x-${index}` },
    spec: { args: ARGUMENTS, metrics: [{ name: 'x', ...metric }] },
  }));
  const [{ verdicts }] = await askArgo(binaries, [{ objects }]);
  return (verdicts as Parameters<typeof told>[0][]).map(told);
}

/** The Secrets that one of them reads. */
const ARGUMENTS = ['prometheus_bearer', 'store_client-secret', 'store_token'].map(name => ({ name, valueFrom: { secretKeyRef: { name: 'x', key: 'x' } } }));

/** Answers of which the conditions make something else than they should. */
async function misjudged(binaries: Binaries, { source, name = source.sourceName, query, answer, silent = [] }: Specimen): Promise<string[]> {
  if (answer === undefined) return [];
  const cases = [
    ...[98, THRESHOLD, 100].map(value => ({ value, result: answer(value) })),
    ...silent.map(result => ({ value: undefined, result })),
  ];
  const answers = await askArgo(binaries, ALL.map(asked => {
    const { successCondition, failureCondition } = fragment(source._store, query, asked);
    return { ask: 'condition', successCondition, failureCondition, results: cases.map(({ result }) => asAnswer(result, answer(THRESHOLD))), jsonPath: '{$.answer}' };
  }));
  return ALL.flatMap((asked, at) => cases.flatMap(({ value, result }, index) => {
    const { phase, message = '' } = (answers[at]!.measurements as Fields[])[index]!;
    const wanted = value === undefined ? ofSilence(asked) : ofNumber(asked, value);
    return phase === wanted ? [] : [`${name}, ${Object.values(asked).join(' ')}, ${JSON.stringify(result)}: expected ${wanted}, got ${phase} ${message}`];
  }));
}

function fragment(store: MetricStore, query: string, { role, kind, silence }: Asked) {
  return store.argo!.judged({ query, role, silence, criterion: { kind, threshold: THRESHOLD }, windowSeconds: 300 });
}

/** Lists of numbers are of the type of Prometheus', and everything else of that of a web service's. */
function asAnswer(result: unknown, like: unknown): Fields {
  const areNumbers = Array.isArray(like) && like.every(each => typeof each === 'number');
  return areNumbers ? { vector: (result as number[]).map(each => Number.isNaN(each) ? 'NaN' : each) } : { web: { answer: result } };
}

function ofNumber({ kind }: Asked, value: number): string {
  const isGood = kind === 'at-least' ? value >= THRESHOLD : value <= THRESHOLD;
  return isGood ? 'Successful' : 'Failed';
}

function ofSilence({ role, silence }: Asked): string {
  if (silence === 'failure') return 'Failed';
  return silence === 'success' || role === 'guard' ? 'Successful' : 'Inconclusive';
}
