import { isHookType } from './hooks';
import type { HookType } from './hooks';
import { runSettings } from './run-settings';
import type { RunSettings, WrittenRun } from './run-settings';
import type { CanaryNode } from '../../graph/canary';
import { matchEffect } from '../../graph/canary-match';
import type { Field } from '../../graph/field';
import { parseGoDuration } from '../../manifests/durations';
import { defaultFlaggerProvider, isFlaggerProvider } from '../../manifests/flagger-providers';
import type { FlaggerProvider } from '../../manifests/flagger-providers';

const NUMBERS = ['threshold', 'stepWeight', 'maxWeight', 'stepWeightPromotion', 'iterations'] as const;
/** What a run depends on, below `spec`. */
const LOOKED_AT = [
  ['provider'], ['skipAnalysis'], ['suspend'], ['service', 'appProtocol'],
  ...[...NUMBERS, 'interval', 'stepWeights', 'mirror', 'match', 'metrics', 'webhooks', 'sessionAffinity'].map(key => ['analysis', key]),
];

/**
 * Reads how a Canary runs; undefined where that depends on a value that is not known yet.
 * @param otherwise what splits the traffic where the Canary does not say it: Flagger's own `-mesh-provider`
 */
export function readRunSettings(canary: CanaryNode, otherwise: FlaggerProvider = defaultFlaggerProvider): RunSettings | undefined {
  const { spec, analysis } = canary;
  const stepWeights = analysis.at('stepWeights').items();
  const unread = [...LOOKED_AT.map(keys => spec.at(...keys)), ...stepWeights, ...canary.webhooks.map(hook => hook.at('type'))];
  if (unread.some(field => field.isUnknown)) {
    return undefined;
  }
  const provider = providerOf(spec.textAt('provider'), otherwise);
  const tcp = canary.service.textAt('appProtocol')?.toLowerCase() === 'tcp';
  return runSettings({
    provider,
    tcp,
    ...Object.fromEntries(NUMBERS.map(key => [key, analysis.at(key).number])),
    intervalSeconds: parseGoDuration(analysis.textAt('interval') ?? ''),
    stepWeights: stepWeights.map(weight => weight.number ?? 0),
    mirror: analysis.at('mirror').boolean,
    match: matchEffect(provider, tcp, analysis.at('match').items()),
    affinity: affinityOf(analysis.at('sessionAffinity')),
    metrics: canary.metrics.length > 0,
    hooks: canary.webhooks.flatMap(hookTypeOf),
    skipAnalysis: spec.at('skipAnalysis').boolean,
    suspended: spec.at('suspend').boolean,
  });
}

/** A name that Flagger does not know is Istio to it, and of some it reads only how they begin. */
function providerOf(text: string | undefined, otherwise: FlaggerProvider): FlaggerProvider {
  if (text === undefined || text === '') {
    return otherwise;
  }
  const BEGINNINGS: readonly FlaggerProvider[] = [
    'appmesh:v1beta2', 'smi:v1alpha1', 'smi:v1alpha2', 'smi:v1alpha3', 'gloo', 'gatewayapi:v1beta1', 'gatewayapi:v1',
  ];
  return isFlaggerProvider(text) ? text : BEGINNINGS.find(beginning => text.startsWith(beginning)) ?? 'istio';
}

function affinityOf(affinity: Field): WrittenRun['affinity'] {
  return !affinity.exists ? 'none' : (affinity.textAt('primaryCookieName') ?? '') !== '' ? 'both' : 'canary';
}

function hookTypeOf(hook: Field): HookType[] {
  const type = hook.textAt('type') ?? '';
  return type === '' ? ['rollout'] : isHookType(type) ? [type] : [];
}
