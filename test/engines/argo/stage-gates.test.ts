import { Duration } from 'cdk8s';
import { Analysis, Gate, Step } from 'rolloutkit';
import type { CanaryStep } from '../../../src/manifests/argo-rollouts.generated';
import { checkout, checkoutCanary, findingsOf } from '../../render';

const errors = () => Analysis.errorRate();
const five = Step.hold(Duration.minutes(5));

/** The kinds of the steps that are written. */
function written(steps: Step[]): string[] {
  const canary = checkoutCanary({ steps, analyses: [errors()] });
  return (canary.steps ?? []).map((step: CanaryStep) => step.pause !== undefined && step.pause.duration === undefined ? 'approval' : Object.keys(step)[0]);
}

describe('steps that are spelled out', () => {
  test('have a gate after the hold of each weight, before somebody is asked', () => {
    expect(written([Step.weight(20), five, Step.approval(), Step.weight(50), five]))
      .toEqual(['setWeight', 'pause', 'analysis', 'approval', 'setWeight', 'pause', 'analysis']);
  });

  test('have none where their author placed an analysis', () => {
    expect(written([Step.weight(20), Step.analyze([Analysis.latency()]), Step.approval(), Step.weight(50)]))
      .toEqual(['setWeight', 'analysis', 'approval', 'setWeight', 'analysis']);
  });
});

test('fails when one question is asked twice at one place', () => {
  const question = errors();
  const gates = [Gate.throughout(question, { dryRun: true })];
  expect(findingsOf(chart => checkout(chart, { analyses: [question], gates })))
    .toEqual([expect.stringContaining('gates[0]: asks "error-rate" where analyses[0] asks it already; drop one of them')]);
});

test('fails when a query of one\'s own is given a number of requests', () => {
  expect(() => Analysis.custom({ query: 'vector(1)', atLeast: 1, minimumRequests: 10 }))
    .toThrow('Analysis.custom: minimumRequests: does nothing in a query of your own; write into the query how many requests it needs to answer');
});
