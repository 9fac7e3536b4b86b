import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { forEachMetricOf } from '../settings';

export const wavefrontSettings: Rule = {
  id: 'wavefront-settings',
  class: 'broken',
  summary: 'a metric of Wavefront has an address that a token is kept for, and a query',
  why: 'the controller takes the token whose key in the Secret wavefront-api-tokens is the address, letter by letter, and a key can be no URL: without one every measurement is an error',
  covers: ['ME-21'],
  check: (graph) => forEachMetricOf(graph, 'wavefront', function* (settings): Iterable<Remark> {
    const address = settings.text('address');
    if (address !== undefined && !/^[-\w.]+$/.test(address)) {
      const host = /^\w+:\/\/([-\w.]+)/.exec(address)?.[1];
      yield remark(
        settings.at('address'), `must be the name of a host, as a key of a Secret may be, got ${address === '' ? 'none' : 'something else'}`,
        host === undefined ? 'write for example address: example.wavefront.com' : write(settings.at('address'), host),
      );
    }
    if (settings.text('query') === '') {
      yield remark(settings.at('query'), 'must ask something, got no query', 'write a query');
    }
  }),
};
