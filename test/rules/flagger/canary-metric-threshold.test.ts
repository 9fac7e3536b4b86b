import { canaryMetricThreshold } from '../../../src/rules/flagger/canary-metric-threshold';
import { asking } from '../flagger-metrics';
import { testRule } from '../test-rule';

testRule(canaryMetricThreshold, {
  valid: [
    { name: 'percent of success', yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]') },
    { name: 'the older form', yaml: asking('[{ name: request-success-rate, threshold: 99 }, { name: request-duration, threshold: 500 }]') },
    { name: 'milliseconds', yaml: asking('[{ name: request-duration, thresholdRange: { max: 500 } }]') },
    { name: 'a share of errors', yaml: asking('[{ name: error-rate, query: up, thresholdRange: { max: 0.01 } }]') },
    { name: 'a name that says nothing', yaml: asking('[{ name: orders, query: up, thresholdRange: { min: 1 } }]') },
    { name: 'a limit on both sides', yaml: asking('[{ name: latency, query: up, thresholdRange: { min: 0.001, max: 0.5 } }]') },
  ],
  invalid: [
    {
      name: 'no limit for success',
      yaml: asking('[{ name: request-success-rate }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange',
          message: 'must be there, got none: a success rate of 0 % passes; write thresholdRange: { min: 99 }',
        },
      ],
    },
    {
      name: 'no limit for a duration',
      yaml: asking('[{ name: request-duration }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange',
          message: 'must be there, got none: a single millisecond is too long; write thresholdRange: { max: 500 }',
        },
      ],
    },
    {
      name: 'no limit for another metric',
      yaml: asking('[{ name: orders, query: up }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange',
          class: 'risky',
          message: 'must be there, got none: whatever is above 0 fails; write thresholdRange: { max: 1 }, with the'
            + ' limit that is meant',
        },
      ],
    },
    {
      name: 'a range without limits',
      yaml: asking('[{ name: orders, query: up, thresholdRange: {} }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange',
          message: 'must have min or max, got neither: every value passes; write thresholdRange: { max: 1 }',
        },
      ],
    },
    {
      name: 'a range from more to less',
      yaml: asking('[{ name: orders, query: up, thresholdRange: { min: 5, max: 1 } }]'),
      findings: [
        { path: 'spec.analysis.metrics[0].thresholdRange.min', message: 'must be at most max, 1, got 5: no value passes; write min: 1 and max: 5' },
      ],
    },
    {
      name: 'success as a fraction',
      yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 0.995 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange.min',
          message: 'must be a percentage such as 99, got 0.995: hardly any release fails; write min: 99.5',
        },
      ],
    },
    {
      name: 'one percent of success',
      yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 1 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange.min',
          class: 'risky',
          message: 'must be a percentage such as 99, got 1: hardly any release fails; write min: 99',
        },
      ],
    },
    {
      name: 'more than all of success',
      yaml: asking('[{ name: request-success-rate, threshold: 101 }]'),
      findings: [
        { path: 'spec.analysis.metrics[0].threshold', message: 'must be a percentage such as 99, got 101: no release passes; write threshold: 99' },
      ],
    },
    {
      name: 'no success at all',
      yaml: asking('[{ name: request-success-rate, threshold: 0 }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].threshold',
          message: 'must be a percentage such as 99, got 0: a success rate of 0 % passes; write threshold: 99',
        },
      ],
    },
    {
      name: 'the most success there may be',
      yaml: asking('[{ name: request-success-rate, thresholdRange: { max: 99 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange.max',
          message: 'must not be there for a success rate, got 99: releases with more success than that fail; write min:'
            + ' 99 instead',
        },
      ],
    },
    {
      name: 'the most success beside the least',
      yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 95, max: 99 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange.max',
          message: 'must not be there for a success rate, got 99: releases with more success than that fail; drop it',
        },
      ],
    },
    {
      name: 'a duration in seconds',
      yaml: asking('[{ name: request-duration, thresholdRange: { max: 0.5 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange.max',
          message: 'must be whole milliseconds, such as 500, got 0.5, which is cut to 0: no release passes; write max:'
            + ' 500',
        },
      ],
    },
    {
      name: 'the shortest duration',
      yaml: asking('[{ name: request-duration, thresholdRange: { min: 500 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange.min',
          message: 'must be max for a duration, got min: slow releases pass, and fast ones fail; write max: 500 instead',
        },
      ],
    },
    {
      name: 'the fewest errors',
      yaml: asking('[{ name: error-rate, query: up, thresholdRange: { min: 1 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange.min',
          class: 'risky',
          message: 'must be max, by the name of the metric, error-rate, got min: releases with less of it fail; write'
            + ' max: 1 instead',
        },
      ],
    },
    {
      name: 'the most success by its name',
      yaml: asking('[{ name: success-rate, query: up, thresholdRange: { max: 99 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].thresholdRange.max',
          class: 'risky',
          message: 'must be the least there may be, by the name of the metric, success-rate, got the most: releases'
            + ' with more of it fail; write min: 99 instead',
        },
      ],
    },
    {
      name: 'success in the older form',
      yaml: asking('[{ name: success-rate, query: up, threshold: 99 }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].threshold',
          class: 'risky',
          message: 'must be the least there may be, by the name of the metric, success-rate, got the most: releases'
            + ' with more of it fail; write thresholdRange: { min: 99 } instead',
        },
      ],
    },
  ],
});
