import { Duration } from 'cdk8s';
import { Action, Analysis, Gate, Hook, Promotion, Ramp, RolloutDefaults, Step } from 'rolloutkit';
import { render } from '../../src/engines/render';
import { readGraph } from '../../src/graph/graph';
import { freezeProblems } from '../../src/intent/freeze';
import { stageTable } from '../../src/report/stages';
import { fullIntent, plain } from '../engines/argo/full-intent';
import { resolved, token } from '../engines/argo/token';
import { checkout, checkoutManifests, findingsOf, manifestsOf, named, switched, switchedManifests, synthesize } from '../render';
import type { Written } from '../render';

const freeze = 'end of the quarter';
const rollout = (manifests: Written[]): Written => named(manifests, 'Rollout', 'checkout');
const canary = (props: object): Written => rollout(checkoutManifests(props)).spec.strategy.canary;
const rows = (manifests: Written[]) => stageTable(readGraph(manifests.map(manifest => ({ manifest }))).rollouts[0]).rows;
const migration = Action.http({ name: 'migration', url: 'http://migrations.tools/run' });

describe('a frozen canary', () => {
  test('waits for a person in front of its first weight, and says why', () => {
    const manifests = checkoutManifests({ freeze, ramp: Ramp.stages([20, 60]) });
    expect(rollout(manifests).spec.strategy.canary.steps.slice(0, 2)).toEqual([{ pause: {} }, { setWeight: 20 }]);
    expect(rollout(manifests).metadata.annotations).toEqual({ 'rolloutkit.dev/freeze': freeze });
    expect(rows(manifests)[0]).toEqual({ name: 'start', share: 0, actions: ['frozen: end of the quarter'] });
  });

  test('does nothing before, not even what comes before the traffic', () => {
    const { steps } = canary({ freeze, hooks: [Hook.beforeTraffic(migration)] });
    expect(steps.map((step: Written) => Object.keys(step)[0]).slice(0, 3)).toEqual(['pause', 'analysis', 'setWeight']);
  });

  test('is otherwise the canary that it was', () => {
    const props = { steps: [Step.weight(20), Step.hold(Duration.minutes(5)), Step.approval()], analyses: [Analysis.successRate()] };
    const [frozen, free] = [canary({ ...props, freeze }), canary(props)];
    expect(frozen.steps.slice(1)).toEqual(free.steps);
    expect(frozen.analysis.startingStep).toBe(free.analysis.startingStep + 1);
  });

  test('watches from the step that was meant', () => {
    const gates = [Gate.throughout(Analysis.successRate(), { fromStep: 3 })];
    expect(canary({ freeze, gates }).analysis.startingStep).toBe(4);
    expect(canary({ gates }).analysis.startingStep).toBe(3);
  });

  test('may be promoted by a person in the end as well, and after a time', () => {
    expect(findingsOf(chart => checkout(chart, { freeze, promotion: Promotion.manual() }))).toEqual([]);
    expect(findingsOf(chart => checkout(chart, { freeze, promotion: Promotion.automatic({ after: Duration.hours(1) }) }))).toEqual([]);
  });
});

describe('a frozen blue-green', () => {
  test('is not promoted without a person, and says why', () => {
    const manifests = switchedManifests({ freeze });
    expect(rollout(manifests).spec.strategy.blueGreen.autoPromotionEnabled).toBe(false);
    expect(rollout(manifests).metadata.annotations).toEqual({ 'rolloutkit.dev/freeze': freeze });
    expect(rows(manifests)[1].actions).toEqual(['5 pods behind checkout-preview', 'frozen: end of the quarter']);
  });

  test('is asked what is to be asked before its switch', () => {
    const { blueGreen } = rollout(switchedManifests({ freeze, hooks: [Hook.beforeTraffic(migration)] })).spec.strategy;
    expect(blueGreen.prePromotionAnalysis.templates).toEqual([{ templateName: 'checkout-migration' }]);
  });

  test('fails on a time after which it would be promoted', () => {
    expect(findingsOf(chart => switched(chart, { freeze, promotion: Promotion.automatic({ after: Duration.minutes(5) }) }))).toEqual([
      expect.stringContaining('freeze: cannot be combined with promotion, which is Promotion.automatic({ after }): a frozen blue-green waits for a person, whatever the time; leave one of them out'),
    ]);
  });
});

test('a reason that is not known yet is passed on', () => {
  const intent = fullIntent(plain, 'ramp');
  const strategy = { ...intent.strategy, freeze: token(freeze, () => undefined) };
  const [manifest] = resolved(render({ ...intent, strategy }).manifests) as Written[];
  expect(manifest.metadata.annotations['rolloutkit.dev/freeze']).toBe(freeze);
  expect(freezeProblems(strategy)).toEqual([]);
});

test('nothing else is said, and without it nothing is written', () => {
  expect(synthesize(chart => checkout(chart, { freeze })).words).toBe('');
  expect(rollout(checkoutManifests()).metadata).not.toHaveProperty('annotations');
});

test('annotations of the rollout stay beside it', () => {
  const metadata = { annotations: { team: 'payments' } };
  expect(rollout(checkoutManifests({ freeze, metadata })).metadata.annotations).toEqual({ 'team': 'payments', 'rolloutkit.dev/freeze': freeze });
});

test.each(['', '  '])('fails on a freeze that says nothing, %j', reason => {
  expect(findingsOf(chart => checkout(chart, { freeze: reason }))).toEqual([
    expect.stringContaining('freeze: must say why nothing may be released, got an empty reason; write for example "end of the quarter", or leave it out'),
  ]);
});

test('an ordinary approval is told as before', () => {
  const manifests = manifestsOf(chart => {
    RolloutDefaults.of(chart).use({ labels: { team: 'payments' } });
    checkout(chart, { steps: [Step.approval(), Step.weight(20)] });
  });
  expect(rows(manifests)[0].actions).toEqual(['approval']);
});
