import type { RuleExample } from '../rule-example';

export const experimentArguments: RuleExample = {
  rule: 'experiment-arguments',
  bad: `
kind: Experiment
metadata:
  name: compare
spec:
  duration: 30m
  analyses:
    - name: errors
      templateName: success-rate
      requiredForCompletion: true
      args:
        - name: hash
          value: "{{templates.canari.podTemplateHash}}"
  templates:
    - name: baseline
      selector:
        matchLabels:
          app: compare-baseline
      template:
        metadata:
          labels:
            app: compare-baseline
        spec:
          containers:
            - name: main
              image: registry.example/checkout:1.0.0
    - name: canary
      selector:
        matchLabels:
          app: compare-canary
      template:
        metadata:
          labels:
            app: compare-canary
        spec:
          containers:
            - name: main
              image: registry.example/checkout:1.1.0
              ports:
                - containerPort: 8080
`,
  good: `
kind: Experiment
metadata:
  name: compare
spec:
  duration: 30m
  analyses:
    - name: errors
      templateName: success-rate
      requiredForCompletion: true
      args:
        - name: hash
          value: eu
  templates:
    - name: baseline
      selector:
        matchLabels:
          app: compare-baseline
      template:
        metadata:
          labels:
            app: compare-baseline
        spec:
          containers:
            - name: main
              image: registry.example/checkout:1.0.0
    - name: canary
      selector:
        matchLabels:
          app: compare-canary
      template:
        metadata:
          labels:
            app: compare-canary
        spec:
          containers:
            - name: main
              image: registry.example/checkout:1.1.0
              ports:
                - containerPort: 8080
`,
};
