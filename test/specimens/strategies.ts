import { Duration } from 'cdk8s';
import { LabelExpression, LabelSelector } from 'cdk8s-plus-28';
import { AlbTraffic, AntiAffinity, BlueGreenRollout, CanaryRollout, Controller, GatewayApiTraffic, PodShare, ProgressThreshold, Promotion } from 'rolloutkit';
import type { Program } from '../render';

const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
const carried = { labels: { a: 'b' }, annotations: { a: 'b' } };
const gateway = () => new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
const common = {
  paused: true,
  restartAt: new Date('2026-01-31T12:00:00Z'),
  revisionHistoryLimit: 20,
  rollbackWindow: 3,
  minReady: Duration.seconds(5),
  successfulRunHistoryLimit: 1,
  unsuccessfulRunHistoryLimit: 2,
  scaleDownRevisions: 3,
};

/** Pods alone. */
const pods: Program = chart => {
  const rollout = new CanaryRollout(chart, 'pods', {
    containers,
    controller: Controller.argoRollouts({ antiAffinity: AntiAffinity.required() }),
    maxSurge: PodShare.pods(1),
    maxUnavailable: PodShare.percent(20),
    canaryMetadata: carried,
    stableMetadata: carried,
  });
  rollout.select(LabelSelector.of({ labels: { team: 'a' }, expressions: [LabelExpression.in('tier', ['web'])] }));
  rollout.podMetadata.addLabel('team', 'a');
  rollout.podMetadata.addLabel('tier', 'web');
};

/** Behind a router. */
const routed: Program = chart => {
  new CanaryRollout(chart, 'routed', {
    containers,
    traffic: gateway(),
    controller: Controller.argoRollouts({
      ...common,
      antiAffinity: AntiAffinity.preferred(50),
      scaleDownDelay: Duration.minutes(1),
      replicaProgressThreshold: ProgressThreshold.percent(80),
    }),
    minimumCanaryPods: 3,
    keepAfterAbort: Duration.minutes(1),
    progressDeadline: Duration.minutes(5),
  });
  const controller = Controller.argoRollouts({ dynamicStableScale: true });
  new CanaryRollout(chart, 'turns', { containers, traffic: new AlbTraffic({ hosts: ['turns.example.com'] }), controller, pingPong: true });
};

const switched: Program = chart => {
  new BlueGreenRollout(chart, 'switched', {
    containers,
    controller: Controller.argoRollouts({ ...common, antiAffinity: AntiAffinity.required() }),
    previewReplicas: 1,
    promotion: Promotion.manual(),
    keepAfterAbort: Duration.minutes(1),
    activeMetadata: carried,
    previewMetadata: carried,
    maxUnavailable: PodShare.pods(2),
  });
  const preferring = Controller.argoRollouts({ antiAffinity: AntiAffinity.preferred() });
  new BlueGreenRollout(chart, 'waiting', { containers, controller: preferring, promotion: Promotion.automatic({ after: Duration.minutes(1) }) });
};

export const programs: readonly Program[] = [pods, routed, switched];
