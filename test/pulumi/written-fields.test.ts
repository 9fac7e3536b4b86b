import type { ControllerWrites } from '../../src/manifests/controller-writes';
import type { Manifest } from '../../src/manifests/manifest';
import { ignoredFields } from '../../src/pulumi/registering/written-fields';

const service: Manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'shop', namespace: 'prod' }, spec: { selector: { app: 'shop' } } };

function writes(of: Partial<ControllerWrites> & Pick<ControllerWrites, 'paths'>): ControllerWrites {
  return { group: '', kind: 'Service', name: 'shop', ...of };
}

test('a selector is left alone as a whole, since it is one value to whoever applies it', () => {
  expect(ignoredFields(service, [writes({ paths: [['spec', 'selector', 'rollouts-pod-template-hash']] })])).toEqual(['spec.selector']);
});

test('the whole field is left alone of which an element of a list is changed', () => {
  const route: Manifest = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'shop' }, spec: { http: [] } };
  const changed = writes({ group: 'networking.istio.io', kind: 'VirtualService', paths: [['spec', 'http', '0', 'route'], ['spec', 'http']] });
  expect(ignoredFields(route, [changed])).toEqual(['spec.http']);
});

test('an annotation that nobody declares needs nothing, and one that is declared takes all of them along', () => {
  const path = ['metadata', 'annotations', 'alb.ingress.kubernetes.io/actions.shop'];
  const ingress = (annotations: Record<string, string>): Manifest => ({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'shop', annotations } });
  const changed = writes({ group: 'networking.k8s.io', kind: 'Ingress', paths: [path] });
  expect(ignoredFields(ingress({ other: 'x' }), [changed])).toEqual([]);
  expect(ignoredFields(ingress({ [path[2]]: '{}' }), [changed])).toEqual(['metadata.annotations']);
});

test.each<[string, Partial<ControllerWrites>]>([
  ['another name', { name: 'other' }],
  ['another kind', { kind: 'Ingress' }],
  ['another group', { group: 'serving.knative.dev' }],
  ['another namespace', { namespace: 'test' }],
])('an object of %s is declared as it is', (_, other) => {
  expect(ignoredFields(service, [writes({ paths: [['spec', 'selector']], ...other })])).toEqual([]);
});
