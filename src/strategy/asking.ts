import type { Arg } from '../intent/arg';
import { nameProblem, positiveNumber } from '../intent/checks';
import type { AskingIntent } from '../intent/gate';
import type { Problem } from '../intent/problem';
import { runMetadataIntent } from '../intent/run-metadata';
import type { RunMetadata } from '../intent/run-metadata';

/** How an analysis is asked, wherever it is. */
export interface AskingOptions {
  /**
   * Values for the arguments that the analysis declares.
   * @default - none
   */
  readonly args?: Arg[];

  /**
   * Measured and shown, without consequences.
   * @default false
   */
  readonly dryRun?: boolean;

  /**
   * Metrics of it that are measured and shown, without consequences.
   * @default - none, or all of them with `dryRun`
   */
  readonly dryRunMetrics?: string[];

  /**
   * Labels and annotations of the AnalysisRun, beside those that the controller was told for all runs.
   * @default - none
   */
  readonly runMetadata?: RunMetadata;
}

/** How an analysis is asked at its place. */
export interface GateOptions extends AskingOptions {
  /**
   * How many measurements of each of its metrics are kept in the run.
   * @default - as the analysis says
   */
  readonly keptMeasurements?: number;
}

/** The same as plain data. */
export function askingIntent({ args, dryRun, dryRunMetrics, keptMeasurements, runMetadata }: GateOptions): AskingIntent {
  return {
    args: (args ?? []).map(arg => arg._intent),
    dryRun: dryRun ?? false,
    dryRunMetrics,
    keptMeasurements,
    runMetadata: runMetadata && runMetadataIntent(runMetadata),
  };
}

/** What is wrong with it, whatever is asked. */
export function askingProblems({ args = [], dryRunMetrics = [], keptMeasurements }: GateOptions): (Problem | undefined)[] {
  return [
    ...args.map(({ _intent: { name, source } }, index) => source !== undefined && source.kind !== 'secret' ? undefined : {
      property: `args[${index}]`,
      message: source === undefined ? `must have a value, got Arg.required("${name}")` : `cannot come from a Secret here, got Arg.secret("${name}")`,
      fix: source === undefined ? 'write Arg.value' : 'give it to the analysis, which may name a Secret',
    }),
    ...dryRunMetrics.map((metric, index) => nameProblem(`dryRunMetrics[${index}]`, metric)),
    positiveNumber('keptMeasurements', keptMeasurements),
  ];
}
