import type { CanaryNode } from '../../graph/canary';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const canaryNginxMatch: Rule = {
  id: 'canary-nginx-match',
  class: 'broken',
  summary: 'an audience behind NGINX has a header or a cookie, is tested by iterations, and promoted in one step',
  why: 'the Ingress of an audience has no weight, so Flagger reads 100: with weights it promotes after one check, and a promotion in steps never gets to its end; without a header it is nobody\'s',
  covers: ['FW-11', 'FW-12', 'FN-12'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    if (!canary.isAnalysed || canary.provider !== 'nginx') {
      return;
    }
    switch (canary.matchEffect) {
      case 'heeded':
        yield* judge(canary);
        break;
      case 'nobody':
        yield* judgeNobody(canary);
        break;
      default:
    }
  }),
};

function* judge({ analysis, course }: CanaryNode): Iterable<Remark> {
  const step = analysis.at('stepWeightPromotion');
  if (course === 'weights') {
    const iterations = analysis.at('iterations');
    yield remark(
      iterations, 'must be there beside match, got weights: after one check of the audience everybody gets the new version',
      `${write(iterations, 10)} in the place of the weights`,
    );
  }
  if (step.number !== undefined && step.number > 0 && step.number < 100) {
    yield remark(step, `must be 0 beside match, got ${step.number}: the promotion never ends`, write(step, 0));
  }
}

/** Conditions that make no annotation. */
function* judgeNobody({ analysis, course }: CanaryNode): Iterable<Remark> {
  const [match, step] = [analysis.at('match'), analysis.at('stepWeightPromotion')];
  const isEndless = course !== 'ab-test';
  yield remark(
    match, `must have a header, or a cookie by its name, got none that NGINX knows: nobody is sent to the canary, ${isEndless ? 'and the weight stays at 0 for ever' : 'which is judged without a request'}`,
    `write for example match: [{ headers: { x-tester: { exact: insider } } }]${isEndless ? ', with iterations in the place of the weights' : ''}`,
  );
  if (!isEndless && step.number !== undefined && step.number > 0) {
    yield remark(step, `must be 0 beside such a match, got ${step.number}: the promotion never ends`, write(step, 0));
  }
}
