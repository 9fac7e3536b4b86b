import { approvalHooks } from './approvals';
import { call, unsaid, valuesFor } from './call';
import type { RenderedCall } from './call';
import type { RenderedCourse } from './course';
import type { Told } from './told';
import type { HttpQuestion } from '../../intent/action';
import type { AnalysisIntent } from '../../intent/analysis';
import { askedAnalyses } from '../../intent/asked';
import type { AskedAnalysis } from '../../intent/asked';
import type { GateIntent, GatePlace } from '../../intent/gate';
import type { Problem } from '../../intent/problem';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import { questionsIn } from '../../intent/template';
import type { CanaryWebhook } from '../../manifests/flagger.generated';
import type { PartOrigin } from '../rendered';

/** The type of call that comes at the moment of a gate; absent: Flagger calls nobody then. */
const types: Readonly<Record<GatePlace['kind'], NonNullable<CanaryWebhook['type']> | undefined>> = {
  'before-traffic': 'pre-rollout',
  'during-traffic': 'rollout',
  'each-stage': 'rollout',
  'throughout': 'rollout',
  'at-stage': undefined,
  'before-promotion': 'confirm-promotion',
  'after-promotion': 'post-rollout',
  'on-rollback': 'post-rollout',
};

/** The same of what waits for a person; absent: Flagger waits for nobody then. */
const waitingTypes: typeof types = {
  'before-traffic': 'confirm-rollout',
  'during-traffic': 'confirm-traffic-increase',
  'each-stage': 'confirm-traffic-increase',
  'throughout': undefined,
  'at-stage': undefined,
  'before-promotion': 'confirm-promotion',
  'after-promotion': undefined,
  'on-rollback': undefined,
};

/** Calls at the moments of a release: what the hooks ask for, approvals, and what is written as it is. */
export function renderWebhooks(intent: FlaggerRolloutIntent, course: RenderedCourse): Told<readonly CanaryWebhook[]> {
  const parts = [...askedAnalyses(intent.strategy).flatMap(asked => calls(asked, intent, course)), ...approvalHooks(intent, course)];
  const own = intent.controller.flagger.webhooks ?? [];
  const written = parts.flatMap(({ webhook, property }) => webhook === undefined ? [] : [{ webhook, property }]);
  const origins: PartOrigin[] = [...written.map(({ property }) => property), ...own.map((_, index) => `controller.webhooks[${index}]`)]
    .map((property, index) => ({ path: [index], property }));
  return { fields: [...written.map(({ webhook }) => webhook), ...own], problems: parts.flatMap(({ problems }) => problems), origins };
}

/** What is asked at a gate; what a stage or a step asks for has no place of its own. */
type Asked = AskedAnalysis & Partial<Pick<GateIntent, 'place' | 'args'>>;

/** What an action becomes at its place. */
function calls({ analysis, place, property, args = [] }: Asked, intent: FlaggerRolloutIntent, course: RenderedCourse): readonly RenderedCall[] {
  return questionsIn(analysis).flatMap((each): readonly RenderedCall[] => {
    switch (each.question.kind) {
      case 'job': return [{ property, problems: [noJobs(property, intent)] }];
      case 'http': return [httpCall(each, each.question)];
      default: return [];
    }
  });

  function httpCall(each: AnalysisIntent, question: HttpQuestion): RenderedCall {
    const waits = question.waits === true;
    const type = (waits ? waitingTypes : types)[place?.kind ?? 'at-stage'];
    if (type === undefined) return { property, problems: [waits ? nobodyWaits(property) : noMoment(property)] };
    const values = valuesFor(intent, [...each.args, ...args]);
    return {
      webhook: call(each.name, type, question, values),
      property,
      problems: [...unsaid(each, question, property, values), ...waits ? stagesOfGate(type, property, course) : otherMoment(place, property)],
    };
  }
}

function noJobs(property: string, { name }: FlaggerRolloutIntent): Problem {
  return {
    property,
    message: 'cannot be a Job, since Flagger runs none',
    fix: `let somebody run it who can be called: Action.http, or Action.loadTest and Action.helmTest with its load tester beside ${name}`,
  };
}

function nobodyWaits(property: string): Problem {
  return {
    property,
    message: 'cannot wait for a person there: Flagger waits before there are pods of the new version, before a larger share of the traffic, and before the promotion',
    fix: 'use Hook.beforeTraffic, Hook.duringTraffic or Hook.beforePromotion',
  };
}

/** The calls do not say at which stage they are, and the first comes before there is any share. */
function stagesOfGate(type: CanaryWebhook['type'], property: string, { fields }: RenderedCourse): readonly Problem[] {
  if (type !== 'confirm-traffic-increase') return [];
  return fields.iterations === undefined ? [{
    property,
    message: 'is asked for before the first share of the traffic as well: Flagger asks before each of them, and does not say which it is',
    fix: 'open the gate once more than there are stages',
    class: 'advice',
  }] : [{
    property,
    message: 'is never asked for, since the traffic goes over at once and no share of it is increased',
    fix: 'use Hook.beforeTraffic or Hook.beforePromotion',
  }];
}

function otherMoment(place: GatePlace | undefined, property: string): readonly Problem[] {
  switch (place?.kind) {
    case 'on-rollback': return [{
      property,
      message: 'is called after every release, also after a good one, which its body tells by the phase Succeeded: Flagger knows no moment of its own for a release that is taken back',
      fix: 'look at the phase, which is Failed then',
      class: 'advice',
    }];
    case 'before-promotion': return [{
      property,
      message: 'is asked again at every check until it answers well, without an end: for Flagger it is a confirmation, and no failure',
      fix: 'use Hook.duringTraffic for what takes a release back when it fails',
      class: 'advice',
    }];
    default: return [];
  }
}

function noMoment(property: string): Problem {
  return {
    property,
    message: 'cannot wait for one of the stages, since a call of Flagger does not know at which one it is',
    fix: 'use Hook.duringTraffic, which calls at every stage',
  };
}
