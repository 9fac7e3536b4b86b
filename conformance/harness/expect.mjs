// What must be seen in a trace, and in words what was seen instead.

/**
 * @typedef {object} Expectation
 * @property {string} phase of the rollout at the end
 * @property {number} weight of the new version at the end
 * @property {string[]} [pauses] why it is paused at the end
 * @property {RegExp} [message] of the rollout at the end
 * @property {number[]} [weights] all there were, in order, from the first above 0
 * @property {number[]} [ingress] the weights written to the canary's Ingress, in order
 * @property {{ weight: number, atLeast: number }} [held] for how many seconds a weight stayed
 * @property {Record<number, [number, number]>} [pods] at a weight: ready pods of the new and of the old version at the end of it
 * @property {Record<string, 'old' | 'new' | 'all'>} [services] whose pods a Service led to at the last weight that was not 0 or 100
 * @property {Record<string, { atLeast?: number, atMost?: number }>} [switches] how often a Service was led to another version
 * @property {[number, number]} [left] ready pods of the new and of the old version at the end
 * @property {{ weight: number, by?: string, metric: string }} [abort] at which weight, by which kind of analysis, by which metric
 * @property {{ type: string, phase: string, metric?: string, counts?: object, times?: number }[]} [runs] analyses there must have been
 * @property {'canary'} [queries] every query is about pods of the new version and no others
 */

export function findings(expectation, seen) {
  const found = [];
  const say = (what) => found.push(what);
  const see = (what, expected, got) => {
    const [one, other] = [expected, got].map((value) => JSON.stringify(value));
    if (one !== other) say(`${what}: expected ${one}, got ${other}`);
  };
  const context = { ...seen, see, say };
  for (const [name, wanted] of Object.entries(expectation)) {
    if (!checks[name]) throw new Error(`no such expectation: ${name}; there are ${Object.keys(checks).join(', ')}`);
    checks[name](context, wanted);
  }
  for (const query of seen.metrics.unknown) found.push(`a query that no series of the scenario answers: ${query}`);
  return found;
}

const checks = {
  phase: ({ trace, see }, phase) => see('phase at the end', phase, trace.rollout.phase),
  weight: ({ trace, see }, weight) => see('weight at the end', weight, trace.rollout.weight),
  pauses: ({ trace, see }, pauses) => see('pauses at the end', [...pauses].sort(), [...trace.rollout.pauses].sort()),
  message: ({ trace, say }, message) => {
    const got = trace.rollout.message ?? 'none';
    if (!message.test(got)) say(`message at the end: expected ${message}, got ${got}`);
  },
  weights: ({ trace, see }, weights) => see('weights', weights, stagesOf(trace).map(({ weight }) => weight)),
  ingress: ({ trace, see }, weights) => {
    const written = trace.since.filter(({ what, weight }) => what === 'Ingress' && weight !== undefined).map(({ weight }) => weight);
    see('weights in the Ingress', weights, distinct(written));
  },
  held: ({ trace, say }, { weight, atLeast }) => {
    const stage = stagesOf(trace).find((one) => one.weight === weight);
    const seconds = stage ? (stage.to - stage.from) / 1000 : 0;
    if (seconds < atLeast) say(`weight ${weight}: expected to stay for at least ${atLeast} s, stayed for ${seconds.toFixed(1)} s`);
  },
  pods: ({ trace, see }, shares) => {
    for (const [weight, expected] of Object.entries(shares)) {
      see(`ready pods, new and old, at weight ${weight}`, expected, podsAt(trace, Number(weight)));
    }
  },
  services: ({ trace, see }, services) => {
    const weight = stagesOf(trace).findLast((stage) => stage.weight > 0 && stage.weight < 100)?.weight;
    const entries = entriesUpTo(trace, weight).filter(({ what }) => what === 'Service');
    for (const [name, whose] of Object.entries(services)) {
      const hash = entries.findLast((entry) => entry.name === name)?.hash;
      see(`pods of Service ${name}`, whose, hash === undefined ? 'all' : hash === trace.rollout.hash ? 'new' : 'old');
    }
  },
  switches: ({ trace, say }, services) => {
    for (const [service, { atLeast = 0, atMost = Infinity }] of Object.entries(services)) {
      const times = trace.since.filter(({ what, name }) => what === 'Service' && name === service).length;
      if (times < atLeast || times > atMost) say(`switches of Service ${service}: expected ${atLeast} to ${atMost}, got ${times}`);
    }
  },
  left: ({ trace, see }, expected) => see('ready pods, new and old, at the end', expected, podsAtEnd(trace)),
  abort: ({ trace, see, say }, { weight, by, metric }) => {
    const last = trace.since.findLastIndex(({ what, aborted }) => what === 'Rollout' && aborted === false);
    const before = trace.since[last];
    if (!trace.rollout.aborted) {
      say('expected to be aborted, is not');
      return;
    }
    see('weight when it was aborted', weight, before?.weight);
    const failed = trace.since.filter(({ what, phase }) => what === 'AnalysisRun' && ['Failed', 'Error'].includes(phase));
    if (by !== undefined) see('analysis that aborted it', by, failed[0]?.type);
    const metrics = Object.entries(failed[0]?.metrics ?? {}).filter(([, result]) => ['Failed', 'Error'].includes(result.phase));
    see('metric that aborted it', [metric], metrics.map(([name]) => name));
  },
  runs: ({ trace, say }, runs) => {
    const last = trace.statesOf('AnalysisRun');
    for (const { type, phase, metric, counts = {}, times = 1 } of runs) {
      const fitting = last.filter((run) => run.type === type && run.phase === phase && (metric === undefined
        || Object.entries(counts).every(([count, wanted]) => (run.metrics[metric]?.[count] ?? 0) === wanted)));
      if (fitting.length === times) continue;
      const seen = last.map((run) => `${run.type} ${run.phase} ${JSON.stringify(run.metrics)}`).join('; ') || 'none';
      const wanted = [type, phase, ...metric ? [metric, JSON.stringify(counts)] : []].join(' ');
      say(`analyses ${wanted}: expected ${times}, got ${fitting.length} (${seen})`);
    }
  },
  queries: ({ trace, metrics, namespace, say }) => {
    const { hash } = trace.rollout;
    if (metrics.asked.length === 0) say('expected queries, there was none');
    for (const query of new Set(metrics.asked.map((one) => one.query))) {
      for (const problem of scopeProblems(query, { pods: trace.pods, hash, namespace })) say(`${problem}, in ${query}`);
    }
  },
};

/** A selector that cannot tell the versions apart averages them, and a bad canary hides behind the good pods. */
function scopeProblems(query, { pods, hash, namespace }) {
  const selectors = [...query.matchAll(/\{([^{}]*)\}/g)].map(([, labels]) => labels);
  if (selectors.length === 0) return ['no selector'];
  return selectors.flatMap((labels) => {
    const problems = [];
    if (!labels.includes(`namespace="${namespace}"`)) problems.push(`not the namespace ${namespace}`);
    const pattern = /pod=~"([^"]*)"/.exec(labels)?.[1];
    if (pattern === undefined) return [...problems, 'no pattern for pods'];
    // As the metric store does, on the whole name.
    const regex = new RegExp(`^(?:${pattern})$`);
    for (const [name, of] of pods) {
      if (regex.test(name) !== (of === hash)) problems.push(`${of === hash ? 'misses' : 'takes in'} pod ${name}`);
    }
    return problems;
  });
}

/** Each weight with the time it lasted, from the first above 0. */
function stagesOf(trace) {
  const stages = [];
  let begun = false;
  for (const { what, weight, time, promoted } of trace.since) {
    if (what !== 'Rollout' || weight === undefined) continue;
    // The first entries may still tell of the version before.
    begun ||= promoted === false;
    const current = stages.at(-1);
    if (current) current.to = time;
    if (begun && current?.weight !== weight && (current || weight > 0)) stages.push({ weight, from: time, to: time });
  }
  if (stages.length > 0) stages.at(-1).to = Date.now();
  return stages;
}

/** Ready pods of the new and the old version at the last moment of a weight, when the numbers have settled. */
function podsAt(trace, weight) {
  return count(trace, entriesUpTo(trace, weight));
}

/** All there was until the first time that the weight was another again. */
function entriesUpTo(trace, weight) {
  const { entries, origin } = trace;
  const isRollout = ({ what, time }) => what === 'Rollout' && time >= origin;
  const from = entries.findIndex((entry) => isRollout(entry) && entry.weight === weight && entry.promoted === false);
  const to = entries.findIndex((entry, index) => index > from && isRollout(entry) && entry.weight !== weight);
  return from < 0 ? [] : entries.slice(0, to < 0 ? undefined : to);
}

function podsAtEnd(trace) {
  return count(trace, trace.entries);
}

function count(trace, entries) {
  const ready = new Map(entries.filter(({ what, hash }) => what === 'ReplicaSet' && hash).map((entry) => [entry.hash, entry.ready]));
  const fresh = ready.get(trace.rollout.hash) ?? 0;
  return [fresh, [...ready.values()].reduce((sum, number) => sum + number, 0) - fresh];
}

function distinct(values) {
  return values.filter((value, index) => value !== values[index - 1]);
}
