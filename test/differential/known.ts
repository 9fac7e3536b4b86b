/* Disagreements that are known, with their reasons. Whoever mends one takes its line out. */

export interface Known {
  readonly group: RegExp;
  readonly reason: string;
}

const known: readonly Known[] = [
  { group: /^harmless to us: (RF-09|RF-10|AN-0[1-4]|ME-\d\d|RF-11|provider) of (Cluster)?AnalysisTemplate /, reason: 'of a template that nobody uses, the oracle says what would be if somebody did' },
  { group: /^harmless to us: (ME-1[689]|condition|provider) of AnalysisRun /, reason: 'dryRun, measurementRetention and the arguments of an AnalysisRun are not compared with its metrics yet' },
  { group: /^false alarm: analysis-arguments on Experiment/, reason: 'of an argument of an Experiment the controller takes the value alone, so that a field nobody can read does no harm' },
  { group: /^missed: RF-17 of Rollout \S+\.nginx\./, reason: 'with a load balancer beside nginx, the Ingress of the load balancer has to fit nginx as well' },
  { group: /^harmless to us: (AN-0[34]|ME-1[89]) of Rollout \S+\.experiment\./, reason: 'dryRun and measurementRetention of an experiment step are not compared with its metrics yet' },
  { group: /^harmless to us: (AN-0[34]|ME-1[689]|provider) of Experiment /, reason: 'dryRun and measurementRetention of an Experiment are not compared with its metrics yet, and a template that only an Experiment uses has arguments of its own' },
  { group: /^harmless to us: AN-13 of Rollout /, reason: 'a field of the Rollout that is there only when the controller has written it, or never' },
  { group: /^harmless to us: ME-16 of (Rollout|Experiment) /, reason: 'an argument of a template with an empty source of its value' },
  { group: /^harmless to us: condition of /, reason: 'a condition with an argument whose value is not known before the release, and fits nothing then' },
  { group: /^missed: RF-3[12] of Rollout /, reason: 'Services that take turns, beside a stable or canary Service that wins over them' },
  { group: /^missed: RO-12 of Rollout spec\.template\.(labels|spec\.(os|dnsConfig|nodeName|readinessGates|hostAliases|affinity|securityContext|volumes|containers\[\]\.(resizePolicy|ports|securityContext|resources|volumeMounts|env)))/, reason: 'details of pods that Kubernetes checks and no rule does yet' },
  { group: /^harmless to us: provider of Rollout /, reason: 'a moment of a rangeQuery, or a port of an address, that only the code that reads it can tell is none' },
];

export function isKnown(group: string): boolean {
  return known.some(one => one.group.test(group));
}
