import type { Field } from '../../graph/field';
import type { IngressPath } from '../../graph/ingress';
import { ingressUses } from '../../graph/ingress-use';
import type { IngressUse, NamedIngress } from '../../graph/ingress-use';
import { isDns1035Label, LONGEST_LABEL } from '../../manifests/names';
import { keyed, scalar, write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, shown } from '../wording';

/** The controller makes keys of annotations of the names of routes. */
const LONGEST_ROUTE = LONGEST_LABEL - 'conditions.'.length;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html */
const LONGEST_HEADER = 40;
const LONGEST_VALUE = 128;
/** Hosts, paths and values of headers together: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const MOST_CONDITIONS = 5;

export const albHeaderRoutes: Rule = {
  id: 'alb-header-routes',
  class: 'broken',
  summary: 'header steps of a load balancer are what its rules can be, come before its other rules, and take nobody else\'s requests',
  why: 'the controller refuses values that are not whole; of the rest it hears nothing, since the load balancer leaves a rule out or never reaches it',
  covers: ['ST-07', 'ST-08'],
  check: (graph) => forEachRolloutWith(graph, ['setHeaderRoute'], function* (rollout): Iterable<Remark> {
    const steps = rollout.steps.map((step) => step.at('setHeaderRoute')).filter((step) => step.at('match').items().length > 0);
    for (const use of steps.length === 0 ? [] : ingressUses(rollout, graph.index).filter(({ router }) => router === 'alb')) {
      for (const step of steps) {
        yield* judgeStep(step, use);
      }
      for (const ingress of use.ingresses) {
        yield* order(ingress, use);
        yield* reach(ingress, use, steps[0]);
      }
    }
  }),
};

function* judgeStep(step: Field, { ingresses }: IngressUse): Iterable<Remark> {
  const name = step.at('name');
  if (name.text !== undefined && (!isDns1035Label(name.text) || name.text.length > LONGEST_ROUTE)) {
    yield remark(
      name, `must be at most ${LONGEST_ROUTE} lower-case letters, digits and hyphens, beginning with a letter, which stand in an Ingress then, got ${shown(name.text)}`,
      `${write(name, meantName(name.text))}, here, at the other steps and in managedRoutes`,
    );
  }
  const matches = step.at('match').items();
  for (const match of matches) {
    yield* judgeMatch(match);
  }
  const hasHost = ingresses.some(({ node }) => node?.rules.some((rule) => rule.has('host')) === true);
  const most = MOST_CONDITIONS - (hasHost ? 2 : 1);
  if (matches.length > most) {
    yield remark(step.at('match'), `must hold at most ${most} headers, since a rule of a load balancer has ${MOST_CONDITIONS} conditions with its path${hasHost ? ' and host' : ''}, got ${matches.length}`, 'keep those that mark the requests');
  }
}

/** Small letters, digits and hyphens, behind a letter. */
function meantName(written: string): string {
  const plain = written.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '').slice(0, LONGEST_ROUTE).replace(/-+$/, '');
  return plain === '' ? 'audience' : plain;
}

function* judgeMatch(match: Field): Iterable<Remark> {
  const [header, value] = [match.at('headerName'), match.at('headerValue')];
  const exact = value.at('exact');
  const other = ['prefix', 'regex'].filter((kind) => value.has(kind));
  if (value.isUnknown) {
    return;
  }
  if (other.length > 0 || !exact.exists || exact.text === '') {
    const meant = other.map((kind) => value.textAt(kind)).find((text) => text !== undefined && text !== '');
    yield remark(value, `must be exact behind a load balancer, got ${other.length > 0 ? listed(other) : 'nothing'}`, `write ${keyed(value)}{ exact: ${scalar(meant ?? '...')} }, with the whole value`, { class: 'refused' });
  }
  yield* limit(header, LONGEST_HEADER);
  yield* limit(exact, LONGEST_VALUE);
}

function limit(field: Field, most: number): readonly Remark[] {
  return field.text === undefined || field.text.length <= most ? []
    : [remark(field, `must have at most ${most} characters behind a load balancer, got ${field.text.length}`, 'use a shorter one')];
}

/** The path that the controller adds is a pattern, and those come behind all others, whatever their order. */
function* order({ name, node }: NamedIngress, { service, rollout }: IngressUse): Iterable<Remark> {
  const before = node?.paths.find((path) => isSplit(path, service) && ['Prefix', 'Exact'].includes(path.field.textAt('pathType') ?? ''));
  if (before !== undefined) {
    yield remark(
      before.field.at('pathType'),
      `must be ImplementationSpecific, since header steps of ${rollout.resource} add a path of that type to Ingress ${name}, which the load balancer looks at last, got ${before.field.textAt('pathType')}`,
      'write pathType: ImplementationSpecific, and the path as a pattern, such as /*', { about: rollout },
    );
  }
}

/** It is added to every host, for every path. */
function* reach({ name, node }: NamedIngress, { service }: IngressUse, step: Field): Iterable<Remark> {
  const paths = node?.paths ?? [];
  const others = paths.filter((path) => path.service.text !== undefined && !isSplit(path, service));
  const split = paths.filter((path) => isSplit(path, service));
  // beside a path for everything the others of that host take nothing from anybody
  const narrow = split.some(({ rule }) => !split.some((path) => path.rule === rule && ['/', '/*', undefined].includes(path.field.textAt('path'))));
  if (node === undefined || service.text === undefined || (others.length === 0 && !narrow)) {
    return;
  }
  const whose = others.length > 0 ? `those that go to ${listed([...new Set(others.map((path) => path.service.text ?? ''))])}` : 'those to other paths';
  yield remark(
    step, `takes every request with its headers to the hosts of Ingress ${name}, also ${whose}`,
    'use a header that only requests to this rollout have, or give it an Ingress with hosts of its own', { class: 'risky', about: node },
  );
}

function isSplit(path: IngressPath, service: Field): boolean {
  return service.text !== undefined && path.service.text === service.text;
}
