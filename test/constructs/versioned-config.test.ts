import { Chart, Lazy, Testing } from 'cdk8s';
import { ConfigMap, Env, Volume } from 'cdk8s-plus-28';
import { GitOps, RolloutDefaults, VersionedConfig } from 'rolloutkit';
import type { VersionedConfigProps } from 'rolloutkit';
import { contentHash, endsWithContentHash } from '../../src/manifests/content-hash';
import { checkout, manifestsOf, named, synthesize } from '../render';
import type { Written } from '../render';

const written = (props: VersionedConfigProps, gitOps?: GitOps): Written => manifestsOf(chart => {
  if (gitOps !== undefined) RolloutDefaults.of(chart).use({ gitOps });
  new VersionedConfig(chart, 'settings', props);
})[0];
const nameOf = (props: VersionedConfigProps): string => written(props).metadata.name;
const make = (props: VersionedConfigProps) => () => new VersionedConfig(Testing.chart(), 'settings', props);

describe('the name', () => {
  test('changes with the content and with nothing else', () => {
    const name = nameOf({ data: { a: '1', b: '2' } });
    expect(name).toMatch(/^settings-[a-z0-9]{10}$/);
    expect(nameOf({ data: { b: '2', a: '1' }, labels: { team: 'payments' } })).toBe(name);
    const others: readonly VersionedConfigProps[] = [{ data: { a: '1', b: '3' } }, { data: { a: '1' } }, { data: { a: '1', c: '2' } }, { binaryData: { a: '1', b: '2' } }, { secretData: { a: '1', b: '2' } }];
    expect(new Set([name, ...others.map(nameOf)]).size).toBe(others.length + 1);
  });

  test('is the same on every machine and in every version', () => {
    expect(nameOf({ data: { 'settings.yaml': 'timeout: 5s\n' } })).toBe('settings-mtm49gtc2h');
  });

  test('is a name that other tools take for one of a content', () => {
    expect(endsWithContentHash(nameOf({ data: { a: '1' } }))).toBe(true);
    expect(endsWithContentHash('shop-settings-c8f1e5d2')).toBe(false);
  });

  test('differs for texts that are nearly alike', () => {
    const hashes = Array.from({ length: 20_000 }, (_, index) => contentHash(`replicas: ${index}`));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('the object', () => {
  test('is a ConfigMap that cannot change and is found among its versions', () => {
    expect(written({ configName: 'checkout-settings', data: { a: '1' }, binaryData: { b: 'AQ==' }, labels: { team: 'payments' } })).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: expect.stringMatching(/^checkout-settings-/),
        namespace: 'shop',
        labels: { 'team': 'payments', 'rolloutkit.dev/config': 'checkout-settings' },
      },
      immutable: true,
      data: { a: '1' },
      binaryData: { b: 'AQ==' },
    });
  });

  test('is a Secret on demand', () => {
    expect(written({ secretData: { pin: '1234' } })).toMatchObject({ kind: 'Secret', immutable: true, stringData: { pin: '1234' } });
  });

  test.each([
    ['Argo CD', GitOps.argoCd(), {
      'argocd.argoproj.io/sync-wave': '-2',
      'argocd.argoproj.io/sync-options': 'Prune=false',
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    }],
    ['Flux', GitOps.flux(), { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }],
    ['Helm', GitOps.helm(), { 'helm.sh/resource-policy': 'keep' }],
  ])('is kept by %s', (_, gitOps, annotations) => {
    expect(written({ data: { a: '1' } }, gitOps).metadata.annotations).toEqual(annotations);
    expect(written({ data: { a: '1' }, gitOps }).metadata.annotations).toEqual(annotations);
  });

  test('needs nothing with kubectl apply, which removes nothing', () => {
    expect(written({ data: { a: '1' } }).metadata).not.toHaveProperty('annotations');
  });
});

test('pods take it as they take every ConfigMap, and are replaced when it changes', () => {
  const release = (timeout: string) => synthesize(chart => {
    const config = new VersionedConfig(chart, 'settings', { data: { TIMEOUT: timeout } });
    const rollout = checkout(chart, { volumes: [Volume.fromConfigMap(chart, 'files', config.configMap)] });
    rollout.containers[0].env.copyFrom(Env.fromConfigMap(config.configMap));
  });
  const pods = (manifests: Written[]) => named(manifests, 'Rollout', 'checkout').spec.template.spec;
  const [first, second] = [release('5s'), release('10s')];
  const name = first.manifests.find(({ kind }) => kind === 'ConfigMap').metadata.name;
  expect(pods(first.manifests).containers[0].envFrom).toEqual([{ configMapRef: { name } }]);
  expect(pods(first.manifests).volumes[0].configMap.name).toBe(name);
  expect(pods(second.manifests)).not.toEqual(pods(first.manifests));
  expect(first.words).toBe('');
});

test('a ConfigMap of one name for every content is told', () => {
  const { words } = synthesize((chart: Chart) => {
    const config = new ConfigMap(chart, 'settings', { metadata: { name: 'settings' }, data: { TIMEOUT: '5s' } });
    checkout(chart).containers[0].env.copyFrom(Env.fromConfigMap(config));
  });
  expect(words).toMatch(/info +Rollout shop\/checkout .*names ConfigMap settings, .*an abort would not bring the old one back/);
});

test('a Secret is given as such, and a ConfigMap as such', () => {
  const chart = Testing.chart();
  const [map, secret] = [new VersionedConfig(chart, 'a', { data: { a: '1' } }), new VersionedConfig(chart, 'b', { secretData: { b: '1' } })];
  expect(secret.secret.name).toBe(secret.name);
  expect(map.configMap.name).toBe(map.name);
  expect(() => secret.configMap).toThrow('use secret');
  expect(() => map.secret).toThrow('use configMap');
});

describe('fails', () => {
  test.each<[string, VersionedConfigProps, string]>([
    ['without content', {}, 'VersionedConfig: data: must hold at least one key, got none; write for example { "settings.yaml": "..." }'],
    ['on both kinds at once', { data: { a: '1' }, secretData: { b: '1' } }, 'VersionedConfig: secretData: cannot be combined with data or binaryData: one object is a Secret or a ConfigMap; make one of each'],
    ['on a key that is there twice', { data: { a: '1' }, binaryData: { a: 'AQ==' } }, 'VersionedConfig: binaryData["a"]: must be a key of its own, got one of data; drop one of them'],
    ['on a name that no object can have', { configName: 'Settings', data: { a: '1' } }, 'VersionedConfig: configName: must be a name of at most 242 lower-case letters, digits, dashes and dots, got "Settings"; write one such as "checkout-settings"'],
  ])('%s', (_, props, message) => {
    expect(make(props)).toThrow(message);
  });

  test('on a value that is known later, which has no hash', () => {
    const later = Lazy.any({ produce: () => 'later' }) as string;
    expect(make({ data: { a: later } })).toThrow('VersionedConfig: data["a"]: must be known when the program runs, since the name depends on it, got a value that is known later');
  });

  test('on a value that is no text', () => {
    expect(make({ data: { port: 8080 as unknown as string } })).toThrow('VersionedConfig: data["port"]: must be text, got 8080; write "8080"');
  });
});
