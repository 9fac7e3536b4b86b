import type { CanaryNode } from '../../graph/canary';
import { flaggerProviders } from '../../manifests/flagger-providers';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const canaryMirror: Rule = {
  id: 'canary-mirror',
  class: 'broken',
  summary: 'a Canary mirrors requests where its provider can, and nothing stands in its way',
  why: 'before the first weight Flagger waits until the route says that requests are mirrored, which only that of Istio ever does, so that the weight stays at 0; and a blue-green without mirrored requests judges a version that gets none',
  covers: ['FW-09', 'FW-10', 'FW-18', 'FW-19', 'FW-20'],
  check: (graph) => forEachCanary(graph, judge),
};

function* judge(canary: CanaryNode): Iterable<Remark> {
  const { course, support, provider, isOfConnections } = canary;
  const field = canary.analysis.at('mirror');
  if (!canary.isAnalysed || field.boolean !== true || support === undefined || (course !== 'weights' && course !== 'blue-green')) {
    return;
  }
  if (!isOfConnections && support.mirrors.includes(course)) {
    yield* judgeBeside(canary);
    return;
  }
  const others = Object.entries(flaggerProviders)
    .filter(([, { mirrors, ended }]) => mirrors.includes(course) && ended === undefined).map(([name]) => name);
  const what = course === 'weights' ? 'the weight stays at 0 for ever' : 'the canary gets no request before it gets them all';
  const where = isOfConnections ? 'TCP behind istio' : `provider ${provider ?? ''}`;
  yield remark(
    field, `must not be true with ${where}, which mirrors nothing ${course === 'weights' ? 'before a weight' : 'in a blue-green'}: ${what}`,
    `${write(field, false)}; only ${listed(others)} can`, course === 'weights' ? {} : { class: 'risky' },
  );
}

/** What a provider that can mirror cannot do at once with it. */
function* judgeBeside({ analysis, course, provider }: CanaryNode): Iterable<Remark> {
  const field = analysis.at('mirror');
  const [match, affinity] = [analysis.at('match').items().length > 0, analysis.at('sessionAffinity').isMap];
  const fix = (other: string) => `${write(field, false)}, or drop ${other}`;
  if (course === 'weights' && match) {
    yield remark(field, `must not be true beside match with provider ${provider}, whose route for an audience mirrors nothing: the weight stays at 0 for ever`, fix('match'));
  } else if (course === 'weights' && affinity) {
    yield remark(field, `must not be true beside sessionAffinity with provider ${provider}: Flagger mirrors in one route and looks for it in the other, and the weight stays at 0 for ever`, fix('sessionAffinity'));
  } else if (affinity && provider?.startsWith('gatewayapi') === true) {
    yield remark(
      field, 'is taken out of the route at the beginning of each interval beside sessionAffinity, and written again at its end: while webhooks and metrics are asked, nothing is mirrored',
      fix('sessionAffinity'), { class: 'risky' },
    );
  }
}
