import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Analysis, BlueGreenRollout, Catastrophe, Controller, Gate, Promotion, RolloutDefaults, Telemetry } from 'rolloutkit';
import type { BlueGreenRolloutProps } from 'rolloutkit';
import { findingsOf, manifestsOf, named, switched, switchedBlueGreen, switchedManifests, synthesize } from '../render';
import type { Written } from '../render';

const names = (manifests: readonly Written[]) => manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
const templatesOf = (analysis: Written) => analysis?.templates.map(({ templateName }: Written) => templateName);
/** What is said without stopping the synth, by rule and property. */
const warnings = (props: Partial<BlueGreenRolloutProps>) => synthesize(chart => { switched(chart, props); }).words.trim().split('\n')
  .map(line => line.replace(/^(\w+) {2}Rollout shop\/checkout {2}([\w[\].]+): .*\((.*)\)$/, '$1 $2 $3'));
const told = (props: Partial<BlueGreenRolloutProps>) => findingsOf(chart => { switched(chart, props); }).map(line => line.replace('[test/checkout] ', ''));
const smoke = Analysis.custom({ name: 'smoke', query: 'smoke_passed', atLeast: 1, count: 1 });

describe('as simple as it gets', () => {
  const manifests = switchedManifests();

  test('it writes the Rollout and its two Services', () => {
    expect(names(manifests)).toEqual(['Rollout checkout', 'Service checkout', 'Service checkout-preview']);
  });

  test('it switches by itself as soon as the new pods are ready, and keeps the old ones for five minutes', () => {
    expect(switchedBlueGreen()).toEqual({ activeService: 'checkout', previewService: 'checkout-preview', scaleDownDelaySeconds: 300 });
  });

  test('it has five pods, and ten minutes to get them ready', () => {
    expect(named(manifests, 'Rollout', 'checkout').spec).toMatchObject({ replicas: 5, progressDeadlineSeconds: 600, progressDeadlineAbort: true });
  });

  test('nothing is said', () => {
    expect(synthesize(chart => { switched(chart); }).words).toBe('');
  });
});

describe('the switch', () => {
  test.each([
    ['by itself', Promotion.automatic(), {}],
    ['after a while', Promotion.automatic({ after: Duration.minutes(5) }), { autoPromotionSeconds: 300 }],
    ['when a person says so', Promotion.manual(), { autoPromotionEnabled: false }],
  ])('%s', (_, promotion, expected) => {
    const { autoPromotionEnabled, autoPromotionSeconds } = switchedBlueGreen({ promotion });
    const untold = { autoPromotionEnabled: undefined, autoPromotionSeconds: undefined };
    expect({ autoPromotionEnabled, autoPromotionSeconds }).toEqual({ ...untold, ...expected });
  });

  test('of fewer pods than there will be', () => {
    expect(switchedBlueGreen({ previewReplicas: 2, promotion: Promotion.manual() }).previewReplicaCount).toBe(2);
  });

  test('of pods that carry what they are', () => {
    const version = (traffic: string) => ({ labels: { traffic }, annotations: { note: traffic } });
    expect(switchedBlueGreen({ activeMetadata: version('all'), previewMetadata: { labels: { traffic: 'none' }, annotations: {} } }))
      .toMatchObject({ activeMetadata: version('all'), previewMetadata: { labels: { traffic: 'none' } } });
    expect(switchedBlueGreen({ activeMetadata: {}, previewMetadata: { labels: {} } })).not.toHaveProperty('activeMetadata');
  });
});

describe('the old version', () => {
  test('is kept as long as it is told to be', () => {
    expect(switchedBlueGreen({ scaleDownDelay: Duration.hours(1), scaleDownRevisions: 2 }))
      .toMatchObject({ scaleDownDelaySeconds: 3600, scaleDownDelayRevisionLimit: 2 });
  });

  test('is kept as long as the controller is told, where the rollout says nothing', () => {
    const controller = Controller.argoRollouts({ scaleDownDelay: Duration.minutes(2) });
    expect(switchedBlueGreen({ controller }).scaleDownDelaySeconds).toBe(120);
    expect(switchedBlueGreen({ controller, scaleDownDelay: Duration.minutes(7) }).scaleDownDelaySeconds).toBe(420);
    const [rollout] = manifestsOf(chart => {
      RolloutDefaults.of(chart).use({ controller });
      switched(chart);
    });
    expect(rollout.spec.strategy.blueGreen.scaleDownDelaySeconds).toBe(120);
  });
});

describe('the new version after an abort', () => {
  test('is kept until the next release where something is asked after the switch', () => {
    expect(switchedBlueGreen({ analyses: [Analysis.successRate()] }).abortScaleDownDelaySeconds).toBe(0);
    expect(switchedBlueGreen({ gates: [Gate.afterPromotion(Analysis.latency())] }).abortScaleDownDelaySeconds).toBe(0);
  });

  test('is the controller\'s business where an abort can only come before it', () => {
    expect(switchedBlueGreen()).not.toHaveProperty('abortScaleDownDelaySeconds');
    expect(switchedBlueGreen({ gates: [Gate.beforePromotion(smoke)], catastrophe: Catastrophe.ignored() })).not.toHaveProperty('abortScaleDownDelaySeconds');
  });

  test('is kept as long as somebody wants it, and what that may cost is said', () => {
    const props = { analyses: [Analysis.successRate()], keepAfterAbort: Duration.minutes(20) };
    expect(switchedBlueGreen(props).abortScaleDownDelaySeconds).toBe(1200);
    expect(warnings(props)).toEqual(['warning keepAfterAbort switch-back']);
  });
});

describe('questions', () => {
  test('without a place are asked after the switch, with a guard beside them', () => {
    const manifests = switchedManifests({ analyses: [Analysis.successRate(), Analysis.latency()] });
    const { prePromotionAnalysis, postPromotionAnalysis } = named(manifests, 'Rollout', 'checkout').spec.strategy.blueGreen;
    expect(prePromotionAnalysis).toBeUndefined();
    expect(postPromotionAnalysis).toEqual({
      templates: ['checkout-success-rate', 'checkout-latency', 'checkout-guard'].map(templateName => ({ templateName })),
      args: [{ name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } }],
    });
    expect(names(manifests).slice(3)).toEqual(['AnalysisTemplate checkout-success-rate', 'AnalysisTemplate checkout-latency', 'AnalysisTemplate checkout-guard']);
  });

  test('stand where they are told to', () => {
    const gates = [Gate.beforePromotion(smoke), Gate.afterPromotion(Analysis.errorRate(), { dryRun: true })];
    const { prePromotionAnalysis, postPromotionAnalysis } = switchedBlueGreen({ gates });
    expect(templatesOf(prePromotionAnalysis)).toEqual(['checkout-smoke']);
    expect(templatesOf(postPromotionAnalysis)).toEqual(['checkout-error-rate', 'checkout-guard']);
    expect(postPromotionAnalysis.dryRun).toEqual([{ metricName: '^error-rate$' }]);
  });

  test('leave out what ends it at once when they are told to', () => {
    expect(templatesOf(switchedBlueGreen({ analyses: [Analysis.errorRate()], catastrophe: Catastrophe.ignored() }).postPromotionAnalysis)).toEqual(['checkout-error-rate']);
  });

  test('before the switch alone still have a guard after it', () => {
    expect(templatesOf(switchedBlueGreen({ gates: [Gate.beforePromotion(smoke)] }).postPromotionAnalysis)).toEqual(['checkout-guard']);
  });

  test('about requests before the switch are told that nobody sends any', () => {
    expect(synthesize(chart => { switched(chart, { gates: [Gate.beforePromotion(Analysis.successRate())] }); }).words)
      .toContain('counts http_requests_total of the preview, to which nobody sends requests before the switch; ask it after the switch');
  });

  test.each([
    ['throughout', Gate.throughout(Analysis.errorRate())],
    ['eachStage', Gate.eachStage(Analysis.errorRate())],
    ['atStage', Gate.atStage(25, Analysis.errorRate())],
  ])('fails with Gate.%s, which needs stages', (place, gate) => {
    expect(told({ gates: [gate] })).toEqual([
      `gates[0]: Gate.${place} has no place in a blue-green, which has no stages: all of the traffic goes to the new version at once; use Gate.afterPromotion, which can still switch back, or a CanaryRollout, which has stages`,
    ]);
  });
});

describe('Services', () => {
  test('that exist are named and not written', () => {
    const manifests = switchedManifests({ services: { active: 'legacy', preview: 'legacy-next' } });
    expect(names(manifests)).toEqual(['Rollout checkout']);
    expect(manifests[0].spec.strategy.blueGreen).toMatchObject({ activeService: 'legacy', previewService: 'legacy-next' });
  });

  test('that exist need no port of the pods', () => {
    const containers = [{ image: 'worker:1' }];
    expect(names(switchedManifests({ containers, services: { active: 'legacy', preview: 'legacy-next' } }))).toEqual(['Rollout checkout']);
  });

  test('one that exists has the other beside it', () => {
    expect(names(switchedManifests({ services: { active: 'legacy' } }))).toEqual(['Rollout checkout', 'Service checkout-preview']);
  });

  test('can be used by other constructs of cdk8s-plus', () => {
    const manifests = manifestsOf(chart => {
      const { activeService, previewService } = switched(chart);
      expect([activeService.name, previewService.name]).toEqual(['checkout', 'checkout-preview']);
      new kplus.Ingress(chart, 'preview').addHostRule('preview.example.com', '/', kplus.IngressBackend.fromService(previewService.service!));
    });
    expect(manifests.find(({ kind }) => kind === 'Ingress').spec.rules[0].http.paths[0].backend.service.name).toBe('checkout-preview');
  });

  test('end at 63 characters', () => {
    const [, , preview] = manifestsOf(chart => { new BlueGreenRollout(chart, 'a'.repeat(60), { containers: [{ image: 'shop:1', portNumber: 80 }] }); });
    expect(preview.metadata.name).toBe(`${'a'.repeat(55)}-preview`);
  });

  test('fail to be written without a port of the pods', () => {
    expect(told({ containers: [{ image: 'worker:1' }] })).toEqual([
      'containers[0].portNumber: must be given, since the Services of a blue-green lead to it, got none; write the port the container listens on, or name Services that exist, both of them',
    ]);
  });
});

describe('what would be lost is said', () => {
  test.each<[string, Partial<BlueGreenRolloutProps>, string]>([
    ['an old version that is never removed', { scaleDownDelay: Duration.seconds(0) }, 'scaleDownDelay: must not be 0, which keeps the pods of every old version for ever; write scaleDownDelay: 30 s or more (old-version-kept)'],
    ['half a second', { scaleDownDelay: Duration.millis(500) }, 'scaleDownDelay: must be a whole number of seconds, at least 1, got 0.5; write 1 second'],
    ['more old versions than are kept', { scaleDownRevisions: 11 }, 'scaleDownRevisions: must not exceed the revisionHistoryLimit, which is 10 where none is written, got 11; write scaleDownRevisions: 10, or raise revisionHistoryLimit (old-version-kept)'],
    ['nobody to ask before the switch', { previewReplicas: 0, gates: [Gate.beforePromotion(smoke)] }, 'previewReplicas: must be at least 1 where something is asked before the switch, got 0: there is nobody to ask; write previewReplicas: 1, or drop it (preview-replicas)'],
    ['a number of pods that is never reached', { previewReplicas: -2 }, 'previewReplicas: must be a whole number of at least 1, got -2, which is never reached; write previewReplicas: 1, or drop it (preview-replicas)'],
    ['pods that are kept for no time at all', { keepAfterAbort: Duration.seconds(0) }, 'keepAfterAbort: must be at least a second, got 0, which Argo Rollouts reads as for ever; with nothing kept there would be nothing to look into either; leave it out, or write Duration.seconds(30)'],
    ['a setting that does nothing', { controller: Controller.argoRollouts({ dynamicStableScale: true }) }, 'controller.dynamicStableScale: does nothing in a blue-green, whose old version keeps all of its pods until it goes; leave it out, or use a CanaryRollout behind a router'],
    ['a Service name that cannot be', { services: { preview: 'No' } }, 'services.preview: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "No"; write "no"'],
    ['one Service for both', { services: { preview: 'checkout' } }, 'services.active: must be another Service than previewService, got checkout for both; write previewService: checkout-preview, and add that Service (services-distinct)'],
    ['telemetry of a router that is not there', { analyses: [Analysis.successRate()], telemetry: Telemetry.nginxIngress() }, 'analyses[0].telemetry: Telemetry.nginxIngress tells the canary from the stable version only behind nginx, and this rollout has no router; use Telemetry.httpRequests() or Telemetry.custom(), or split the traffic with that router'],
  ])('fails with %s', (_, props, finding) => {
    expect(told(props)).toEqual([finding]);
  });

  test.each<[string, Partial<BlueGreenRolloutProps>, string]>([
    ['an old version that goes before everybody has heard', { scaleDownDelay: Duration.seconds(5) }, 'warning scaleDownDelay old-version-kept'],
    ['the same from the controller', { controller: Controller.argoRollouts({ scaleDownDelay: Duration.seconds(5) }) }, 'warning controller.scaleDownDelay old-version-kept'],
    ['no old version to go back to', { scaleDownRevisions: 0 }, 'warning scaleDownRevisions old-version-kept'],
    ['a preview that nobody can look at', { previewReplicas: 0, promotion: Promotion.manual() }, 'warning previewReplicas preview-replicas'],
    ['pods that are removed right before the switch', { previewReplicas: 9, promotion: Promotion.manual() }, 'info previewReplicas preview-replicas'],
    ['a preview that saves nothing', { previewReplicas: 1 }, 'info previewReplicas preview-replicas'],
  ])('warns of %s', (_, props, warning) => {
    expect(warnings(props)).toEqual([warning]);
  });
});

test('it can be scaled like every workload of cdk8s-plus', () => {
  const manifests = manifestsOf(chart => {
    const target: kplus.IScalable = switched(chart, { previewReplicas: 2, promotion: Promotion.manual() });
    new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target, maxReplicas: 10 });
  });
  expect(manifests[0].spec).not.toHaveProperty('replicas');
  expect(manifests.at(-1).spec.scaleTargetRef).toEqual({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'checkout' });
});
