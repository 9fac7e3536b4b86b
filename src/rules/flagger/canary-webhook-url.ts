import { parseGoDuration } from '../../manifests/durations';
import { isUrl } from '../../manifests/urls';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const canaryWebhookUrl: Rule = {
  id: 'canary-webhook-url',
  class: 'broken',
  summary: 'a webhook has an address with its scheme, and a timeout that can be read',
  why: 'the API server takes any text for both, and Flagger cannot make the call: a check that fails at every interval, or a gate that never opens',
  covers: ['FB-01'],
  check: (graph) => forEachCanary(graph, function* ({ webhooks }): Iterable<Remark> {
    for (const webhook of webhooks) {
      const [url, timeout] = [webhook.at('url'), webhook.at('timeout')];
      if (url.text !== undefined && (!isUrl(url.text) || !/^https?:/i.test(url.text))) {
        const meant = `http://${url.text.replace(/^(?:\w+:)?\/+/, '')}`;
        yield remark(url, `must be an address with http:// or https://, got ${shown(url.text)}`, isUrl(meant) ? write(url, meant) : 'write for example url: http://flagger-loadtester.test/');
      }
      if (timeout.text !== undefined && parseGoDuration(timeout.text) === undefined) {
        const [meant] = /^\d+[ms]/.exec(timeout.text) ?? ['30s'];
        yield remark(timeout, `must be a duration such as 30s, got ${shown(timeout.text)}`, write(timeout, meant));
      }
    }
  }),
};
