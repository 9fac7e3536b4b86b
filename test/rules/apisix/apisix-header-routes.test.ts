import { apisixRoute, BOTH, routed } from './apisix';
import { apisixHeaderRoutes } from '../../../src/rules/apisix/apisix-header-routes';
import { testRule } from '../test-rule';

const stepsOf = (name: string): string =>
  `[{ setCanaryScale: { replicas: 1 } }, { setHeaderRoute: { name: ${name}, match: [{ headerName: x-internal, headerValue: { exact: "true" } }] } }, { setHeaderRoute: { name: ${name} } }]`;
const adding = (name: string): string => routed(undefined, stepsOf(name), `[{ name: ${name} }]`);
const path = 'spec.strategy.canary.steps[1].setHeaderRoute.name';
const conditions = '[{ subject: { scope: Query, name: id }, op: Equal, value: "1" }]';

testRule(apisixHeaderRoutes, {
  valid: [
    { name: 'a name of its own', yaml: adding('internal') + apisixRoute() },
    {
      name: 'a route that the Rollout itself has added',
      yaml: adding('internal') + apisixRoute() + apisixRoute(undefined, 'name: internal, namespace: shop, ownerReferences: [{ kind: Rollout, name: checkout, controller: true }]'),
    },
    { name: 'an ApisixRoute of that name elsewhere', yaml: adding('internal') + apisixRoute() + apisixRoute(undefined, 'name: internal, namespace: other') },
    { name: 'a rule with conditions where no step adds any', yaml: routed() + apisixRoute(`[{ name: main, match: { exprs: ${conditions} }, backends: ${BOTH} }]`) },
  ],
  invalid: [
    {
      name: 'the name of the route that is split',
      yaml: adding('shop') + apisixRoute(),
      findings: [{
        path,
        class: 'broken',
        message: 'must not be the name of an ApisixRoute that is there already, got shop, which the Rollout splits: the controller reports a duplicate, and the release stands still; '
          + 'write name: shop-2, and in managedRoutes',
      }],
    },
    {
      name: 'the name of a route of somebody else',
      yaml: adding('internal') + apisixRoute() + apisixRoute(undefined, 'name: internal, namespace: shop'),
      findings: [{ path, message: /got internal, which is not the Rollout's: the controller reports a duplicate/ }],
    },
    {
      name: 'the name of a route that another Rollout has added',
      yaml: adding('internal') + apisixRoute() + apisixRoute(undefined, 'name: internal, namespace: shop, ownerReferences: [{ kind: Rollout, name: basket, controller: true }]'),
      findings: [{ path, message: /got internal, which is not the Rollout's/ }],
    },
    {
      name: 'conditions of a rule, which the added route does not have',
      yaml: adding('internal') + apisixRoute(`[{ name: main, match: { paths: [/*], exprs: ${conditions} }, backends: ${BOTH} }]`),
      findings: [{
        resource: 'ApisixRoute shop/shop',
        path: 'spec.http[0].match.exprs',
        class: 'risky',
        message: 'are dropped in the route that a header step of Rollout checkout adds, which then takes requests that rule main does not; '
          + 'use a header that only requests to this rollout have, or move the conditions to a route before this one',
      }],
    },
  ],
});
