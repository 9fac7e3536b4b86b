import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as rolloutkit from 'rolloutkit';

/** Something that a rollout can be asked for, as one writes it. */
export interface Wish {
  readonly of: 'CanaryRollout' | 'BlueGreenRollout' | 'ABTestRollout';
  /** As it is written, and all that it needs beside it. */
  readonly property: string;
  readonly beside?: string;
  /** What Argo Rollouts makes of it, and what Flagger: as asked, otherwise, refused. */
  readonly expected: readonly [Sign, Sign];
}

type Sign = '+' | '~' | '-';

export const engines = { 'Argo Rollouts': 'Controller.argoRollouts()', 'Flagger': 'Controller.flagger({ gates: \'http://flagger-loadtester.test\' })' } as const;
export type Engine = keyof typeof engines;

/** What an engine makes of a wish. */
export interface Answer {
  readonly how: 'as asked' | 'otherwise' | 'refused';
  readonly why?: string;
}

const mesh = 'traffic: new IstioTraffic({ hosts: [\'shop\'] })';
const success = 'Analysis.successRate()';
type Expected = `${Sign}${Sign}`;
const wish = (of: Wish['of'], expected: Expected, property: string, beside?: string): Wish =>
  ({ of, property, beside, expected: [...expected] as unknown as Wish['expected'] });
const canary = (expected: Expected, property: string, beside = mesh) => wish('CanaryRollout', expected, property, beside);
const blueGreen = (expected: Expected, property: string, beside?: string) => wish('BlueGreenRollout', expected, property, beside);
const abTest = (expected: Expected, property: string, beside = `${mesh}, duration: Duration.minutes(30)`) =>
  wish('ABTestRollout', expected, property, beside);

export const wishes: readonly Wish[] = [
  canary('++', 'ramp: Ramp.stages([5, 25, 50])'),
  canary('++', 'ramp: Ramp.stages([20, 40, 60], { hold: Duration.minutes(2) })'),
  canary('+~', 'ramp: Ramp.of([Stage.at(20, { hold: Duration.minutes(1) }), Stage.at(50, { hold: Duration.minutes(5) })])'),
  canary('+-', 'ramp: Ramp.stages([5], { hold: Duration.seconds(5) })'),
  canary('+~', 'ramp: Ramp.of([Stage.at(20, { approval: true }), Stage.at(40, { approval: true })])'),
  canary('+-', 'ramp: Ramp.of([Stage.at(20), Stage.at(40, { approval: true })])'),
  canary('+~', 'ramp: Ramp.of([Stage.at(20, { scale: { replicas: 3 } })])'),
  canary('+-', 'ramp: Ramp.of([Stage.forAudience(Audience.header(\'x-internal\').isExactly(\'true\')), Stage.at(20)])'),
  canary('+-', 'ramp: Ramp.stages([20, 50])', ''),
  canary('+-', 'traffic: new AlbTraffic({ hosts: [\'shop.example.com\'] })', ''),
  canary('++', 'traffic: new TraefikTraffic({ hosts: [\'shop.example.com\'] })', ''),
  canary('-+', 'traffic: new KumaTraffic()', ''),
  canary('++', 'steps: [Step.weight(20), Step.hold(Duration.minutes(5))]'),
  canary('+-', 'steps: [Step.weight(20), Step.hold(Duration.minutes(5)), Step.mirror({ route: \'copy\', percent: 10, matches: [{ method: { exact: \'GET\' } }] })]'),
  canary('-+', 'mirrorPercent: 20'),
  canary('++', 'sessionAffinity: SessionAffinity.cookie()', 'traffic: new GatewayApiTraffic({ hosts: [\'shop.example.com\'], gateway: \'public\' })'),
  canary('++', 'minimumCanaryPods: 3'),
  canary('+~', 'canaryMetadata: { labels: { track: \'canary\' } }'),
  canary('++', `analyses: [${success}]`),
  canary('++', `gates: [Gate.throughout(${success})]`),
  canary('+~', `gates: [Gate.atStage(25, ${success})]`, `ramp: Ramp.stages([5, 25, 50]), ${mesh}`),
  canary('+~', `gates: [Gate.beforePromotion(${success})]`),
  canary('--', `gates: [Gate.afterPromotion(${success})]`),
  canary('+-', `gates: [Gate.throughout(${success}, { dryRun: true })]`),
  canary('+~', 'analyses: [Analysis.successRate({ failureLimit: 3 })]'),
  canary('+~', 'analyses: [Analysis.successRate({ noData: NoData.hold() })]'),
  canary('++', 'analyses: [Analysis.successRate({ noData: NoData.reject() })]'),
  canary('++', 'analyses: [Analysis.successRate({ noData: NoData.accept() })]'),
  canary('+-', 'analyses: [Action.job({ containers: [{ image: \'registry.example/smoke:1\' }] })]'),
  canary('++', 'hooks: [Hook.beforeTraffic(Action.http({ url: \'http://hooks.shop/\', method: HttpMethod.POST }))]'),
  canary('++', 'hooks: [Hook.beforeTraffic(Action.helmTest({ release: \'shop\' }))]'),
  canary('++', 'hooks: [Hook.duringTraffic(Action.loadTest({ command: \'hey -z 1m http://{{args.canary-service}}.shop/\' }))]'),
  canary('-~', 'hooks: [Hook.onRollback(Action.http({ url: \'http://hooks.shop/\', method: HttpMethod.POST }))]'),
  canary('+~', 'catastrophe: Catastrophe.above({ errors: 10, restarts: 2 })', `analyses: [${success}], ${mesh}`),
  canary('++', 'promotion: Promotion.manual()'),
  canary('+~', 'promotion: Promotion.automatic({ after: Duration.minutes(5) })'),
  canary('++', 'freeze: \'end of the quarter\''),
  canary('+~', 'keepAfterAbort: Duration.minutes(5)'),
  canary('++', 'progressDeadline: Duration.minutes(5)'),
  canary('++', 'scaling: Scaling.hpa({ min: 3, max: 9 })'),
  canary('++', 'scaling: Scaling.keda(\'checkout\', { min: 3, max: 9 })'),
  canary('++', 'disruptionBudget: DisruptionBudget.atMostDown(1)'),
  canary('++', 'services: { stable: \'shop\' }'),
  canary('+-', 'services: { canary: \'shop-next\' }'),
  canary('-+', 'source: new DynatraceSource({ address: \'https://shop.live.dynatrace.com\', secret: SecretReference.named(\'dynatrace\') })', `analyses: [Analysis.custom({ name: 'errors', query: 'builtin:service.errors', atMost: 1 })], ${mesh}`),
  canary('+-', 'source: new WavefrontSource({ address: \'shop.wavefront.com\' })', `analyses: [Analysis.custom({ name: 'errors', query: 'default(0, ts(errors))', atMost: 1 })], ${mesh}`),
  blueGreen('+~', `analyses: [${success}]`),
  blueGreen('++', 'promotion: Promotion.manual()'),
  blueGreen('+~', 'previewReplicas: 1'),
  blueGreen('+~', 'scaleDownDelay: Duration.minutes(10)'),
  blueGreen('-+', 'traffic: new IstioTraffic({ hosts: [\'shop\'] })'),
  blueGreen('-+', 'mirrorPercent: 50', mesh),
  abTest('++', 'audience: Audience.header(\'x-internal\').isExactly(\'true\')'),
  abTest('++', 'audience: Audience.cookie(\'beta\').isPresent()'),
  abTest('--', 'audience: Audience.cookie(\'beta\').isPresent()', 'traffic: new NginxTraffic({ hosts: [\'shop.example.com\'] }), duration: Duration.minutes(30)'),
  abTest('+-', 'ramp: Ramp.stages([20, 50])', `audience: Audience.header('x-internal').isExactly('true'), ${mesh}, duration: Duration.minutes(30)`),
];

const names = { ...kplus, ...cdk8s, ...rolloutkit };

export function answerOf({ of, property, beside = '' }: Wish, engine: Engine): Answer {
  const app = new cdk8s.App();
  const chart = new cdk8s.Chart(app, 'shop', { namespace: 'shop' });
  const containers = 'containers: [{ image: \'registry.example/checkout:1\', portNumber: 8080 }]';
  const parts = [containers, property, beside, `controller: ${engines[engine]}`].filter(part => part !== '');
  const said: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (text: unknown) => said.push(...String(text).split('\n')) > 0;
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('chart', ...Object.keys(names), `new ${of}(chart, 'checkout', { ${parts.join(', ')} })`)(chart, ...Object.values(names));
    app.synthYaml();
  } catch (thrown) {
    const lines = (thrown as Error).message.split('\n').map(line => line.trim()).filter(line => line.startsWith('[') || /^[A-Z]\w+[.:]/.test(line));
    return { how: 'refused', why: reason(lines.find(line => !line.startsWith('Validation'))?.replace(/^\[[^\]]*\] /, '') ?? (thrown as Error).message) };
  } finally {
    process.stderr.write = write;
  }
  const word = said.find(line => line.endsWith('(property)') && !line.includes('  controller: '));
  return word === undefined ? { how: 'as asked' } : { how: 'otherwise', why: reason(word.replace(/^\w+ {2}\w+ \S+ {2}/, '')) };
}

/** What is wrong, without the property before it and what to do after it. */
function reason(line: string): string {
  return line.replace(/^[a-zA-Z][\w.[\]]*: /, '').replace(/;(?!.*;).*$/s, '');
}
