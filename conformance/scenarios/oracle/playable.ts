// Programs of Flagger that the lab can play, with what the simulator says of their runs.
import type { Ran } from './programs-process';
import { readGraph } from '../../../src/graph/graph';
import type { Manifest } from '../../../src/manifests/manifest';
import { readRunSettings } from '../../../src/plan/flagger/read-run-settings';
import type { RunSettings } from '../../../src/plan/flagger/run-settings';
import { runToEnd } from '../../../src/plan/flagger/run-to-end';
import type { TickInput } from '../../../src/plan/flagger/script';
import { terminates } from '../../../src/plan/flagger/terminates';
import type { PredictedRun } from '../../harness/flagger-run';
import type { Series } from '../../harness/metrics';
import type { Fields, KubeObject } from '../../harness/objects';
import type { Replies } from '../../harness/receiver';
import type { Scenario } from '../../harness/scenario';

/** One that lasts longer shows nothing more. */
const MOST_TICKS = 40;
/** Pods of the lab need a moment, and a deadline does not shrink. */
const SHORTEST_DEADLINE = 30;

export interface Playable {
  readonly text: string;
  readonly objects: readonly KubeObject[];
  readonly settings: RunSettings;
  readonly replies: Replies;
  readonly questions: readonly Question[];
}

interface Question {
  readonly name: string;
  readonly query: RegExp;
  /** The worst that is still good. */
  readonly good: number;
  readonly bad: number;
}

/** Undefined where somebody stands in the way whom the lab does not have, or where it lasts too long. */
export function playable({ text, objects = [] }: Ran): Playable | undefined {
  const canary = objects.find(({ kind }) => kind === 'Canary');
  if (!canary) return undefined;
  const settings = readRunSettings(readGraph(objects.map(manifest => ({ manifest: manifest as Manifest }))).canaries[0]!);
  const questions = questionsOf(objects, canary.spec.analysis.metrics ?? []);
  const replies = repliesTo(canary.spec.analysis.webhooks ?? []);
  if (!settings || !questions || !replies || settings.suspended || canary.spec.autoscalerRef?.kind === 'ScaledObject') return undefined;
  const termination = terminates(settings);
  const isShort = termination.ends && termination.succeedsAtTick <= MOST_TICKS && settings.threshold <= MOST_TICKS;
  if (!isShort || canary.spec.progressDeadlineSeconds < SHORTEST_DEADLINE) return undefined;
  return { text, objects: objects as KubeObject[], settings, replies, questions };
}

/** Undefined where another store is asked than a Prometheus without credentials, or two questions cannot be told apart. */
function questionsOf(objects: readonly Fields[], metrics: readonly Fields[]): Question[] | undefined {
  const questions = metrics.map(({ name, templateRef, thresholdRange: { min, max } = {} as Fields }: Fields): Question | undefined => {
    const template = objects.find(({ kind, metadata }) => kind === 'MetricTemplate' && metadata.name === templateRef?.name)?.spec;
    const isAnswered = template?.provider.type === 'prometheus' && !template.provider.secretRef;
    if (!isAnswered || (min ?? max) === undefined) return undefined;
    return { name, query: patternOf(template.query), good: min ?? max, bad: min === undefined ? max + 1 : min - 1 };
  });
  const texts = questions.map(question => question?.query.source);
  return questions.some(question => !question) || new Set(texts).size < texts.length ? undefined : questions as Question[];
}

/** The query with whatever Flagger fills in. White space is sent otherwise than it is written. */
function patternOf(query: string): RegExp {
  const parts = query.trim().split(/\{\{[^}]*\}\}/).map(part => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s*'));
  return new RegExp(`^${parts.join('.*')}$`);
}

/** Everybody lets it pass, and nobody takes it back. Undefined where one address would have to do both. */
function repliesTo(webhooks: readonly Fields[]): Replies | undefined {
  const pathsOf = (are: (type: string) => boolean): string[] => webhooks.filter(({ type }) => are(type)).map(({ url }) => new URL(url).pathname);
  const [back, others] = [pathsOf(type => type === 'rollback'), pathsOf(type => type !== 'rollback')];
  if (back.some(path => others.includes(path))) return undefined;
  return { ...Object.fromEntries(others.map(path => [path, 200])), ...Object.fromEntries(back.map(path => [path, 403])) };
}

/** Whether bad answers can take it back. */
export function isAsked({ settings, questions }: Playable): boolean {
  return !settings.skipAnalysis && questions.length > 0;
}

/** Its run on the real Flagger, with ticks of a second, which goes as it is predicted. */
export function scenarioOf({ text, objects, settings, replies, questions }: Playable, id: string, answers: 'good' | 'bad'): Scenario {
  const series: Series[] = questions.map(({ name, query, [answers]: answer }) => ({ name, query, answer }));
  const predicted = predict(settings, answers === 'good' ? 'pass' : 'fail', questions);
  const phase = answers === 'good' ? 'Succeeded' : 'Failed';
  return {
    id,
    why: `with ${answers} answers it ends as ${phase}, at the tick that is predicted: ${text}`,
    engine: 'flagger',
    manifests: () => withOwnService(structuredClone(objects) as KubeObject[], id),
    factor: settings.intervalSeconds,
    series,
    replies,
    until: { phase, quiet: 2 },
    expect: { phase, weight: predicted.states.at(-1)!.canaryWeight, predicted },
  };
}

/** What Kuma is told is of no namespace and named like the Service: two of a name would be one. */
function withOwnService(objects: KubeObject[], id: string): KubeObject[] {
  const canary = objects.find(({ kind }) => kind === 'Canary')!;
  if (canary.spec.provider === 'kuma') canary.spec.service.name = `shop-${id.replace(/\W+/g, '-')}`;
  return objects;
}

function predict(settings: RunSettings, metrics: 'pass' | 'fail', [first]: readonly Question[]): PredictedRun {
  let asked = 0;
  const input: TickInput = Object.defineProperty({}, 'metrics', { get: () => { asked += 1; return metrics; } });
  const { ticks } = runToEnd(settings, { then: input }, { atMostTicks: 2 * MOST_TICKS });
  const states = ticks.map(({ phase, statusWeight, iterations, failedChecks }) => ({ phase, canaryWeight: statusWeight, iterations, failedChecks }));
  const isPlain = settings.provider !== 'kubernetes' && settings.match === 'none' && settings.affinity === 'none';
  return {
    lastTick: ticks.at(-1)!.number,
    states: distinct(states),
    ...isPlain && { routes: distinct(ticks.map(({ canaryWeight }) => canaryWeight)) },
    // after the first bad answer nobody asks for the others
    asked: first && asked > 0 ? { [first.name]: asked } : {},
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return values.filter((value, index) => JSON.stringify(value) !== JSON.stringify(values[index - 1]));
}
