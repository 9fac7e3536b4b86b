import { asWritten, isMade } from '../../src/cli/cluster/as-written';
import type { LiveManifest, LiveObject } from '../../src/cli/cluster/as-written';
import { Field } from '../../src/graph/field';
import { readGraph } from '../../src/graph/graph';
import { groupKindOf } from '../../src/graph/resource-node';
import { readYaml } from '../../src/manifests/yaml';

const live = (yaml: string): LiveObject[] => readYaml(yaml).documents
  .map(({ manifest }) => ({ manifest: manifest as LiveManifest, groupKind: groupKindOf({ manifest }) }));
const input = readGraph(readYaml(`
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout }
spec: { strategy: { canary: { trafficRouting: { managedRoutes: [{ name: internal }] } } } }
`).documents);

/** The spec as it is after what controllers wrote was taken away. */
function specOf(yaml: string): unknown {
  const objects = live(yaml);
  asWritten(objects, input);
  return objects[0].manifest.spec;
}

test('a Service leads to no version', () => {
  expect(specOf('apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { selector: { app: a, rollouts-pod-template-hash: 6f9c7d } }')).toEqual({ selector: { app: 'a' } });
});

test('a VirtualService has no routes that steps add', () => {
  const route = 'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: a }\nspec: { http: [{ name: internal }, { name: primary }, {}] }';
  expect(specOf(route)).toEqual({ http: [{ name: 'primary' }, {}] });
});

test('how many pods a Deployment has left is not known', () => {
  const { replicas } = specOf('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { replicas: 0 }') as { replicas: unknown };
  expect(new Field(input.nodes[0], replicas).isUnknown).toBe(true);
});

test('a Rollout that is scaled says no number of pods, and another one its own', () => {
  const rollout = 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: a }\nspec: { replicas: 7 }\n';
  const scaler = '---\napiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: { name: a }\nspec: { scaleTargetRef: { kind: Rollout, name: a } }\n';
  expect([specOf(rollout), specOf(rollout + scaler)]).toEqual([{ replicas: 7 }, {}]);
});

test('what has no spec stays as it is', () => {
  expect(specOf('apiVersion: v1\nkind: Service\nmetadata: { name: a }')).toBeUndefined();
});

test.each([
  ['Rollout', 'argoproj.io/v1alpha1', true, true],
  ['Deployment', 'apps/v1', true, true],
  ['ScaledObject', 'keda.sh/v1alpha1', true, true],
  ['Canary', 'flagger.app/v1beta1', true, false],
  ['Rollout', 'argoproj.io/v1alpha1', false, false],
])('what a %s of %s owns, as its controller %s, is made: %s', (kind, apiVersion, controller, made) => {
  const owner = JSON.stringify({ kind, apiVersion, controller, name: 'a' });
  expect(isMade(live(`apiVersion: v1\nkind: Service\nmetadata: { name: a, ownerReferences: [${owner}] }`)[0])).toBe(made);
});
