import type { Duration } from 'cdk8s';

/** Options for `CloudWatchSource`. */
export interface CloudWatchSourceOptions {
  /**
   * What the query of a question reckons with: `100 * errors / requests` needs the inputs `errors` and `requests`.
   * @default - none: the query is one of Metrics Insights, or a search
   */
  readonly inputs?: CloudWatchInput[];

  /**
   * The region of the metrics, as Flagger is told. Argo Rollouts reads AWS_REGION in the environment of its pod.
   * @default - must be given for Flagger
   */
  readonly region?: string;
}

/** A metric, or an expression over others, under a name that expressions use. Give either of the two. */
export interface CloudWatchInput {
  /** The name: letters, digits and underscores, beginning with a small letter. */
  readonly id: string;

  /**
   * A metric.
   * @default - an expression
   */
  readonly metric?: CloudWatchMetric;

  /**
   * An expression over other inputs.
   * @default - a metric
   */
  readonly expression?: string;

  /**
   * What it is called where people see it.
   * @default - chosen by CloudWatch
   */
  readonly label?: string;
}

/** A metric of CloudWatch and how its values become one number. */
export interface CloudWatchMetric {
  /** Where it belongs, such as `AWS/ApplicationELB`. */
  readonly metricNamespace: string;

  /** Its name, such as `HTTPCode_Target_5XX_Count`. */
  readonly metricName: string;

  /**
   * What tells its series apart, by name. `{{args.canary-hash}}` and its like may stand in the values.
   * @default - none
   */
  readonly dimensions?: Record<string, string>;

  /** How values become one number: `Sum`, `Average`, `p95` and so on. */
  readonly statistic: string;

  /**
   * Over how long a time.
   * @default - the window of the question, which gives one number
   */
  readonly period?: Duration;

  /**
   * Only values that were reported in this unit, such as `Count` or `Milliseconds`.
   * @default - whatever the unit
   */
  readonly unit?: string;
}
