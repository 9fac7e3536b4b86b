import { ALERT_PROVIDER, AlertProviderNode } from '../../graph/alert-provider';
import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { isUrl } from '../../manifests/urls';
import { write } from '../fix';
import { secretNamed } from '../flagger-secret';
import { addOrRename } from '../missing-object';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, shown } from '../wording';

export const canaryAlertProvider: Rule = {
  id: 'canary-alert-provider',
  class: 'broken',
  summary: 'the AlertProvider of an alert exists, and knows an address to send it to',
  why: 'Flagger looks for both when it has something to say, and tells nobody but its log that it found none',
  covers: ['FA-03'],
  givesWay: true,
  check: function* (graph): Iterable<Remark> {
    yield* forEachCanary(graph, function* (canary): Iterable<Remark> {
      for (const alert of canary.alerts) {
        yield* reference(alert, canary, graph);
      }
    });
    for (const provider of graph.alertProviders) {
      yield* judge(provider, graph);
    }
  },
};

function* reference(alert: Field, canary: CanaryNode, { index, alertProviders }: Graph): Iterable<Remark> {
  const provider = alert.at('providerRef');
  const name = provider.textAt('name');
  if (name === undefined || provider.at('namespace').isUnknown || canary.alertProviderOf(alert) !== undefined) {
    return;
  }
  const namespace = canary.namespaceOf(provider);
  const others = index.named(ALERT_PROVIDER, name).flatMap((node) => node.namespace ?? []);
  const details = { missing: { kind: 'AlertProvider', name } };
  yield others.length === 0
    ? remark(provider.at('name'), `names AlertProvider ${name}, which is not in the input`, addOrRename(provider.at('name'), { kind: 'AlertProvider', name, namespace }, alertProviders), details)
    : remark(
      provider.at('namespace'), `must be the namespace of AlertProvider ${name}, ${listed(others)}, got ${
        provider.textAt('namespace') ? namespace : `none, which is that of the Canary, ${namespace}`}`,
      write(provider.at('namespace'), others[0]), details,
    );
}

function* judge({ spec, namespace }: AlertProviderNode, graph: Graph): Iterable<Remark> {
  const [address, secret] = [spec.at('address'), spec.at('secretRef')];
  if (!spec.isUnknown && !address.isUnknown && (address.text ?? '') === '' && !secret.exists && !secret.isUnknown) {
    yield remark(address, 'must be there, got none: nothing is sent, and nobody is told', 'write for example address: https://hooks.slack.com/services/...');
  } else if (address.text !== undefined && !secret.exists && !isUrl(address.text)) {
    const meant = `https://${address.text.replace(/^(?:\w+:)?\/+/, '')}`;
    yield remark(address, `must be an address with https://, got ${shown(address.text)}`, isUrl(meant) ? write(address, meant) : 'write for example address: https://hooks.slack.com/services/...');
  }
  yield* secretNamed(secret.at('name'), namespace, [['address']], graph);
}
