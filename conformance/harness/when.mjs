// The moments a scenario can wait for.

/**
 * Every one that is given has to be so.
 * @typedef {object} Moment
 * @property {string} [phase] of the rollout
 * @property {number} [weight] of the new version
 * @property {number} [step] index of the step the rollout is at
 * @property {string} [pause] one of the reasons the rollout is paused for
 * @property {boolean} [promoted] the new version is the stable one
 * @property {boolean} [aborted]
 * @property {string} [gate] phase of the newest analysis that a step waits for
 * @property {string} [guard] phase of the newest background analysis
 * @property {number} [seconds] since the command before
 * @property {number} [quiet] seconds in which neither the rollout nor its pods nor its Ingress have changed
 */

const tests = {
  phase: (trace, phase) => trace.rollout.phase === phase,
  weight: (trace, weight) => trace.rollout.weight === weight,
  step: (trace, step) => trace.rollout.step === step,
  pause: (trace, reason) => trace.rollout.pauses.includes(reason),
  promoted: (trace, so) => trace.rollout.promoted === so,
  aborted: (trace, so) => trace.rollout.aborted === so,
  gate: (trace, phase) => newest(trace, 'Step')?.phase === phase,
  guard: (trace, phase) => newest(trace, 'Background')?.phase === phase,
  seconds: (trace, seconds) => secondsSince(trace, ({ what }) => what === 'command') >= seconds,
  quiet: (trace, seconds) => secondsSince(trace, ({ what }) => ['command', 'Rollout', 'ReplicaSet', 'Ingress'].includes(what)) >= seconds,
};

/** Whether the moment has come. */
export function hasCome(trace, moment) {
  return trace.rollout !== undefined && Object.entries(moment).every(([name, wanted]) => {
    if (!tests[name]) throw new Error(`no such moment: ${name}; there are ${Object.keys(tests).join(', ')}`);
    return tests[name](trace, wanted);
  });
}

function newest(trace, type) {
  return trace.statesOf('AnalysisRun').findLast((run) => run.type === type);
}

function secondsSince(trace, isMeant) {
  const entry = trace.entries.findLast(isMeant);
  return entry ? (Date.now() - entry.time) / 1000 : 0;
}
