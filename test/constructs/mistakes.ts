/** A program with one mistake. It gives one finding that names the property, the value, what is allowed and what to do. */
export interface Mistake {
  readonly mistake: string;
  /** The program; `checkout` makes a rollout with these props. */
  readonly program: string;
  /** The finding, without the path of the construct. */
  readonly finding: string;
}

const weights = 'must be a whole number from 1 to 100';
const name = (length: number) => 'a'.repeat(length);

/** The list of the project's first issue, as a user meets it: run with `node main.js`. */
export const mistakes: readonly Mistake[] = [
  { mistake: 'a weight of 250', program: 'checkout({ ramp: Ramp.stages([250]) })', finding: `Ramp.stages: stages[0]: ${weights}, got 250; write 100` },
  { mistake: 'a weight of -1', program: 'checkout({ ramp: Ramp.stages([-1]) })', finding: `Ramp.stages: stages[0]: ${weights}, got -1; write 1` },
  { mistake: 'a weight of 0.5', program: 'checkout({ ramp: Ramp.stages([0.5]) })', finding: `Ramp.stages: stages[0]: ${weights}, got 0.5; weights are percentages: write 50` },
  { mistake: 'a weight of NaN', program: 'checkout({ ramp: Ramp.stages([NaN]) })', finding: `Ramp.stages: stages[0]: ${weights}, got NaN; write the percentage of the traffic, such as 20` },
  { mistake: 'stages that fall', program: 'checkout({ ramp: Ramp.stages([40, 20]) })', finding: 'ramp.stages[1].weight: must exceed the previous weight 40, got 20; write weight: 41 or more, or drop the step (weights-increase)' },
  {
    mistake: 'a hold of zero',
    program: 'checkout({ ramp: Ramp.stages([20], { hold: Duration.seconds(0) }) })',
    finding: 'Ramp.stages: hold: must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second',
  },
  {
    mistake: 'a success rate of at least 0.99',
    program: 'checkout({ analyses: [Analysis.successRate({ atLeast: 0.99 })] })',
    finding: 'Analysis.successRate: atLeast: must be a percentage above 1, up to 100, got 0.99; write 99',
  },
  { mistake: 'no containers', program: 'checkout({ containers: [] })', finding: 'containers: must have at least one container, got none; write containers: [{ name: main, image: ... }] (containers)' },
  {
    mistake: 'two analyses of one resource name',
    program: 'checkout({ analyses: [Analysis.errorRate(), Analysis.errorRate({ atMost: 2 })] })',
    finding: 'analyses[1]: must not have the name "error-rate", which analyses[0] has; give one of them a name of its own, such as name: "error-rate-2"',
  },
  {
    mistake: 'two published analyses of one resource name',
    program: 'new SuccessRateAnalysis(chart, "one", { templateName: "same" }); new SuccessRateAnalysis(chart, "two", { templateName: "same" })',
    finding: 'metadata.name: must be a name of its own, and AnalysisTemplate shop/same is already document 1; write name: same-2, or drop one of them (unique-resources)',
  },
  {
    mistake: 'a service name of 64 characters',
    program: `checkout({ metadata: { name: '${name(64)}' } })`,
    finding: `metadata.name: must be at most 63 characters: lower-case letters, digits and hyphens, beginning with a letter, got "${name(64)}" (64 characters); write name: ${name(63)} (name-limits)`,
  },
  {
    mistake: 'an existing service of 64 characters',
    program: `checkout({ services: { canary: '${name(64)}' } })`,
    finding: `services.canary: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "${name(64)}"; write "${name(63)}"`,
  },
  {
    mistake: 'an empty image',
    program: 'checkout({ containers: [{ image: "", portNumber: 8080 }] })',
    finding: 'containers[0].image: must name an image, got an empty one; write one with its tag, such as image: registry.example/app:1.0.0 (containers)',
  },
  {
    mistake: 'an analysis from another app',
    program: 'const other = new SuccessRateAnalysis(new Chart(new App(), "other"), "success-rate"); checkout({ analyses: [other] })',
    finding: 'analyses[0]: must be in the same app, got "other/success-rate" of another one, which writes it elsewhere; create the analysis in this app',
  },
  {
    mistake: 'a ramp with no stage',
    program: 'checkout({ ramp: Ramp.stages([]) })',
    finding: 'Ramp.stages: stages: must hold at least one stage, got none; write for example [5, 25, 50], or leave the ramp out for the default',
  },
  {
    mistake: 'ramp and steps together',
    program: 'checkout({ ramp: Ramp.stages([20]), steps: [Step.weight(20)] })',
    finding: 'steps: cannot be combined with ramp; keep the ramp, or spell every step out',
  },
  {
    mistake: 'replicas of 0',
    program: 'checkout({ replicas: 0 })',
    finding: 'replicas: must be a whole number of at least 1, got 0; a rollout without pods cannot be judged; to park it, scale it with kubectl instead',
  },
  { mistake: 'replicas below zero', program: 'checkout({ replicas: -1 })', finding: 'replicas: must be a whole number of at least 1, got -1; write 1' },
  { mistake: 'replicas of 2.5', program: 'checkout({ replicas: 2.5 })', finding: 'replicas: must be a whole number of at least 1, got 2.5; write 3' },
  {
    mistake: 'a percentile of 0.95',
    program: 'checkout({ analyses: [Analysis.latency({ percentile: 0.95 })] })',
    finding: 'Analysis.latency: percentile: must be a percentile above 1 and below 100, got 0.95; write 95',
  },
  {
    mistake: 'a stage of a release that has none',
    program: 'switched({ gates: [Gate.atStage(25, Analysis.errorRate())] })',
    finding: 'gates[0]: Gate.atStage has no place in a blue-green, which has no stages: all of the traffic goes to the new version at once; use Gate.afterPromotion, which can still switch back, or a CanaryRollout, which has stages',
  },
  {
    mistake: 'an old version that is never removed',
    program: 'switched({ scaleDownDelay: Duration.seconds(0) })',
    finding: 'scaleDownDelay: must not be 0, which keeps the pods of every old version for ever; write scaleDownDelay: 30 s or more (old-version-kept)',
  },
  {
    mistake: 'a ramp of a release that has none',
    program: 'new Rollout(chart, "checkout", { containers, strategy: Strategy.blueGreen({ ramp: Ramp.stages([20]) }) })',
    finding: 'strategy.ramp: belongs to a canary, and this is a blue-green; drop it, or use a CanaryRollout',
  },
];
