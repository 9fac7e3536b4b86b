import type { Field } from '../../graph/field';
import { isIpAddress } from '../../manifests/ip-address';
import { isDnsSubdomain } from '../../manifests/names';
import { dnsLabel, isEmpty, objectName, oneOfOrEmpty } from '../pods/pod-words';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const DNS_POLICIES = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];
/** A Rollout without these has nothing to be judged. */
const MENTIONED = ['dnsPolicy', 'dnsConfig', 'hostname', 'subdomain', 'hostnameOverride', 'hostAliases'];
/* What the libraries that resolve names can hold. */
const MOST_SERVERS = 3;
const MOST_SEARCHES = 32;
const LONGEST_SEARCHES = 2048;
/** The kernel keeps no longer name of a host. */
const LONGEST_HOSTNAME = 64;

export const podNetwork: Rule = {
  id: 'pod-network',
  class: 'refused',
  summary: 'pods have names that hosts can have, and find other hosts by addresses that there are',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, MENTIONED, function* (template): Iterable<Remark> {
    const spec = template.at('spec');
    yield* oneOfOrEmpty(spec.at('dnsPolicy'), DNS_POLICIES);
    for (const name of ['hostname', 'subdomain']) {
      yield* spec.has(name) && spec.textAt(name) !== '' ? dnsLabel(spec.at(name)) : [];
    }
    if (spec.has('hostnameOverride')) {
      yield* judgeOverride(spec.at('hostnameOverride'), spec.at('setHostnameAsFQDN'));
    }
    if (spec.has('dnsConfig') || spec.textAt('dnsPolicy') === 'None') {
      yield* judgeDns(spec.at('dnsConfig'), spec.textAt('dnsPolicy') === 'None');
    }
    for (const alias of spec.has('hostAliases') ? spec.at('hostAliases').items() : []) {
      yield* judgeAddress(alias.at('ip'));
      yield* alias.at('hostnames').items().flatMap((name) => [...judgeHost(name)]);
    }
  }),
};

function* judgeOverride(name: Field, isFull: Field): Iterable<Remark> {
  yield* objectName(name);
  if (name.text !== undefined && name.text.length > LONGEST_HOSTNAME) {
    yield remark(name, `must have at most ${LONGEST_HOSTNAME} characters, got ${name.text.length}`, `take ${name.text.length - LONGEST_HOSTNAME} out`);
  }
  if (isFull.boolean === true) {
    yield remark(name, 'cannot stand beside setHostnameAsFQDN: true', 'drop one of them');
  }
}

function* judgeDns(config: Field, isAlone: boolean): Iterable<Remark> {
  const [servers, searches] = [config.at('nameservers'), config.at('searches')];
  if (isAlone && !servers.isUnknown && servers.items().length === 0) {
    yield remark(servers, 'must be given beside dnsPolicy: None, got none', 'write the addresses of name servers');
  }
  if (servers.items().length > MOST_SERVERS) {
    yield remark(servers, `must hold at most ${MOST_SERVERS}, got ${servers.items().length}`, `drop ${servers.items().length - MOST_SERVERS} of them`);
  }
  yield* servers.items().flatMap((server) => [...judgeAddress(server)]);
  const size = searches.items().map(({ text = '' }) => text).join(' ').length;
  if (searches.items().length > MOST_SEARCHES) {
    yield remark(searches, `must hold at most ${MOST_SEARCHES}, got ${searches.items().length}`, `drop ${searches.items().length - MOST_SEARCHES} of them`);
  } else if (size > LONGEST_SEARCHES) {
    yield remark(searches, `must have at most ${LONGEST_SEARCHES} characters together, got ${size}`, 'drop some of them');
  }
  yield* searches.items().flatMap((name) => [...judgeSearch(name)]);
  for (const name of config.at('options').items().map((option) => option.at('name'))) {
    if (isEmpty(name)) {
      yield remark(name, 'must be the name of an option, got none', 'write one such as ndots');
    }
  }
}

function* judgeAddress(ip: Field): Iterable<Remark> {
  if (ip.text !== undefined && !isIpAddress(ip.text)) {
    yield remark(ip, `must be an IP address, got ${shown(ip.text)}`, 'write the address, such as 10.0.0.10');
  }
}

function* judgeSearch(name: Field): Iterable<Remark> {
  if (name.text !== undefined && !isDnsSubdomain(name.text.replace(/\.$/, ''))) {
    yield remark(name, `must be the name of a domain, got ${shown(name.text)}`, 'write one such as svc.cluster.local');
  }
}

function* judgeHost(name: Field): Iterable<Remark> {
  if (name.text !== undefined && !isDnsSubdomain(name.text)) {
    yield remark(name, `must be the name of a host, got ${shown(name.text)}`, 'write one such as db.example.com');
  }
}
