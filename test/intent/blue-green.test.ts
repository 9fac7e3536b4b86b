import { Analysis, Arg, Gate } from 'rolloutkit';
import { blueGreenProblems } from '../../src/intent/blue-green';
import { fullIntent, plain } from '../engines/argo/full-intent';
import { findingsOf, switched } from '../render';

const lag = (name: string) => Analysis.custom({ name, query: 'lag{region="{{args.region}}"}', atMost: 5, args: [Arg.required('region')] });
const inRegion = (region: string) => ({ args: [Arg.value('region', region)] });
const told = (...gates: Gate[]) => findingsOf(chart => { switched(chart, { gates }); }).map(line => line.replace('[test/checkout] ', ''));

test('a wish that uses all there is has no problem', () => {
  const { strategy } = fullIntent(plain, 'blue-green');
  expect(strategy.kind === 'blue-green' && blueGreenProblems(strategy)).toEqual([]);
});

test('fails on two values for one argument on one side of the switch, which is one run', () => {
  expect(told(Gate.afterPromotion(lag('one'), inRegion('eu')), Gate.afterPromotion(lag('two'), inRegion('us')))).toEqual([
    'gates[1].args: gives "region" the value "us", and another gate of the same run gives it "eu"; give the arguments different names',
  ]);
  expect(told(Gate.beforePromotion(lag('one'), inRegion('eu')), Gate.beforePromotion(lag('two'), inRegion('us')))).toHaveLength(1);
});

test('the two sides are two runs, each with values of its own', () => {
  expect(told(Gate.beforePromotion(lag('one'), inRegion('eu')), Gate.afterPromotion(lag('two'), inRegion('us')))).toEqual([]);
});

test('one question may be asked on both sides', () => {
  const question = lag('lag');
  expect(told(Gate.beforePromotion(question, inRegion('eu')), Gate.afterPromotion(question, inRegion('us')))).toEqual([]);
});

test('fails on one question asked twice on one side', () => {
  const question = Analysis.errorRate();
  expect(findingsOf(chart => { switched(chart, { analyses: [question], gates: [Gate.afterPromotion(question)] }); }))
    .toEqual([expect.stringContaining('gates[0]: asks "error-rate" where analyses[0] asks it already; drop one of them')]);
});
