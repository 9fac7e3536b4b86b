import type { RuleExample } from '../rule-example';

export const experimentServices: RuleExample = {
  rule: 'experiment-services',
  bad: `
kind: Experiment
metadata:
  name: compare
spec:
  duration: 30m
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
                - containerPort: 9090
      service: {}
`,
  good: `
kind: Experiment
metadata:
  name: compare
spec:
  duration: 30m
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
      service: {}
`,
};
