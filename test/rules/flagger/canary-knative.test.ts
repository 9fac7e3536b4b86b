import { canaryKnative } from '../../../src/rules/flagger/canary-knative';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const target = '{ apiVersion: serving.knative.dev/v1, kind: Service, name: checkout }';

testRule(canaryKnative, {
  valid: [
    { name: 'a Deployment', yaml: canary() },
    { name: 'a Service of Knative', yaml: canary({ provider: 'knative', target }) },
    { name: 'a Service of Kubernetes', yaml: canary({ target: '{ apiVersion: v1, kind: Service, name: checkout }' }) },
  ],
  invalid: [
    {
      name: 'another provider',
      yaml: canary({ target }),
      findings: [
        { path: 'spec.provider', message: 'must be knative for a Service of Knative, got "istio"; write provider: knative', class: 'broken' },
      ],
    },
    {
      name: 'the provider of the options',
      yaml: canary({ provider: null, target }),
      findings: [
        { path: 'spec.provider', message: /got no provider; write provider: knative/ },
      ],
    },
    {
      name: 'another target',
      yaml: canary({ provider: 'knative' }),
      findings: [
        {
          path: 'spec.targetRef',
          message: 'must be a Service of Knative with provider: knative, got Deployment of apps/v1; write apiVersion: serving.knative.dev/v1 and kind: Service',
        },
      ],
    },
    {
      name: 'an autoscaler',
      yaml: canary({ provider: 'knative', target, spec: '\nautoscalerRef: { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: checkout }' }),
      findings: [
        { path: 'spec.autoscalerRef', message: 'must not be there for a Service of Knative, which scales by itself; drop autoscalerRef' },
      ],
    },
  ],
});
