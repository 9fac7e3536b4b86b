import { Duration } from 'cdk8s';
import { AnalysisTemplate, Arg, CanaryRollout, Controller, ExperimentVersion, GatewayApiTraffic, IstioTraffic, Step } from 'rolloutkit';
import type { HeaderMatch, TextMatch } from 'rolloutkit';
import type { Program } from '../render';

const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
const matches: readonly TextMatch[] = [{ exact: 'a' }, { prefix: 'a' }, { regex: 'a' }];
const headers: HeaderMatch[] = matches.map((value, index) => ({ header: `x-${index}`, value }));

/** Steps that only a mesh can do. */
const meshed: Program = chart => {
  new CanaryRollout(chart, 'meshed', {
    containers,
    traffic: IstioTraffic.existing('shop', { routes: ['checkout'] }),
    steps: [
      Step.scale({ replicas: 1 }),
      ...headers.map(({ header, value }) => Step.headers({ route: header, matches: [{ header, value }] })),
      Step.mirror({ route: 'copy', percent: 50, matches: matches.map((match, index) => ({ method: match, path: match, headers: [headers[index]] })) }),
      ...headers.map(({ header }) => Step.headers({ route: header })),
      Step.mirror({ route: 'copy' }),
      Step.scale({ percent: 20 }),
      Step.weight(20),
      Step.scale({ matchTraffic: true }),
      Step.hold(Duration.minutes(1)),
      Step.approval(),
    ],
  });
};

const experiments: Program = chart => {
  const template = AnalysisTemplate.fromName('house', { clusterWide: true, metrics: ['cost'], args: ['team', 'hash', 'limit'].map(name => Arg.required(name)) });
  new CanaryRollout(chart, 'tried', {
    containers,
    traffic: new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' }),
    controller: Controller.argoRollouts({ analysisRunMetadata: { labels: { a: 'b' }, annotations: { a: 'b' } } }),
    steps: [
      Step.experiment({
        variants: [{
          name: 'next',
          version: ExperimentVersion.CANARY,
          replicas: 2,
          weight: 5,
          metadata: { labels: { a: 'b' }, annotations: { a: 'b' } },
          selector: { a: 'b' },
          serviceName: 'next',
        }],
        duration: Duration.minutes(5),
        scaleDownDelay: Duration.minutes(1),
        analyses: [template],
        dryRun: true,
        args: [Arg.field('team', "metadata.labels['team']"), Arg.canaryHash('hash'), Arg.value('limit', '6')],
        runMetadata: { labels: { c: 'd' } },
      }),
      Step.plugin('acme/step', { settings: { a: 'b' } }),
      Step.weight(20),
      Step.hold(Duration.minutes(1)),
    ],
  });
};

export const programs: readonly Program[] = [meshed, experiments];
