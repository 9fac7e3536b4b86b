import type { RenderedCall } from './call';
import type { RenderedCourse } from './course';
import type { Problem } from '../../intent/problem';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { CanaryWebhook } from '../../manifests/flagger.generated';
import { joinLeaves } from '../../manifests/leaf';

type HookType = NonNullable<CanaryWebhook['type']>;

/** Where a person decides, Flagger asks somebody who knows the answer. */
export function approvalHooks(intent: FlaggerRolloutIntent, course: RenderedCourse): readonly RenderedCall[] {
  const { strategy, controller: { flagger } } = intent;
  const { approvals, stages } = course;
  const ask = (name: string, type: HookType, property: string, problems: readonly Problem[] = []): RenderedCall => {
    const gate = flagger.gates;
    if (gate === undefined) return { property, problems: [...problems, nobody(property)] };
    return { webhook: { name, type, url: joinLeaves(gate, type === 'rollback' ? '/rollback/check' : '/gate/check') }, property, problems };
  };
  const each = approvals.length === 0 ? [] : [ask('stage-approval', 'confirm-traffic-increase', approvals[0].property('approval'), stagesApart(course))];
  return [
    ...strategy.freeze !== undefined && flagger.gates !== undefined ? [ask('freeze', 'confirm-rollout', 'freeze')] : [],
    ...approvals.length > 0 && approvals.length < stages.length ? each.map(({ webhook: _, ...rest }) => rest) : each,
    ...strategy.promotion.kind === 'manual' ? [ask('promotion-approval', 'confirm-promotion', 'promotion')] : [],
    ...flagger.manualRollback === true ? [ask('manual-rollback', 'rollback', 'controller.manualRollback')] : [],
  ];
}

/** The calls do not say at which stage they are, and the first comes before there is any share. */
function stagesApart({ approvals, stages }: RenderedCourse): readonly Problem[] {
  const [{ property }] = approvals;
  return approvals.length === stages.length ? [{
    property: property('approval'),
    message: 'is asked for before the first share of the traffic as well: Flagger asks before each of them, and does not say which it is',
    fix: 'open the gate once more than there are stages',
    class: 'advice',
  }] : [{
    property: property('approval'),
    message: `must be asked for at every stage or at none, since Flagger does not say at which it is, got ${approvals.length} of ${stages.length}`,
    fix: 'write Promotion.manual() for one approval at the end, or approve every stage',
  }];
}

function nobody(property: string): Problem {
  return {
    property,
    message: 'must be asked of somebody: Flagger itself has nothing that a person could approve',
    fix: 'write Controller.flagger({ gates: "http://flagger-loadtester.test" }), whose gates kubectl can open',
  };
}
