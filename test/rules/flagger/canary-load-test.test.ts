import { canaryLoadTest } from '../../../src/rules/flagger/canary-load-test';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const load = (metadata: string, { provider = 'istio', hook = '', course = '\nstepWeight: 10\nmaxWeight: 50' } = {}) => canary({
  provider, course, analysis: `\nwebhooks: [{ name: load, url: http://flagger-loadtester.test/${hook}${metadata === '' ? '' : `, metadata: ${metadata}`} }]`,
});

testRule(canaryLoadTest, {
  valid: [
    { name: 'a command', yaml: load('{ cmd: hey -z 1m -q 10 http://checkout.shop/ }') },
    { name: 'a test with its time', yaml: load('{ type: helmv3, cmd: test checkout }', { hook: ', timeout: 3m, type: pre-rollout' }) },
    { name: 'a gate, which needs nothing', yaml: load('', { hook: 'gate/approve, type: confirm-promotion' }) },
    { name: 'somebody else', yaml: load('').replace('flagger-loadtester', 'tests') },
    { name: 'requests by the ingress', yaml: load('{ cmd: hey -z 1m -host shop.example.com http://ingress-nginx-controller.ingress-nginx/ }', { provider: 'nginx' }) },
    { name: 'the canary alone where no traffic moves', yaml: load('{ cmd: hey -z 1m http://checkout-canary.shop/ }', { provider: 'kubernetes', course: '\niterations: 10' }) },
    { name: 'a test of the canary before its first request', yaml: load('{ type: bash, cmd: curl http://checkout-canary.shop/ }', { provider: 'nginx', hook: ', type: pre-rollout' }) },
  ],
  invalid: [
    {
      name: 'nothing to do',
      yaml: load(''),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].metadata',
          message: 'must say what the load tester is to do, got none; write metadata: { cmd: "hey -z 1m -q 10 -c 2'
            + ' http://..." }',
        },
      ],
    },
    {
      name: 'a task that there is not',
      yaml: load('{ type: heml, cmd: test checkout }'),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].metadata.type',
          message: 'must be one of cmd, bash, helm, helmv3, kubectl, concord and ngrinder, got heml: the load tester'
            + ' breaks down at it; write type: helm',
        },
      ],
    },
    {
      name: 'a task without its command',
      yaml: load('{ type: cmd, logCmdOutput: "true" }'),
      findings: [
        { path: 'spec.analysis.webhooks[0].metadata', message: 'must have cmd for type cmd, got type and logCmdOutput; write cmd: ... below it' },
      ],
    },
    {
      name: 'a task without what it needs',
      yaml: load('{ type: ngrinder, server: http://ngrinder, clone: "100" }'),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].metadata',
          message: 'must have username and passwd for type ngrinder, got type, server and clone; write username: ...'
            + ' below it',
        },
      ],
    },
    {
      name: 'a slow task without a time',
      yaml: load('{ type: helmv3, cmd: test checkout }', { hook: ', type: pre-rollout' }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].timeout',
          class: 'risky',
          message: 'must be longer than what type helmv3 does, got none, which is 10s; write timeout: 3m',
        },
      ],
    },
    {
      name: 'requests to the primary alone',
      yaml: load('{ cmd: hey -z 1m http://checkout.shop:80/ }', { provider: 'kubernetes', course: '\niterations: 10' }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].metadata.cmd',
          message: 'must send its requests to checkout-canary, got checkout, which leads to the primary alone; write'
            + ' cmd: hey -z 1m http://checkout-canary.shop:80/',
        },
      ],
    },
    {
      name: 'requests past the ingress',
      yaml: load('{ cmd: hey -z 1m http://checkout-canary.shop.svc.cluster.local/ }', { provider: 'traefik' }),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].metadata.cmd',
          class: 'risky',
          message: 'must send its requests to where traefik takes them in, got checkout-canary, which goes past it:'
            + ' request-success-rate finds no request; write -host ... and the address of traefik in the place of'
            + ' checkout-canary',
        },
      ],
    },
    {
      name: 'requests that end before they are measured',
      yaml: load('{ cmd: hey -z 10s http://checkout.shop/ }').replace('interval: 1m\n', 'interval: 5m\n'),
      findings: [
        {
          path: 'spec.analysis.webhooks[0].metadata.cmd',
          class: 'risky',
          message: 'must last until the next check, 5m later, got 10s: a metric that looks back over 1m finds no'
            + ' request; write cmd: hey -z 5m http://checkout.shop/',
        },
      ],
    },
  ],
});
