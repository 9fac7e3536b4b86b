import type {
  ABTestRolloutArgs, AlertChannelArgs, AnalysisTemplateArgs, BaselineAnalysisArgs, BlueGreenRolloutArgs, CanaryRolloutArgs, ErrorRateAnalysisArgs,
  ExperimentArgs, LatencyAnalysisArgs, MetricAnalysisArgs, RequestRateAnalysisArgs, RestartAnalysisArgs, RolloutArgs, SaturationAnalysisArgs,
  SuccessRateAnalysisArgs, VersionedConfigArgs,
} from 'rolloutkit/pulumi';

/** The arguments of every component, by the name of its class. */
export interface ArgumentsOf {
  readonly ABTestRollout: ABTestRolloutArgs;
  readonly AlertChannel: AlertChannelArgs;
  readonly AnalysisTemplate: AnalysisTemplateArgs;
  readonly BaselineAnalysis: BaselineAnalysisArgs;
  readonly BlueGreenRollout: BlueGreenRolloutArgs;
  readonly CanaryRollout: CanaryRolloutArgs;
  readonly ErrorRateAnalysis: ErrorRateAnalysisArgs;
  readonly Experiment: ExperimentArgs;
  readonly LatencyAnalysis: LatencyAnalysisArgs;
  readonly MetricAnalysis: MetricAnalysisArgs;
  readonly RequestRateAnalysis: RequestRateAnalysisArgs;
  readonly RestartAnalysis: RestartAnalysisArgs;
  readonly Rollout: RolloutArgs;
  readonly SaturationAnalysis: SaturationAnalysisArgs;
  readonly SuccessRateAnalysis: SuccessRateAnalysisArgs;
  readonly VersionedConfig: VersionedConfigArgs;
}

export type Kind = keyof ArgumentsOf;

/** A component with arguments that are right, in plain values. */
export interface Specimen {
  readonly name: string;
  readonly kind: Kind;
  readonly args: object;
}

export function specimen<K extends Kind>(kind: K, name: string, args: ArgumentsOf[K]): Specimen {
  return { kind, name, args };
}

/** The smallest template of pods that everything can be done with. */
export const template = { spec: { containers: [{ name: 'app', image: 'registry.example/checkout:1', ports: [{ containerPort: 8080 }] }] } };

/** A canary, by what is special about it. */
export function canary(name: string, args: Partial<CanaryRolloutArgs>): Specimen {
  return specimen('CanaryRollout', name, { name: 'checkout', namespace: 'shop', template, ...args });
}
