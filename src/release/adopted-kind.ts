/** What a rollout can take its pods from. */
export enum AdoptedKind {
  /** Its pods can be handed over. */
  DEPLOYMENT = 'Deployment',

  /** Nothing scales it down. */
  REPLICA_SET = 'ReplicaSet',

  /** It has no pods. */
  POD_TEMPLATE = 'PodTemplate',

  /** A pod on every node. Flagger alone can take it over. */
  DAEMON_SET = 'DaemonSet',
}
