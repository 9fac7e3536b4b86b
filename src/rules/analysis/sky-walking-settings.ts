import { isUrl } from '../../manifests/urls';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { addressFix, forEachMetricOf, shownAddress } from '../settings';

export const skyWalkingSettings: Rule = {
  id: 'sky-walking-settings',
  class: 'broken',
  summary: 'a metric of SkyWalking has an address, a query, and the time the query is about',
  why: 'the controller makes its client anew for each measurement, and cannot without an interval, which it gives to the query as $duration',
  covers: ['PR-20', 'ME-21'],
  check: (graph) => forEachMetricOf(graph, 'skywalking', function* (settings): Iterable<Remark> {
    const [address, query] = [settings.text('address'), settings.text('query')];
    if (settings.text('interval') === '') {
      yield remark(settings.at('interval'), 'must be a duration, got none, which errors every measurement', 'write interval: 5m');
    }
    yield* settings.duration('interval');
    if (address !== undefined && !isUrl(address)) {
      const got = address === '' ? 'none' : shownAddress(address);
      yield remark(settings.at('address'), `must be an address with http:// or https://, got ${got}`, address === '' ? 'write for example address: http://skywalking-oap:12800' : addressFix(settings.at('address'), address));
    }
    if (query === '') {
      yield remark(settings.at('query'), 'must ask something, got no query', 'write a query in GraphQL over $duration');
    } else if (query !== undefined && !query.includes('$duration')) {
      yield remark(
        settings.at('query'), 'must take $duration, the only variable that the controller gives it',
        'write query: query queryData($duration: Duration!) { ... }', { class: 'risky' },
      );
    }
  }),
};
