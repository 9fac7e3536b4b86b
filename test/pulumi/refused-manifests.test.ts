import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Provider } from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { CanaryRollout, fromManifests } from 'rolloutkit/pulumi';
import type { RolloutManifestsArgs } from 'rolloutkit/pulumi';

const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: shop }\nspec: { ports: [{ port: 80 }] }\n';
const broken = join('test', 'rules', 'defects', 'weight-250.yaml');
const folder = mkdtempSync(join(tmpdir(), 'manifests-'));

beforeAll(async () => {
  await pulumi.runtime.setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call: () => ({}) });
  // what can be lived with is told in from-manifests.test.ts
  for (const tell of ['warn', 'info'] as const) jest.spyOn(pulumi.log, tell).mockImplementation(async () => undefined);
});

/** Files of a folder of their own, as they are given: from where the tests run. */
function files(texts: Readonly<Record<string, string>>): (...given: readonly string[]) => RolloutManifestsArgs {
  const own = mkdtempSync(join(folder, 'of-'));
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(own, name)), { recursive: true });
    writeFileSync(join(own, name), text);
  }
  return (...given) => ({ files: given.map(each => join(own, each)) });
}

/** What is said of the arguments, without the folder that no reader needs; undefined where nothing is wrong with them. */
function refusal(args: unknown, name = 'shop'): string | undefined {
  try {
    fromManifests(name, args as RolloutManifestsArgs);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(pulumi.ResourceError);
    return (error as Error).message.replaceAll(new RegExp(`${folder}/of-\\w+/`, 'g'), '').replaceAll(process.cwd(), 'HERE');
  }
}

const plain = 'must be a plain value, since what is written depends on it, got an Output; take it from the configuration of the stack, or build the component where the value is known';
const secretly = <T>(value: T) => pulumi.secret(value);

describe('fails on', () => {
  test.each<[string, unknown, string]>([
    ['nothing', {}, "files: must be given, or yaml, or objects, got none of them; write for example files: ['k8s/*.yaml']"],
    ['no arguments at all', undefined, "files: must be given, or yaml, or objects, got none of them; write for example files: ['k8s/*.yaml']"],
    ['no object', { objects: [] }, 'objects: must hold an object of Kubernetes, got none; name the files with the manifests, or drop the component'],
    ['an empty text', { yaml: '# nothing\n---\n' }, 'yaml: must hold an object of Kubernetes, got none; write a manifest, or leave it out'],
    ['a text that is no YAML', { yaml: 'a: [b' }, 'yaml:1:4: cannot be read: opens a bracket "[" that nothing closes; mend it, kubectl does not read it either'],
    ['a document that is no object', { yaml: 'replicas: 3' }, 'yaml:1:1: must be an object of Kubernetes, got no apiVersion and no kind; write them, or leave it out'],
    ['an object without a name', { yaml: 'apiVersion: v1\nkind: Service\nmetadata: {}' }, 'yaml:1:1  metadata.name: must be given, got none; write metadata.name'],
    ['a template of Helm', { yaml: 'apiVersion: v1\nkind: Service\nmetadata: { name: "{{ .Release.Name }}" }' },
      'yaml: must be a manifest, got a template of Helm; render it first: helm template . > rendered.yaml'],
    ['a kustomization', { yaml: 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]' },
      'yaml:1:1: must be a manifest, got a kustomization; build it first: kustomize build . > built.yaml'],
    ['what is no object', { objects: ['shop'] }, 'objects[0]: must be an object of Kubernetes, got "shop"; write it as in YAML: { apiVersion, kind, metadata, spec }'],
    ['a list in the place of an object', { objects: [[]] }, 'objects[0]: must be an object of Kubernetes, got a list; write it as in YAML: { apiVersion, kind, metadata, spec }'],
    ['no list of objects', { objects: { kind: 'Service' } }, 'objects: must be a list, got an object; write [an object]'],
    ['a rule that there is not', { yaml: service, ignoreRules: ['weight-reachable'] }, 'ignoreRules[0]: must be the id of a rule, got "weight-reachable"; write "weights-reachable"'],
    ['a waiver of which nobody knows the object', { yaml: service, waive: [{ rule: 'weights-reachable', reason: 'we know' }] },
      "waive[0].resource: must name the object, since there is not one Rollout or Canary alone, got none; write it as findings name it, such as 'Rollout shop/checkout'"],
    ['an argument that there is not', { yaml: service, complet: true },
      'complet: is not known here; write complete'],
    ['two objects of one name', { yaml: `${service}---\n${service}` },
      'yaml:8:13  Service shop  metadata.name: must be a name of its own, and Service shop is already in yaml, line 3; write name: shop-2, or drop one of them (unique-resources)'],
    ['what a rule refuses, at its place in the file', { files: [broken] }, expect.stringMatching(
      /^test\/rules\/defects\/weight-250\.yaml:\d+:\d+ {2}Rollout .+ {2}spec\.strategy\.canary\.steps\[\d+\]\.setWeight: .+ \(step-weight-range\)$/) as string],
    ['an object that is named and not there, where all of them are', { yaml: rolloutOf('shop'), complete: true },
      expect.stringMatching(/^yaml:14:\d+ {2}Rollout shop {2}spec\.strategy\.canary\.stableService: names Service shop, which is not in the input; /) as string],
  ])('%s', (_, args, expected) => {
    const told = refusal(args);
    expect(told?.replace('RolloutManifests shop: ', '')).toEqual(expected);
    expect(told).toMatch(/^RolloutManifests shop: /);
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    ['a file that there is not', {}, ['shop.yaml'], 'files[0]: must name files to read, got shop.yaml: there is no such file; correct it; paths are seen from HERE'],
    ['a pattern that matches nothing', {}, ['*.yaml'], 'files[0]: must name files to read, got *.yaml: matches no file; correct it; paths are seen from HERE'],
    ['a pattern that is none', {}, ['[z-a].yaml'], 'files[0]: must name files to read, got [z-a].yaml: is no pattern: a range in brackets must run upwards, as in [a-c]; correct it; paths are seen from HERE'],
    ['a folder without manifests', { 'k8s/README': '' }, ['k8s'], 'files[0]: must name files to read, got k8s: holds no *.yaml, *.yml or *.json; correct it; paths are seen from HERE'],
    ['a folder of other files', { 'k8s/values.yaml': 'replicas: 3' }, ['k8s'], 'files: must hold an object of Kubernetes, got none; name the files with the manifests, or drop the component'],
    ['a binary file', { 'shop.yaml': 'a\0b' }, ['shop.yaml'], 'files[0]: must name files to read, got shop.yaml: is a binary file, not YAML or JSON; correct it; paths are seen from HERE'],
    ['a named file that holds no manifest', { 'values.yaml': '# none' }, ['values.yaml'], 'values.yaml: must hold an object of Kubernetes, got none; write a manifest, or leave it out'],
    ['a template among files', { 'k8s/shop.yaml': service, 'k8s/chart.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {{ .Values.name }}' }, ['k8s'],
      'k8s/chart.yaml: must be a manifest, got a template of Helm; render it first: helm template . > rendered.yaml'],
    ['a folder with a kustomization, whatever it says', { 'k8s/shop.yaml': service, 'k8s/kustomization.yaml': 'resources: [shop.yaml]' }, ['k8s/*.yaml'],
      'k8s/kustomization.yaml: must be a manifest, got a kustomization; build it first: kustomize build . > built.yaml'],
  ])('%s', (_, texts, given, expected) => {
    expect(refusal(files(texts)(...given))).toBe(`RolloutManifests shop: ${expected}`);
  });

  test.each<[string, unknown, string]>([
    ['the text', { yaml: secretly(service) }, 'yaml'],
    ['a path', { files: [secretly('shop.yaml')] }, 'files[0]'],
    ['the objects', { objects: secretly([]) }, 'objects'],
    ['an object', { objects: [secretly({})] }, 'objects[0]'],
    ['a kind', { objects: [{ apiVersion: 'v1', kind: secretly('Service'), metadata: { name: 'shop' } }] }, 'objects[0].kind'],
    ['a name', { objects: [{ apiVersion: 'v1', kind: 'Service', metadata: { name: secretly('shop') } }] }, 'objects[0].metadata.name'],
    ['the metadata', { objects: [{ apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Service', metadata: secretly({}) }] }] }, 'objects[0].items[0].metadata'],
    ['all that is said of a Rollout', { objects: [{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'shop' }, spec: secretly({}) }] }, 'objects[0].spec'],
    ['the target of an autoscaler', {
      objects: [{ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'shop' }, spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: secretly('shop') } } }],
    }, 'objects[0].spec.scaleTargetRef.name'],
  ])('an Output as %s, on which depends what is registered', (_, args, place) => {
    expect(refusal(args)).toBe(`RolloutManifests shop: ${place}: ${plain}`);
  });

  test('all mistakes at once', () => {
    const { files: given } = files({ 'a.yaml': 'a: [b', 'b.yaml': service })('a.yaml', 'b.yaml', 'c.yaml');
    expect(refusal({ files: given, yaml: readFileSync(broken, 'utf8'), ignoreRules: ['none-such-rule'] })?.split('\n').map(line => line.trim().replace(/[: ].*/, ''))).toEqual([
      'RolloutManifests', 'files[2]', 'a.yaml', 'ignoreRules[0]', 'yaml',
    ]);
  });

  test('a release whose end is waited for in a cluster that nobody names', () => {
    const provider = new Provider('production', {});
    expect(() => fromManifests('shop', { yaml: service, wait: 'finished' }, { provider })).toThrow(
      'RolloutManifests shop: waiting: must say which cluster is looked at, since the component has a provider of its own, got nothing');
  });

  test('objects that another component has', () => {
    const mine = service.replaceAll('shop', 'mine');
    expect(refusal({ yaml: mine }, 'first')).toBeUndefined();
    expect(refusal({ yaml: mine }, 'second')).toBe(
      'RolloutManifests second: yaml:3:13  metadata.name: must be a name of its own, got one of which RolloutManifests first has the Service mine; write another name, or another namespace');
    new CanaryRollout('theirs', { namespace: 'shop', template: { spec: { containers: [{ name: 'app', image: 'registry.example/shop:1', ports: [{ containerPort: 8080 }] }] } } });
    expect(refusal({ yaml: service.replace('shop', 'theirs'), namespace: 'shop' })).toContain('got one of which CanaryRollout theirs has the Service theirs');
  });
});

test('files are read once, however often they are named, and what is no manifest in a folder is passed over', () => {
  const given = files({ 'k8s/shop.yaml': service, 'k8s/values.yaml': 'replicas: 3', 'k8s/.hidden.yaml': service, 'k8s/node_modules/a.yaml': service });
  expect(refusal({ ...given('k8s', 'k8s/*.yaml', 'k8s/shop.yaml'), namespace: 'once' })).toBeUndefined();
});

test('a rule may be left out, and a finding waived', () => {
  const rule = 'step-weight-range';
  expect(refusal({ files: [broken] })).toContain(`(${rule})`);
  expect(refusal({ files: [broken], ignoreRules: [rule] })).toBeUndefined();
  const elsewhere = readFileSync(broken, 'utf8').replace('namespace: shop', 'namespace: elsewhere');
  expect(refusal({ yaml: elsewhere, waive: [{ rule, reason: 'to see it fail' }] })).toBeUndefined();
});

function rolloutOf(name: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: ${name} }
spec:
  replicas: 4
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - { name: main, image: 'registry.example/${name}:1.0.0' }
  strategy:
    canary:
      stableService: ${name}
      steps: [{ setWeight: 25 }]
`;
}
