import type { Told } from './told';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { CanaryAlert } from '../../manifests/flagger.generated';

/** Who is told of a release, by the AlertProviders of their channels, each of them once. */
export function renderAlerts({ alerts = [], namespace }: FlaggerRolloutIntent): Told<readonly CanaryAlert[]> {
  const told = alerts.map(({ flagger }, index) => ({ flagger, property: `alerts[${index}]` }));
  const known = told.flatMap(({ flagger, property }) => flagger === undefined ? [] : [{ flagger, property }]).filter(({ flagger }, index, all) =>
    all.findIndex(({ flagger: other }) => other.provider === flagger.provider && other.namespace === flagger.namespace) === index);
  return {
    fields: known.map(({ flagger: { provider, severity, namespace: own } }) => ({
      name: provider,
      severity,
      providerRef: { name: provider, ...(own === undefined || own === namespace ? {} : { namespace: own }) },
    })),
    problems: told.filter(({ flagger }) => flagger === undefined).map(({ property }) => ({
      property,
      message: 'must have an AlertProvider, by which Flagger tells of a release, got none',
      fix: 'make it with AlertChannel, and write slack, teams, discord, rocket or googleChat with the Secret of its address',
    })),
    origins: known.map(({ property }, index) => ({ path: [index], property })),
  };
}
