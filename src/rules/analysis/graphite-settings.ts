import { isUrl } from '../../manifests/urls';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { addressFix, forEachMetricOf, shownAddress } from '../settings';
import type { Settings } from '../settings';

export const graphiteSettings: Rule = {
  id: 'graphite-settings',
  class: 'broken',
  summary: 'a metric of Graphite has an address, and a query that says what is meant and since when',
  why: 'the query is the end of a URL: without a target there is no answer, which is an error each time, and without from Graphite answers for the last day',
  covers: ['PR-19', 'ME-21'],
  check: (graph) => forEachMetricOf(graph, 'graphite', judge),
};

function* judge(settings: Settings): Iterable<Remark> {
  const address = settings.text('address');
  if (address !== undefined && !isUrl(address)) {
    const got = address === '' ? 'none' : shownAddress(address);
    yield remark(settings.at('address'), `must be an address with http:// or https://, got ${got}`, address === '' ? 'write for example address: http://graphite:9090' : addressFix(settings.at('address'), address));
  }
  const query = settings.text('query');
  if (query === undefined) {
    return;
  }
  const parameters = query.replace(/\s+/g, '').split('&');
  if (!parameters.some((each) => /^target=./.test(each))) {
    yield remark(settings.at('query'), 'must have a target, as it is the end of a URL', query === '' || query.includes('=') ? 'write query: target=...' : write(settings.at('query'), `target=${query.trim()}&from=-5min`));
  } else if (!parameters.some((each) => each.startsWith('from='))) {
    // https://graphite.readthedocs.io/en/latest/render_api.html#from-until
    yield remark(settings.at('query'), 'must say since when, or Graphite answers for the last 24 hours', write(settings.at('query'), `${query.trim()}&from=-5min`), { class: 'risky' });
  }
}
