import { routeMatches } from '../../../src/rules/steps/route-matches';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const ISTIO = '\ntrafficRouting: { managedRoutes: [{ name: beta }], istio: { destinationRule: { name: checkout, canarySubsetName: canary, stableSubsetName: stable }, virtualService: { name: checkout } } }';
const header = (value: string) => rollout({ canary: ISTIO, steps: `[{ setWeight: 5 }, { setHeaderRoute: { name: beta, match: [{ headerName: x-beta${value} }] } }]` });
const mirror = (match: string) => rollout({ canary: ISTIO, steps: `[{ setWeight: 5 }, { setMirrorRoute: { name: beta, match: [{ ${match} }] } }]` });
const VALUE = 'spec.strategy.canary.steps[1].setHeaderRoute.match[0].headerValue';
const MATCH = 'spec.strategy.canary.steps[1].setMirrorRoute.match[0]';

testRule(routeMatches, {
  valid: [
    { name: 'a text', yaml: header(', headerValue: { exact: "1" }') },
    { name: 'a pattern beside an empty text', yaml: header(', headerValue: { exact: "", regex: ".+" }') },
    { name: 'a method and a path', yaml: mirror('method: { exact: GET }, path: { prefix: / }') },
    { name: 'nothing to match, which takes the route away', yaml: rollout({ canary: ISTIO, steps: '[{ setWeight: 5 }, { setHeaderRoute: { name: beta } }]' }) },
  ],
  invalid: [
    {
      name: 'a header without a value',
      yaml: header(''),
      findings: [{ path: VALUE, message: 'must be one of exact, prefix and regex, got none of them; write headerValue: { exact: ... }', class: 'refused' }],
    },
    {
      name: 'an empty value',
      yaml: header(', headerValue: { exact: "" }'),
      findings: [{ path: VALUE, message: 'must be one of exact, prefix and regex, got none of them; write headerValue: { exact: ... }', class: 'refused' }],
    },
    {
      name: 'two kinds at once',
      yaml: header(', headerValue: { exact: "1", regex: ".*" }'),
      findings: [{ path: VALUE, message: 'must be one of exact, prefix and regex, got exact and regex; keep exact: "1"', class: 'refused' }],
    },
    {
      name: 'a method of no kind, and a path of two',
      yaml: mirror('method: {}, path: { prefix: /a, regex: /b }'),
      findings: [
        { path: `${MATCH}.method`, message: 'must be one of exact, prefix and regex, got none of them; write method: { exact: ... }', class: 'refused' },
        { path: `${MATCH}.path`, message: 'must be one of exact, prefix and regex, got prefix and regex; keep prefix: "/a"', class: 'refused' },
      ],
    },
    {
      name: 'a mirrored header of two kinds, at which the controller does not look',
      yaml: mirror('headers: { x-beta: { exact: "1", prefix: "2" } }'),
      findings: [{ path: `${MATCH}.headers.x-beta`, message: 'must be one of exact, prefix and regex, got exact and prefix; keep exact: "1"', class: 'broken' }],
    },
  ],
});
