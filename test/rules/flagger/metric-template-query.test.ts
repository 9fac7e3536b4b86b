import { metricTemplateQuery } from '../../../src/rules/flagger/metric-template-query';
import { asking, metricTemplate } from '../flagger-metrics';
import { testRule } from '../test-rule';

testRule(metricTemplateQuery, {
  valid: [
    { name: 'what Flagger has', yaml: metricTemplate({ query: 'up{a="{{ target }}", b="{{- namespace -}}", c="{{ printf "%s-canary" service }}"}' }) },
    { name: 'a variable that is given', yaml: asking('[{ name: orders, templateRef: { name: orders }, templateVariables: { region: north } }]') + metricTemplate({ query: 'up{region="{{ variables.region }}"}' }) },
    { name: 'a choice', yaml: metricTemplate({ query: '{{ if eq target "shop" }}up{{ else }}down{{ end }}' }) },
    { name: 'a dot that is something', yaml: metricTemplate({ query: '{{ range variables }}{{ .name }}{{ end }}' }) },
    { name: 'no template at all', yaml: asking('[{ name: orders, query: up }]') },
  ],
  invalid: [
    {
      name: 'what Flagger has not',
      yaml: metricTemplate({ query: 'up{pod="{{ pod }}"}' }),
      findings: [
        {
          path: 'spec.query',
          message: 'asks for {{ pod }}, which Flagger has not; it has name, namespace, target, service, ingress, route,'
            + ' interval and variables; write {{ variables.pod }} in its place, and pod below templateVariables',
        },
      ],
    },
    {
      name: 'what Flagger calls otherwise',
      yaml: metricTemplate({ query: 'up{app="{{ deployment }}"}' }),
      findings: [
        {
          path: 'spec.query',
          message: 'asks for {{ deployment }}, which Flagger has not; it has name, namespace, target, service, ingress,'
            + ' route, interval and variables; write {{ target }} in its place',
        },
      ],
    },
    {
      name: 'a field',
      yaml: metricTemplate({ query: 'up{app="{{ .Target }}"}' }),
      findings: [
        { path: 'spec.query', message: 'asks for {{ .Target }}, and there is nothing but functions to ask for; write {{ target }} in its place' },
      ],
    },
    {
      name: 'braces that do not close',
      yaml: metricTemplate({ query: 'up{app="{{ target }"}' }),
      findings: [
        { path: 'spec.query', message: 'has a {{ without its }}; write }} behind it' },
      ],
    },
    {
      name: 'a variable that is not given',
      yaml: asking("[{ name: orders, templateRef: { name: orders }, templateVariables: { zone: '1' } }]") + metricTemplate({ query: 'up{region="{{ variables.region }}", zone="{{ variables.zone }}"}' }),
      findings: [
        {
          path: 'spec.analysis.metrics[0].templateVariables',
          message: 'must have region, which the query asks for, got zone; write templateVariables: { zone: "1", region:'
            + ' ... }',
        },
      ],
    },
    {
      name: 'a variable of a query of its own',
      yaml: asking('[{ name: orders, query: "up{r=\\"{{ variables.region }}\\"}" }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].templateVariables',
          message: 'must have region, which the query asks for, got none; write templateVariables: { region: ... }',
        },
      ],
    },
  ],
});
