import { dialectOf } from './analysis';
import type { AnalysisIntent } from './analysis';
import { askedAnalyses } from './asked';
import type { Problem } from './problem';
import { countsRequests } from './protocol';
import type { RolloutIntent } from './rollout';
import type { TelemetryDialect } from './telemetry';
import { questionsIn } from './template';

/** What is asked or told of a rollout, and contradicts what is spoken on its port. */
export function protocolProblems(intent: RolloutIntent): readonly Problem[] {
  switch (intent.protocol?.kind) {
    case 'grpc': return deafQuestions(intent);
    case 'none': return [...trafficOfWorker(intent), ...questionsToWorker(intent), ...scrapeProblems(intent)];
    default: return scrapeProblems(intent);
  }
}

/** Annotations stand on the Services that are written. */
function scrapeProblems({ services: { scrape, main, next, ports }, protocol }: RolloutIntent): readonly Problem[] {
  const none = protocol?.kind === 'none' || ports.length === 0;
  return scrape === undefined || (!none && !(main.existing && next.existing)) ? [] : [{
    property: 'scrape',
    message: none ? 'stands on Services, and this rollout has none' : `stands on Services that are written, and ${main.name} and ${next.name} exist already`,
    fix: none ? 'drop it, and write podMetadata: { annotations: { "prometheus.io/scrape": "true" } }, which Prometheus reads of pods' : 'drop it, and annotate those Services',
  }];
}

interface Asked {
  readonly property: string;
  readonly question: AnalysisIntent;
  readonly dialect: TelemetryDialect;
}

/** What is asked of requests, where the telemetry says what a request is. */
const ofRequests: readonly string[] = ['success-rate', 'error-rate', 'burn-rate', 'request-rate', 'latency', 'baseline'];
/** What an error is does not matter to them. */
const ofAnyOutcome: readonly string[] = ['request-rate', 'latency'];

function aboutRequests(intent: RolloutIntent): readonly Asked[] {
  return askedAnalyses(intent.strategy).flatMap(({ analysis, property }) => questionsIn(analysis)
    .filter(({ question, scope }) => scope !== 'everything' && ofRequests.includes(question.kind))
    .map(question => ({ property, question, dialect: dialectOf(question, intent) })));
}

/** A gate over HTTP statuses passes whatever a gRPC server answers. */
function deafQuestions(intent: RolloutIntent): readonly Problem[] {
  const asked = aboutRequests(intent).filter(({ dialect }) => dialect.blindToGrpc === true)
    .filter(({ question: { question } }) => !ofAnyOutcome.includes(question.kind === 'baseline' ? question.of.compared.kind : question.kind));
  const own = asked.filter(({ question }) => question.telemetry !== undefined).map(({ property, dialect }) => deaf(`${property}.telemetry`, dialect));
  const shared = asked.some(({ question }) => question.telemetry === undefined) ? [deaf('telemetry', intent.telemetry._dialect)] : [];
  return [...shared, ...own, ...scrapeProblems(intent)];
}

function deaf(property: string, { name }: TelemetryDialect): Problem {
  return {
    property,
    message: `cannot be Telemetry.${name} where protocol is Protocol.grpc(): it counts HTTP statuses, a call of gRPC that fails has the status 200, and the gate would always pass`,
    fix: 'write Telemetry.grpcServer(), that of a mesh or of Traefik, or Telemetry.custom() over counters that know the code of a call',
  };
}

function trafficOfWorker({ strategy, services: { main, next } }: RolloutIntent): readonly Problem[] {
  if (strategy.kind === 'canary') {
    return strategy.router === undefined ? [] : [{
      property: 'traffic',
      message: `cannot be combined with protocol: Protocol.none(): nobody calls the pods, so ${strategy.router.kind} has nothing to split`,
      fix: 'drop traffic, and the share of the canary is its share of the pods; or drop protocol',
    }];
  }
  return main.existing && next.existing ? [] : [{
    property: 'protocol',
    message: 'cannot be Protocol.none() in a blue-green that writes its Services: Argo Rollouts refuses one without an activeService, and a worker takes work from its start, before any switch',
    fix: 'use a CanaryRollout, whose share is that of its pods, or name Services that exist: services: { active, preview }',
  }];
}

function questionsToWorker(intent: RolloutIntent): readonly Problem[] {
  const wrong = aboutRequests(intent).filter(({ dialect }) => !countsRequests(intent.protocol, dialect));
  return wrong.map(({ property, question: { question }, dialect }) => ({
    property,
    message: `asks for the ${question.kind} of requests (Telemetry.${dialect.name}), and with Protocol.none() nobody sends any`,
    fix: 'ask Analysis.custom() for what the worker does, such as failed jobs or the lag of its queue, use Telemetry.custom() over a counter of its jobs, or rely on catastrophe, which watches restarts and memory',
  }));
}
