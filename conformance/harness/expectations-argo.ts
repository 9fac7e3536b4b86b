// What must be seen of a rollout of Argo Rollouts.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Checks } from './expectations';
import { ROOT } from './manifests';
import type { Fields } from './objects';
import { scopeProblems } from './scope';
import { distinct, entriesUpTo, stagesOf } from './stages';
import { storyOf } from './story';

export interface ArgoExpectation {
  /** Why it is paused at the end. */
  readonly pauses?: readonly string[];
  /** Whose pods a Service led to at the last weight that was not 0 or 100. */
  readonly services?: Readonly<Record<string, 'old' | 'new' | 'all'>>;
  /** How often a Service was led to another version. */
  readonly switches?: Readonly<Record<string, { readonly atLeast?: number; readonly atMost?: number }>>;
  /** Whose pods a Service was led to, each time it changed, since the new image; where it led before does not count. */
  readonly leads?: Readonly<Record<string, readonly ('old' | 'new')[]>>;
  /** At which weight, by which kind of analysis, by which metric. */
  readonly abort?: { readonly weight: number; readonly by?: string; readonly metric: string };
  /** Analyses there must have been. */
  readonly runs?: readonly Analysis[];
  /** The ConfigMaps that the ready pods name at the end; each of them has to be there. */
  readonly configs?: readonly string[];
  /** How many pods a PodDisruptionBudget lets go at the end, and of how many. */
  readonly evictable?: Readonly<Record<string, { readonly mayGo: number; readonly of: number }>>;
  /** A saved trace, from the root of the repository, that tells the same story. */
  readonly sameStory?: string;
  /** The fewest ready pods that there were behind a Service at any time, from the moment the first were there. */
  readonly fewest?: Readonly<Record<string, { readonly atLeast?: number; readonly atMost?: number }>>;
  /** How many versions there were, the first counted. */
  readonly versions?: number;
  /** Every query is about pods of the new version and no others. */
  readonly queries?: 'canary';
}

export interface Analysis {
  readonly type: 'Background' | 'Step' | 'PrePromotion' | 'PostPromotion' | 'Experiment';
  readonly phase: string;
  readonly metric?: string;
  /** Measurements of the metric, by what they were; a count that is not named may be any. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly times?: number;
}

export const argoChecks: Checks<ArgoExpectation> = {
  pauses: ({ trace, see }, pauses) => see('pauses at the end', [...pauses].sort(), [...trace.subject!.pauses].sort()),
  services: ({ trace, see }, services) => {
    const weight = stagesOf(trace).filter(stage => stage.weight > 0 && stage.weight < 100).at(-1)?.weight;
    const entries = entriesUpTo(trace, weight).filter(({ what }) => what === 'Service');
    for (const [name, whose] of Object.entries(services)) {
      const hash = entries.filter(entry => entry.name === name).at(-1)?.hash;
      see(`pods of Service ${name}`, whose, hash === undefined ? 'all' : hash === trace.subject!.hash ? 'new' : 'old');
    }
  },
  switches: ({ trace, say }, services) => {
    for (const [service, { atLeast = 0, atMost = Infinity }] of Object.entries(services)) {
      const times = trace.since.filter(({ what, name }) => what === 'Service' && name === service).length;
      if (times < atLeast || times > atMost) say(`switches of Service ${service}: expected ${atLeast} to ${atMost}, got ${times}`);
    }
  },
  leads: ({ trace, see }, services) => {
    for (const [service, wanted] of Object.entries(services)) {
      const led = trace.since.filter(({ what, name }) => what === 'Service' && name === service)
        .map(({ hash }) => hash === trace.subject!.hash ? 'new' as const : 'old' as const);
      see(`pods that Service ${service} was led to`, wanted, distinct(led).slice(led[0] === 'old' ? 1 : 0));
    }
  },
  abort: ({ trace, see, say }, { weight, by, metric }) => {
    if (!trace.subject!.aborted) {
      say('expected to be aborted, is not');
      return;
    }
    const before = trace.since.filter(({ what, aborted }) => what === 'Rollout' && aborted === false).at(-1);
    see('weight when it was aborted', weight, before?.weight);
    const failed = trace.since.find(({ what, phase }) => what === 'AnalysisRun' && ['Failed', 'Error'].includes(phase));
    if (by !== undefined) see('analysis that aborted it', by, failed?.type);
    const metrics = Object.entries<Fields>(failed?.metrics ?? {}).filter(([, result]) => ['Failed', 'Error'].includes(result.phase));
    see('metric that aborted it', [metric], metrics.map(([name]) => name));
  },
  runs: ({ trace, say }, runs) => {
    const last = trace.statesOf('AnalysisRun');
    for (const { type, phase, metric, counts = {}, times = 1 } of runs) {
      const isMeant = (run: Fields): boolean => run.type === type && run.phase === phase && (metric === undefined
        || metric in run.metrics && Object.entries(counts).every(([count, wanted]) => (run.metrics[metric][count] ?? 0) === wanted));
      const got = last.filter(isMeant).length;
      if (got === times) continue;
      const seen = last.map(run => `${run.type} ${run.phase} ${JSON.stringify(run.metrics)}`).join('; ') || 'none';
      const wanted = [type, phase, ...metric ? [metric, JSON.stringify(counts)] : []].join(' ');
      say(`analyses ${wanted}: expected ${times}, got ${got} (${seen})`);
    }
  },
  configs: ({ trace, see }, names) => {
    const named = trace.statesOf('ReplicaSet').filter(({ ready }) => ready > 0).flatMap(({ configs = [] }) => configs as string[]);
    const isThere = (name: string): boolean => trace.stateOf('ConfigMap', name)?.immutable === true && !trace.stateOf('ConfigMap', name)?.deleted;
    const got = [...new Set(named)].sort().map(name => isThere(name) ? name : `${name}, which is gone`);
    see('ConfigMaps of the pods at the end', [...names].sort(), got);
  },
  evictable: ({ trace, see }, budgets) => {
    for (const [name, wanted] of Object.entries(budgets)) {
      const { mayGo, of } = trace.stateOf('PodDisruptionBudget', name) ?? {};
      see(`pods that ${name} lets go`, wanted, { mayGo, of });
    }
  },
  sameStory: ({ trace, see }, file) => {
    const saved = storyOf(JSON.parse(readFileSync(resolve(ROOT, file), 'utf8')));
    const story = storyOf(trace.toJSON());
    for (const part of ['steps', 'analyses', 'end'] as const) see(`${part}, as in ${file}`, saved[part], story[part]);
  },
  fewest: ({ trace, say }, services) => {
    for (const [name, { atLeast = 0, atMost = Infinity }] of Object.entries(services)) {
      const fewest = trace.behind.fewest.get(name) ?? NaN;
      if (!(fewest >= atLeast && fewest <= atMost)) say(`fewest ready pods behind Service ${name}: expected ${atLeast} to ${atMost}, got ${fewest}`);
    }
  },
  versions: ({ trace, see }, versions) => see('versions', versions, trace.hashes.length),
  queries: ({ trace, asked, namespace, say }) => {
    // an Experiment forgets it when its Service is gone
    const hash = trace.subject!.hash ?? trace.since.filter(({ what, hash: had }) => what === 'Experiment' && had).at(-1)?.hash;
    if (asked.length === 0) say('expected queries, there was none');
    for (const query of new Set(asked.map(one => one.query))) {
      for (const problem of scopeProblems(query, { pods: trace.pods, hash, namespace })) say(`${problem}, in ${query}`);
    }
  },
};
