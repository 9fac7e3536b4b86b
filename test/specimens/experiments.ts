import { Duration } from 'cdk8s';
import { LabelExpression, LabelSelector } from 'cdk8s-plus-28';
import { Analysis, AnalysisTemplate, Arg, Experiment } from 'rolloutkit';
import type { Program } from '../render';

/** Two versions apart from every rollout. */
const compared: Program = chart => {
  const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
  const house = AnalysisTemplate.fromName('house', { clusterWide: true, metrics: ['cost'], args: [Arg.required('limit')] });
  const experiment = new Experiment(chart, 'compare', {
    variants: [
      { name: 'baseline', containers, replicas: 2, minReady: Duration.seconds(5) },
      { name: 'next', containers, serviceName: 'next' },
    ],
    duration: Duration.minutes(30),
    progressDeadline: Duration.minutes(5),
    scaleDownDelay: Duration.minutes(1),
    terminate: true,
    analyses: [
      { analysis: Analysis.errorRate(), of: 'next', required: true },
      { analysis: house, args: [Arg.value('limit', '5')], name: 'cost' },
    ],
    dryRun: ['.*'],
    keptMeasurements: { '.*': 5 },
    runMetadata: { labels: { a: 'b' }, annotations: { a: 'b' } },
  });
  const next = experiment.variant('next');
  next.select(LabelSelector.of({ expressions: [LabelExpression.in('tier', ['web'])] }));
  next.podMetadata.addLabel('tier', 'web');
};

export const programs: readonly Program[] = [compared];
