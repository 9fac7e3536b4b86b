import { readGraph } from '../../src/graph/graph';
import { meantBy } from '../../src/rules/faults';

/** What is meant by a field that there is not, at a place in a Rollout. */
function meant(path: readonly (string | number)[], value: unknown): string {
  const manifest: any = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'checkout' } };
  const parent = path.slice(0, -1).reduce<any>((around, key, index) => around[key] ??= typeof path[index + 1] === 'number' ? [] : {}, manifest);
  parent[path.at(-1)!] = value;
  const [node] = readGraph([{ manifest }]).nodes;
  const fault = node!.faults.find(one => one.fault === 'unknown')!;
  const found = meantBy(fault, node!);
  return found === undefined ? '' : 'below' in found ? `below ${found.below}` : found.name;
}

const spec = (name: string) => ['spec', name];
const canary = (name: string) => ['spec', 'strategy', 'canary', name];
const step = (name: string) => ['spec', 'strategy', 'canary', 'steps', 0, name];
const blueGreen = (name: string) => ['spec', 'strategy', 'blueGreen', name];
const pod = (name: string) => ['spec', 'template', 'spec', name];
const container = (name: string) => ['spec', 'template', 'spec', 'containers', 0, name];

describe('what is meant by', () => {
  test.each<[string, readonly (string | number)[], unknown, string]>([
    ['a letter too many', spec('replicass'), 3, 'replicas'],
    ['two letters that are exchanged', spec('stratgey'), {}, 'strategy'],
    ['two exchanged letters, where one name more is as near', container('nmae'), 'a', 'name'],
    ['a long name with three mistakes', spec('progresDedlineSecond'), 3, 'progressDeadlineSeconds'],
    ['small letters', spec('minreadyseconds'), 3, 'minReadySeconds'],
    ['hyphens', spec('revision-history-limit'), 3, 'revisionHistoryLimit'],
    ['capitals', canary('MaxSurge'), 1, 'maxSurge'],
    ['the end of a name', step('weight'), 20, 'setWeight'],
    ['the beginning of a name', canary('stable'), 'a', 'stableService'],
    ['a step in other words', step('canaryScale'), {}, 'setCanaryScale'],
    ['a Service of the other strategy, nearly', blueGreen('activeservice'), 'a', 'activeService'],
    ['a Service of the other strategy', blueGreen('canaryService'), 'a', 'below spec.strategy.canary'],
    ['another probe', container('liveness'), {}, 'livenessProbe'],
    ['one in place of many', container('volumeMount'), {}, 'volumeMounts'],
    ['one for a list', pod('container'), { name: 'a' }, 'containers'],
    ['steps that slipped', spec('steps'), [], 'below spec.strategy.canary'],
    ['routers that slipped', ['spec', 'strategy', 'trafficRouting'], {}, 'below spec.strategy.canary'],
    ['a strategy that slipped', ['spec', 'canary'], {}, 'below spec.strategy'],
    ['a replica count that slipped', canary('replicas'), 3, 'below spec'],
    ['ports that slipped', pod('ports'), [], 'below spec.template.spec.containers[]'],
    ['a mount that slipped', pod('volumeMounts'), [], 'below spec.template.spec.containers[]'],
    ['volumes in a container', container('volumes'), [], 'below spec.template.spec'],
    ['a node selector in a container', container('nodeSelector'), {}, 'below spec.template.spec'],
    ['memory in a container', container('memory'), '1Gi', 'below spec.template.spec.containers[0].resources.requests'],
    ['a header without its match', [...step('setHeaderRoute'), 'headerName'], 'a', 'below spec.strategy.canary.steps[0].setHeaderRoute.match[]'],
    ['a name that stands everywhere', spec('name'), 'a', ''],
    ['a name that is nowhere', spec('tier'), 'a', ''],
    ['a short name that is like another by chance', container('tls'), {}, ''],
    ['a name of another type elsewhere', spec('image'), [], ''],
  ])('%s', (_, path, value, wanted) => {
    expect(meant(path, value)).toBe(wanted);
  });
});
