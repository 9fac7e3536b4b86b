import { outcomeOf } from './outcome';

/*
 * What cannot be combined, by name. Each gives one finding at the one property, which names the other and says how to choose. What an
 * operator could lose by it is said as well.
 */
interface Impossible {
  /** The two, in words. */
  readonly name: string;
  readonly program: string;
  /** Where it is told. */
  readonly property: string;
  /** What else the finding has to speak of. */
  readonly names: RegExp;
}

const pods = "containers: [{ name: 'web', image: 'shop:1', portNumber: 8080 }]";
const gateway = "new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' })";
const nginx = "new NginxTraffic({ hosts: ['shop.example.com'] })";
const forStaff = "Stage.forAudience(Audience.header('x').isPresent(), { hold: Duration.minutes(5) })";
const canary = (props: string) => `new CanaryRollout(chart, 'shop', { ${pods}, ${props} })`;
const blueGreen = (props: string) => `new BlueGreenRollout(chart, 'shop', { ${pods}, ${props} })`;
const adopting = (kind: string) => `Adopted.apiObject(new ApiObject(chart, 'x', { apiVersion: 'apps/v1', kind: '${kind}', metadata: { name: 'db' } }))`;

const impossible: readonly Impossible[] = [
  { name: 'ramp and steps', program: canary('ramp: Ramp.stages([20]), steps: [Step.weight(20)]'), property: 'steps', names: /ramp.*keep the ramp, or/ },
  { name: 'replicas and scaling', program: canary('replicas: 4, scaling: Scaling.hpa({ min: 2, max: 8 })'), property: 'replicas', names: /scaling.*drop replicas, or drop scaling/ },
  {
    name: 'scaling and an autoscaler beside it',
    program: `new HorizontalPodAutoscaler(chart, 'more', { target: ${canary('scaling: Scaling.hpa({ min: 2, max: 8 })')}, maxReplicas: 9 })`,
    property: 'scaling',
    names: /HorizontalPodAutoscaler shop\/shop-more.*drop the others/,
  },
  {
    name: 'adopt and containers',
    program: canary("replicas: 2, adopt: Adopted.named('old', { labels: { app: 'a' }, ports: [{ number: 80 }] })"),
    property: 'containers',
    names: /adopt.*say it there, or drop adopt/,
  },
  { name: 'adopt and a StatefulSet', program: adopting('StatefulSet'), property: 'apiObject', names: /StatefulSet db; leave it as it is.*partition/ },
  { name: 'adopt and a DaemonSet', program: `new CanaryRollout(chart, 'shop', { adopt: ${adopting('DaemonSet')}, replicas: 3 })`, property: 'adopt', names: /DaemonSet db; leave it as it is.*rolling update/ },
  { name: 'traffic and a worker', program: canary(`traffic: ${gateway}, protocol: Protocol.none()`), property: 'traffic', names: /Protocol\.none.*drop traffic.*or drop protocol/ },
  { name: 'blue-green and a worker', program: blueGreen('protocol: Protocol.none()'), property: 'protocol', names: /activeService.*use a CanaryRollout.*or name Services/ },
  {
    name: 'questions about requests and a worker',
    program: canary('analyses: [Analysis.successRate()], protocol: Protocol.none()'),
    property: 'analyses[0]',
    names: /Protocol\.none.*ask Analysis\.custom/,
  },
  { name: 'scrape and a worker', program: canary('protocol: Protocol.none(), scrape: Scrape.at()'), property: 'scrape', names: /Services.*write podMetadata/ },
  {
    name: 'telemetry of HTTP and gRPC',
    program: canary('analyses: [Analysis.successRate()], protocol: Protocol.grpc(), telemetry: Telemetry.httpRequests()'),
    property: 'telemetry',
    names: /protocol is Protocol\.grpc.*would always pass.*write Telemetry\.grpcServer/,
  },
  {
    name: 'telemetry of a router and no such router',
    program: canary('analyses: [Analysis.successRate()], telemetry: Telemetry.nginxIngress()'),
    property: 'analyses[0].telemetry',
    names: /no router.*use Telemetry\.httpRequests.*or split the traffic/,
  },
  {
    name: 'telemetry and a store of another language',
    program: canary('analyses: [Analysis.successRate()], source: new DatadogSource()'),
    property: 'analyses[0].source',
    names: /Telemetry\.httpRequests.*ask in the language of that store/,
  },
  {
    name: 'catastrophe and a store of another language',
    program: canary("analyses: [Analysis.custom({ name: 'a', query: 'avg:a{*}', atMost: 1 })], source: new DatadogSource(), catastrophe: Catastrophe.above()"),
    property: 'catastrophe',
    names: /datadog.*ask a question of your own.*or leave the catastrophe out/,
  },
  { name: 'an audience and no traffic', program: canary(`ramp: Ramp.of([${forStaff}, Stage.at(50)])`), property: 'ramp.stages[0].audience', names: /traffic.*give traffic a router.*or leave the audience out/ },
  {
    name: 'an audience and a router without headers',
    program: canary(`traffic: ${nginx}, ramp: Ramp.of([${forStaff}, Stage.at(50)])`),
    property: 'ramp.stages[0].audience',
    names: /traffic is nginx.*choose GatewayApiTraffic.*or leave the audience out/,
  },
  { name: 'a scale and no traffic', program: canary('ramp: Ramp.of([Stage.at(50, { scale: { replicas: 3 } })])'), property: 'ramp.stages[0].scale', names: /traffic.*give traffic a router, or leave the scale out/ },
  {
    name: 'a mirror step and a router without mirrors',
    program: canary(`traffic: ${gateway}, steps: [Step.weight(20), Step.mirror({ route: 'copy', matches: [{ method: { exact: 'GET' } }] }), Step.approval()]`),
    property: 'steps[1]',
    names: /gatewayApi.*drop the step, or choose a router/,
  },
  { name: 'pingPong and no traffic', program: canary('pingPong: true'), property: 'pingPong', names: /traffic.*choose a router, or drop it/ },
  { name: 'maxSurge and traffic', program: canary(`traffic: ${gateway}, maxSurge: PodShare.pods(1)`), property: 'maxSurge', names: /traffic.*drop it, or leave traffic out/ },
  {
    name: 'maxSurge and maxUnavailable of nothing',
    program: canary('maxSurge: PodShare.pods(0), maxUnavailable: PodShare.pods(0)'),
    property: 'maxSurge',
    names: /maxUnavailable.*write maxUnavailable/,
  },
  { name: 'minimumCanaryPods and no traffic', program: canary('minimumCanaryPods: 2'), property: 'minimumCanaryPods', names: /traffic.*drop it, or give traffic a router/ },
  { name: 'keepAfterAbort and no traffic', program: canary('keepAfterAbort: Duration.minutes(5)'), property: 'keepAfterAbort', names: /traffic.*leave it out, or choose a router/ },
  {
    name: 'dynamicStableScale and no traffic',
    program: canary('controller: Controller.argoRollouts({ dynamicStableScale: true })'),
    property: 'controller.dynamicStableScale',
    names: /router.*drop it, or add/,
  },
  {
    name: 'dynamicStableScale and blue-green',
    program: blueGreen('controller: Controller.argoRollouts({ dynamicStableScale: true })'),
    property: 'controller.dynamicStableScale',
    names: /blue-green.*leave it out, or use a CanaryRollout/,
  },
  {
    name: 'dynamicStableScale and scaleDownDelay',
    program: 'Controller.argoRollouts({ dynamicStableScale: true, scaleDownDelay: Duration.minutes(1) })',
    property: 'dynamicStableScale',
    names: /scaleDownDelay.*keep the one you mean/,
  },
  {
    name: 'scaleDownDelay and no traffic',
    program: canary('controller: Controller.argoRollouts({ scaleDownDelay: Duration.minutes(1) })'),
    property: 'controller.scaleDownDelay',
    names: /router.*drop it, or add/,
  },
  {
    name: 'rollbackWindow and revisionHistoryLimit',
    program: 'Controller.argoRollouts({ rollbackWindow: 5, revisionHistoryLimit: 3 })',
    property: 'rollbackWindow',
    names: /revisionHistoryLimit.*raise revisionHistoryLimit/,
  },
  {
    name: 'minReady and progressDeadline',
    program: canary('progressDeadline: Duration.minutes(1), controller: Controller.argoRollouts({ minReady: Duration.minutes(2) })'),
    property: 'progressDeadline',
    names: /minReadySeconds.*write progressDeadline: 720 s/,
  },
  {
    name: 'pingPong and release 1.9',
    program: canary(`traffic: ${gateway}, pingPong: true, controller: Controller.argoRollouts({ version: '1.9' })`),
    property: 'pingPong',
    names: /controller\.version 1\.9.*drop it, or raise the version/,
  },
  {
    name: 'freeze and a promotion after a time',
    program: blueGreen("freeze: 'a holiday', promotion: Promotion.automatic({ after: Duration.minutes(5) })"),
    property: 'freeze',
    names: /promotion.*leave one of them out/,
  },
  { name: 'Gate.throughout and blue-green', program: blueGreen('gates: [Gate.throughout(Analysis.successRate())]'), property: 'gates[0]', names: /blue-green.*use Gate\.afterPromotion.*or a CanaryRollout/ },
  { name: 'Gate.atStage and a ramp without it', program: canary('ramp: Ramp.stages([20]), gates: [Gate.atStage(50, Analysis.successRate())]'), property: 'gates[0]', names: /there are 20.*name one of these/ },
  { name: 'Gate.afterPromotion and a canary', program: canary('gates: [Gate.afterPromotion(Analysis.successRate())]'), property: 'gates[0]', names: /canary.*use Gate\.beforePromotion/ },
  { name: 'Hook.onRollback and Argo Rollouts', program: canary("hooks: [Hook.onRollback(Action.http({ url: 'http://a' }))]"), property: 'hooks[0]', names: /Argo Rollouts.*subscribe to its notification/ },
  {
    name: 'services.canary and subsets',
    program: canary("traffic: new IstioTraffic({ hosts: ['shop'], subsets: true }), services: { canary: 'next' }"),
    property: 'services.canary',
    names: /subsets of traffic.*keep one of the two/,
  },
  { name: 'one Service for both versions', program: canary("services: { stable: 'shop', canary: 'shop' }"), property: 'services.canary', names: /services\.stable.*everybody.*give it a name of its own/ },
  {
    name: 'previewReplicas of 0 and a gate before the switch',
    program: blueGreen("previewReplicas: 0, gates: [Gate.beforePromotion(Analysis.custom({ name: 'probe', query: 'probe_success', atLeast: 1 }))]"),
    property: 'previewReplicas',
    names: /asked before the switch.*nobody to ask.*write previewReplicas: 1, or drop it/,
  },
  { name: 'scaleDownDelay of 0 and blue-green', program: blueGreen('scaleDownDelay: Duration.seconds(0)'), property: 'scaleDownDelay', names: /for ever.*write scaleDownDelay: 30 s or more/ },
  { name: 'mainContainer and containers without it', program: canary("mainContainer: 'app'"), property: 'mainContainer', names: /there are web/ },
  { name: 'a budget of nothing', program: 'DisruptionBudget.atMostDown(0)', property: 'pods', names: /no node ever emptied.*write 1, or leave the budget out/ },
  {
    name: 'an option and another strategy',
    program: `new Rollout(chart, 'shop', { ${pods}, strategy: Strategy.blueGreen({ ramp: Ramp.stages([20]) }) })`,
    property: 'strategy.ramp',
    names: /belongs to a canary.*drop it, or use a CanaryRollout/,
  },
  {
    name: 'an A/B test and no end',
    program: `new ABTestRollout(chart, 'shop', { ${pods}, traffic: ${gateway}, audience: Audience.header('x').isPresent() })`,
    property: 'duration',
    names: /nothing else ends the test.*or ask something in analyses/,
  },
];

test.each(impossible)('fails on $name', ({ program, property, names }) => {
  const outcome = outcomeOf(program);
  if (outcome.kind !== 'refused') throw new Error(JSON.stringify(outcome));
  expect(outcome.findings.filter(finding => finding.property === property).map(({ text }) => text)).toContainEqual(expect.stringMatching(names));
});
