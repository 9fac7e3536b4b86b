import { GOOD, rolloutkit } from './command-line';
import { fakeKubectl } from './fake-kubectl';
import type { Difference } from './fake-kubectl';
import { EVERY_KIND } from '../../src/cli/cluster/kinds';
import { readGraph } from '../../src/graph/graph';
import { ObjectIndex } from '../../src/graph/object-index';
import { everyExample } from '../../src/rules/every-example';
import { judge } from '../../src/rules/judge';
import { completed } from '../rules/completed';

/** A Rollout all of whose surroundings are in the cluster. */
const ROLLOUT = `${GOOD.replace('maxUnavailable: 0', `canaryService: shop-canary
      stableService: shop-stable
      trafficRouting: { nginx: { stableIngress: shop } }`).replace('setWeight: 60', 'setWeight: 60\n        - analysis: { templates: [{ templateName: smoke-test }] }')}`;
const TEMPLATE = `---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: web, namespace: shop }
spec:
  args: [{ name: token, valueFrom: { secretKeyRef: { name: web-token, key: token } } }]
  metrics:
    - name: web
      successCondition: result == "ok"
      provider: { web: { url: 'https://smoke.example/run', headers: [{ key: Authorization, value: 'Bearer {{args.token}}' }], jsonPath: '{$.result}' } }
`;
const WITH_TEMPLATE = `${ROLLOUT.replace('smoke-test', 'web')}${TEMPLATE}`;
/** Errors alone: what is only advised is nothing to this. */
const ERRORS = ['--class', 'refused,broken', '--with', 'cluster'];

async function lint(yaml: string, options: readonly string[] = [], difference: Difference = {}) {
  const { runProgram, calls } = fakeKubectl(difference);
  const progress: string[] = [];
  const outcome = await rolloutkit(['lint', 'a.yaml', ...ERRORS, ...options], { 'a.yaml': yaml }, '', false, {
    runProgram, progress: (text) => progress.push(text),
  });
  return { ...outcome, calls, progress };
}

const gets = (calls: readonly string[]) => calls.filter((call) => call.includes(' get ')).map((call) => call.replace(/^.* get /, ''));

describe('what is named and not in the input', () => {
  test('is found in the cluster', async () => {
    expect(await lint(ROLLOUT, ['--complete'])).toMatchObject({ code: 0, out: '', err: 'nothing found in 1 object\n' });
  });

  test('is judged with what names it, as far as it is a fault of that', async () => {
    const { code, out } = await lint(ROLLOUT, [], {
      change: ({ kind, metadata, spec }) => {
        if (kind === 'Service' && metadata.name === 'shop-canary') {
          spec.selector = { app: 'check-out' };
        }
      },
    });
    expect([code, out.match(/names Service shop-canary, whose selector wants app: check-out/g)?.length]).toEqual([1, 1]);
  });

  test('is a note when the cluster does not have it either', async () => {
    const { code, err } = await lint(ROLLOUT.replace('shop-canary', 'shop-new'));
    expect(code).toBe(0);
    expect(err).toContain('names Service shop-new, which is neither in the input nor in the cluster of context staging; ');
    expect(err).toContain('1 object named and neither in the input nor read in the cluster of context staging: name their files');
  });

  test('is an error when the cluster does not have it either and the input is complete', async () => {
    const { code, out } = await lint(ROLLOUT.replace('shop-canary', 'shop-new'), ['--complete']);
    expect(code).toBe(1);
    expect(out).toContain('names Service shop-new, which is neither in the input nor in the cluster of context staging; ');
  });

  test('is an error when the cluster has no such kind', async () => {
    const { code, out, calls } = await lint(ROLLOUT, ['--complete'], { without: /argoproj/ });
    expect(code).toBe(1);
    expect(out).toContain('names AnalysisTemplate smoke-test, which is neither in the input nor in');
    expect(gets(calls)[0]).not.toContain('argoproj');
  });
});

describe('of a Secret', () => {
  test('keys are known, and values are never asked for', async () => {
    const { code, out, calls } = await lint(WITH_TEMPLATE.replace('key: token', 'key: tokn'));
    expect(code).toBe(1);
    expect(out).toContain('must be a key of Secret shop/web-token, which has other and token, got tokn');
    expect(gets(calls).filter((call) => call.startsWith('secrets'))).toEqual([expect.stringMatching(/^secrets --namespace=shop --field-selector=type!=helm\.sh\/release\.v1 -o go-template=/)]);
  });

  test('nothing is asked where no metric needs one', async () => {
    const { calls } = await lint(ROLLOUT);
    expect(gets(calls).filter((call) => /secrets|configmaps/.test(call))).toEqual([]);
  });

  test('that may not be read nothing is said', async () => {
    const { code, err } = await lint(WITH_TEMPLATE.replace('key: token', 'key: tokn'), [], { forbidden: ['secrets'] });
    expect(code).toBe(0);
    expect(err).toContain('may not read secrets in namespace shop of the cluster of context staging: that needs the right to list them\n');
  });
});

test('of a ConfigMap the keys are known, and whether it can change', async () => {
  const withConfig = GOOD.replace('image: registry.example/checkout:1.0.0', 'image: registry.example/checkout:1.0.0, envFrom: [{ configMapRef: { name: settings } }]');
  const { out, calls } = await lint(withConfig, ['--class', 'advice', '--rule', 'versioned-config']);
  expect(out).toBe('');
  expect(gets(calls).at(-1)).toMatch(/^configmaps --namespace=shop -o go-template=/);
});

describe('what may not be read', () => {
  test('is told, with the right that is needed, and the run goes on', async () => {
    const { code, err } = await lint(ROLLOUT, ['--complete'], { forbidden: ['ingresses.networking.k8s.io', 'clusteranalysistemplates.argoproj.io'] });
    expect(code).toBe(0);
    expect(err).toContain('may not read clusteranalysistemplates.argoproj.io and ingresses.networking.k8s.io in namespace shop of the cluster of context staging: '
      + 'that needs the right to list them\n');
  });

  test('may be all of it', async () => {
    const { code, err } = await lint(ROLLOUT, [], { without: /^(?!services|secrets)/, forbidden: ['services', 'secrets'] });
    expect([code, err.match(/^may not read .*$/m)?.[0]]).toEqual([0,
      'may not read services in namespace shop of the cluster of context staging: that needs the right to list them']);
  });

  test('may well be what scales a Rollout, or lets a route lead to it', async () => {
    const unscaled = ROLLOUT.replace('  replicas: 5\n', '').replace(/ {6}(?:stableService|trafficRouting):.*\n/g, '');
    const options = ['--complete', '--rule', 'weights-reachable', '--class', 'risky'];
    expect((await lint(unscaled, options)).out).toContain('(weights-reachable)');
    expect((await lint(unscaled, options, { forbidden: ['horizontalpodautoscalers.autoscaling'] })).out).toBe('');
  });

  test('is not taken for something that is not there', async () => {
    const { code, err } = await lint(ROLLOUT, ['--complete'], { forbidden: ['services'] });
    expect(code).toBe(0);
    expect(err).toContain('names Service shop-canary, which is not in the input');
    expect(err).toContain('2 objects named and neither in the input nor read in the cluster of context staging: name their files with --with\n');
  });
});

describe('asks', () => {
  test('one question for all kinds of a namespace, and of those the cluster has only what matters', async () => {
    const { calls } = await lint(ROLLOUT);
    expect(calls).toEqual([
      expect.stringMatching(/^config view --minify /),
      '--request-timeout=10s api-resources --verbs=list --no-headers',
      '--request-timeout=10s get rollouts.argoproj.io,experiments.argoproj.io,analysistemplates.argoproj.io,clusteranalysistemplates.argoproj.io,services,'
        + 'horizontalpodautoscalers.autoscaling,poddisruptionbudgets.policy,deployments.apps,statefulsets.apps,daemonsets.apps,ingresses.networking.k8s.io '
        + '--namespace=shop -o json',
    ]);
  });

  test('in the context and, for objects without a namespace, in the namespace that are given', async () => {
    const { calls } = await lint(ROLLOUT.replace(', namespace: shop', ''), ['--context', 'production', '-n', 'orders']);
    expect(calls.every((call) => call.startsWith('--context=production '))).toBe(true);
    expect(gets(calls)).toEqual([expect.stringContaining(' --namespace=orders ')]);
  });

  test.each([['staging', 'shop'], ['bare', 'default']])('in the namespace of context %s when there is none', async (context, namespace) => {
    const { calls } = await lint(ROLLOUT.replace(', namespace: shop', ''), ['--context', context]);
    expect(gets(calls)).toEqual([expect.stringContaining(` --namespace=${namespace} `)]);
  });

  test('in every namespace of the input, for what has none of its own once', async () => {
    const { calls } = await lint(`${ROLLOUT}---\n${GOOD.replaceAll('shop', 'orders')}`);
    expect(gets(calls).map((call) => [/--namespace=\S+/.exec(call)?.[0], call.includes('clusteranalysistemplates')])).toEqual([['--namespace=shop', true], ['--namespace=orders', false]]);
  });

  test('for nothing but routes and Gateways in a namespace that is only named', async () => {
    const istio = ROLLOUT.replace('nginx: { stableIngress: shop }', 'istio: { virtualService: { name: shop.mesh } }');
    const { calls } = await lint(istio, [], { also: ['virtualservices  vs  networking.istio.io/v1  true  VirtualService'] });
    expect(gets(calls)).toEqual([expect.stringContaining(' --namespace=shop '), 'virtualservices.networking.istio.io --namespace=mesh -o json']);
    // a cluster that has none is not asked
    expect(gets((await lint(istio)).calls)).toEqual([expect.stringContaining(' --namespace=shop ')]);
  });

  test('nothing in a namespace that is to be filled in', async () => {
    expect(gets((await lint(ROLLOUT.replace('namespace: shop', "namespace: '${NAMESPACE}'"))).calls)).toEqual([]);
  });

  test('nothing where the input holds nothing that matters', async () => {
    const { code, calls } = await lint('apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n');
    expect([code, calls.length]).toEqual([0, 1]);
  });

  test('in a pod without a kubeconfig, where kubectl knows the namespace', async () => {
    const { code, calls, err } = await lint(ROLLOUT.replace(', namespace: shop', '').replace('shop-canary', 'shop-new'), [], {
      instead: { config: { code: 1, out: '', err: 'error: current-context must exist in order to minify\n' } },
    });
    expect([code, gets(calls).filter((call) => call.includes('namespace'))]).toEqual([0, []]);
    expect(err).toContain('names Service shop-new, which is neither in the input nor in the cluster; ');
  });

  test('and says meanwhile what it does, and at last nothing', async () => {
    const { progress } = await lint(ROLLOUT);
    expect(progress).toEqual(['asking the cluster of context staging what kinds it has', 'reading namespace shop of the cluster of context staging', '']);
  });
});

describe('what is in the input', () => {
  test.each(['metadata: { name: shop-canary, namespace: shop }', 'metadata: { name: shop-canary }'])('wins over the cluster, with %s', async (metadata) => {
    const service = `---\napiVersion: v1\nkind: Service\n${metadata}\nspec: { selector: { app: elsewhere }, ports: [{ port: 80 }] }\n`;
    const { code, out } = await lint(ROLLOUT + service);
    expect(code).toBe(1);
    expect(out).toContain('names Service shop-canary, whose selector wants app: elsewhere');
  });

  test('in files of somebody else wins as well', async () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: shop-canary, namespace: shop }\nspec: { selector: { app: elsewhere }, ports: [{ port: 80 }] }\n';
    const { runProgram } = fakeKubectl();
    const { code } = await rolloutkit(['lint', 'a.yaml', '--with', 'b.yaml', ...ERRORS], { 'a.yaml': ROLLOUT, 'b.yaml': service }, '', false, { runProgram });
    expect(code).toBe(1);
  });

  test('is the Rollout that takes over a Deployment of the cluster, whatever pods that one has left', async () => {
    const adopting = ROLLOUT.replace(/ {2}selector:[^]*? {2}strategy:/, '  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: checkout-pods, scaleDown: progressively }\n  strategy:');
    expect(await lint(adopting, ['--complete'])).toMatchObject({ code: 0, out: '' });
    // nor are the ReplicaSets of a Rollout somebody else's
    const selecting = adopting.replace('  workloadRef:', '  selector: { matchLabels: { app: checkout } }\n  workloadRef:');
    expect(await lint(selecting, ['--rule', 'pods-apart', '--class', 'risky'])).toMatchObject({ code: 0, out: '' });
  });

  test('and has no namespace means what is in the namespace that is read for it', async () => {
    const other = GOOD.replaceAll('shop', 'orders');
    const nameless = ROLLOUT.replace(', namespace: shop', '').replace(/ {6}(?:stableService|trafficRouting):.*\n/g, '');
    const { out } = await lint(`${other}---\n${nameless}`, [], {
      change: ({ kind, metadata, spec }) => {
        if (kind === 'Service' && metadata.name === 'shop-stable') {
          Object.assign(metadata, { name: 'shop-canary', namespace: 'orders' });
          spec.selector = { app: 'elsewhere' };
        }
      },
    });
    expect(out).toBe('');
  });
});

test('what is in the cluster is not judged, nor what its controllers have written', async () => {
  const scaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: basket, namespace: shop }
spec: { scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: basket }, minReplicas: 2, maxReplicas: 9 }
`;
  const { runProgram } = fakeKubectl();
  expect(await rolloutkit(['lint', 'a.yaml', '--with', 'cluster'], { 'a.yaml': scaler }, '', false, { runProgram })).toMatchObject({ code: 0, out: '' });
});

test('a finding on an object of the cluster says where it is', async () => {
  const { code, out } = await lint(ROLLOUT, ['--rule', 'service-shared'], {
    change: ({ kind, metadata, spec }) => {
      if (kind === 'Rollout' && metadata.name === 'basket') {
        spec.strategy = { canary: { canaryService: 'shop-canary' } };
      }
    },
  });
  expect(code).toBe(1);
  expect(out).toContain('(cluster staging)\n  error  Rollout shop/basket  (service-shared)\n');
});

test('goes on when one server behind the API server is away', async () => {
  const { out } = await fakeKubectl().runProgram('kubectl', ['api-resources', '--verbs=list', '--no-headers'], 1) as { out: string };
  const err = 'error: unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: the server is currently unable to handle the request\n';
  expect(await lint(ROLLOUT, ['--complete'], { instead: { 'api-resources': { code: 1, out, err } } })).toMatchObject({ code: 0, out: '' });
});

test.each([['--context', 'staging'], ['--namespace', 'shop'], ['-n', 'shop']])('fails with 2 when %s is given and no cluster is asked for', async (...option) => {
  const name = option[0] === '-n' ? '--namespace' : option[0];
  expect(await rolloutkit(['lint', 'a.yaml', ...option], { 'a.yaml': ROLLOUT })).toMatchObject({
    code: 2, err: `rolloutkit: lint: ${name} is about the cluster, which is asked for by --with cluster\n`,
  });
});

test('fails with 2 on what is no name of a namespace', async () => {
  expect(await lint(ROLLOUT, ['-n', 'My Shop'])).toMatchObject({ code: 2, err: 'rolloutkit: lint: --namespace must be the name of a namespace, got My Shop\n' });
});

test('a file of that name is ./cluster', async () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: shop-canary, namespace: shop }\nspec: { selector: { app: elsewhere }, ports: [{ port: 80 }] }\n';
  expect(await rolloutkit(['lint', 'a.yaml', '--with', './cluster'], { 'a.yaml': ROLLOUT, './cluster': service })).toMatchObject({ code: 1 });
});

test('every kind that a rule looks for is among those that are asked for', () => {
  const asked = new Set<string>();
  const methods = (['ofKind', 'named', 'find', 'findClusterWide'] as const).map((method) => {
    const original = ObjectIndex.prototype[method] as (...args: unknown[]) => never;
    return jest.spyOn(ObjectIndex.prototype, method).mockImplementation(function (this: ObjectIndex, ...args: unknown[]) {
      asked.add(args[0] as string);
      return original.apply(this, args);
    });
  });
  for (const { bad, good } of everyExample.values()) {
    [bad, good].forEach((yaml) => judge(readGraph(completed(yaml))));
  }
  methods.forEach((method) => method.mockRestore());
  // under its old name an API server has the same Ingresses a second time
  expect([...asked].filter((kind) => !EVERY_KIND.has(kind))).toEqual(['Ingress.extensions']);
});
