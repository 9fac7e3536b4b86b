import type { Duration } from 'cdk8s';
import { askingIntent, askingProblems } from './asking';
import { exactlyOne } from './choices';
import type {
  AnalyzeStepOptions, ExperimentStepOptions, ExperimentVariant, HeaderMatch, HeadersStepOptions, MirrorMatch, MirrorStepOptions, PluginStepOptions,
  ScaleStepOptions, TextMatch,
} from './step-options';
import { versionMetadata } from './version-metadata';
import type { IAnalysis } from '../intent/analysis';
import * as checks from '../intent/checks';
import { pluginConfig, pluginNameProblem, pluginSettingsProblem } from '../intent/plugin-settings';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOf, secondsOfOptional } from '../intent/seconds';
import type { ExperimentIntent, HeaderMatchIntent, ScaleIntent, StepIntent, TextMatchIntent } from '../intent/step';

/** One step of a rollout that is spelled out, for those who want what a ramp cannot say. */
export class Step {
  /** The percentage of the traffic that the canary gets from here on. */
  public static weight(percent: number): Step {
    refuse('Step.weight', checks.weight('percent', percent));
    return new Step({ kind: 'weight', weight: percent });
  }

  /** Nothing changes for this long. */
  public static hold(duration: Duration): Step {
    const seconds = secondsOf(duration);
    refuse('Step.hold', checks.lastingSeconds('duration', seconds));
    return new Step({ kind: 'hold', seconds });
  }

  /** Somebody has to say that it may go on. */
  public static approval(): Step {
    return new Step({ kind: 'approval' });
  }

  /** The rollout waits for good answers. */
  public static analyze(analyses: IAnalysis[], options: AnalyzeStepOptions = {}): Step {
    refuse('Step.analyze', notEmpty('analyses', analyses, 'name the questions to ask here'), ...askingProblems(options));
    return new Step({
      kind: 'analyze',
      analyses: analyses.map(analysis => analysis._intent),
      ...askingIntent(options),
    });
  }

  /** How many canary pods there are from here on. Needs a router. */
  public static scale(options: ScaleStepOptions): Step {
    refuse('Step.scale', checks.wholeNumber('replicas', options.replicas), checks.weight('percent', options.percent), exactlyOne('replicas', {
      replicas: options.replicas, percent: options.percent, matchTraffic: options.matchTraffic || undefined,
    }));
    return new Step({ kind: 'scale', scale: scaleIntent(options) });
  }

  /** Requests with certain headers go to the canary from here on, whatever its weight. */
  public static headers(options: HeadersStepOptions): Step {
    refuse('Step.headers', checks.nameProblem('route', options.route),
      ...(options.matches ?? []).map((match, index) => exactlyOne(`matches[${index}].value`, textChoices(match.value))));
    return new Step({ kind: 'headers', route: options.route, matches: (options.matches ?? []).map(headerMatch) });
  }

  /** The canary gets a copy of certain requests from here on; its answers are thrown away. */
  public static mirror(options: MirrorStepOptions): Step {
    refuse('Step.mirror', checks.nameProblem('route', options.route), checks.weight('percent', options.percent),
      ...(options.matches ?? []).flatMap((match, index) => mirrorProblems(match, `matches[${index}]`)));
    const matches = (options.matches ?? []).map(match => ({
      method: match.method && textMatch(match.method),
      path: match.path && textMatch(match.path),
      headers: match.headers?.map(headerMatch),
    }));
    return new Step({ kind: 'mirror', route: options.route, percent: options.percent, matches });
  }

  /** Several versions run side by side. */
  public static experiment(options: ExperimentStepOptions): Step {
    const seconds = secondsOfOptional(options.duration);
    const scaleDownDelaySeconds = secondsOfOptional(options.scaleDownDelay);
    refuse('Step.experiment', notEmpty('variants', options.variants, 'name the versions to run side by side'),
      checks.lastingSeconds('duration', seconds),
      checks.lastingSeconds('scaleDownDelay', scaleDownDelaySeconds),
      ...askingProblems(options),
      ...options.variants.flatMap((variant, index) => [
        checks.nameProblem(`variants[${index}].name`, variant.name),
        checks.positiveNumber(`variants[${index}].replicas`, variant.replicas),
        checks.weight(`variants[${index}].weight`, variant.weight),
        variant.serviceName === undefined ? undefined : checks.nameProblem(`variants[${index}].serviceName`, variant.serviceName),
      ]));
    return new Step({
      kind: 'experiment',
      experiment: {
        ...askingIntent(options),
        seconds,
        scaleDownDelaySeconds,
        variants: options.variants.map(variantIntent),
        analyses: (options.analyses ?? []).map(({ _intent: analysis }) => ({ name: analysis.name, analysis, required: true })),
      },
    });
  }

  /** A step that a plugin of the controller knows how to do. */
  public static plugin(name: string, options: PluginStepOptions = {}): Step {
    refuse('Step.plugin', pluginNameProblem(name), pluginSettingsProblem(options));
    return new Step({ kind: 'plugin', name, config: pluginConfig(options) });
  }

  /** @internal */
  public readonly _intent: StepIntent;

  private constructor(intent: StepIntent) {
    this._intent = intent;
  }
}

function variantIntent({ name, version, replicas, weight, metadata, selector, serviceName }: ExperimentVariant): ExperimentIntent['variants'][number] {
  return {
    name,
    version,
    replicas,
    weight,
    metadata: versionMetadata(metadata),
    selector,
    serviceName,
  };
}

function mirrorProblems({ method, path, headers }: MirrorMatch, property: string): (Problem | undefined)[] {
  return [
    method && exactlyOne(`${property}.method`, textChoices(method)),
    path && exactlyOne(`${property}.path`, textChoices(path)),
    ...(headers ?? []).map(({ value }, index) => exactlyOne(`${property}.headers[${index}].value`, textChoices(value))),
  ];
}

function textChoices({ exact, prefix, regex }: TextMatch): Record<string, unknown> {
  return { exact, prefix, regex };
}

function scaleIntent(options: ScaleStepOptions): ScaleIntent {
  if (options.replicas !== undefined) return { kind: 'replicas', replicas: options.replicas };
  if (options.percent !== undefined) return { kind: 'percent', percent: options.percent };
  return { kind: 'match-traffic' };
}

function headerMatch(match: HeaderMatch): HeaderMatchIntent {
  return { header: match.header, value: textMatch(match.value) };
}

function textMatch(match: TextMatch): TextMatchIntent {
  if (match.exact !== undefined) return { kind: 'exact', text: match.exact };
  if (match.prefix !== undefined) return { kind: 'prefix', text: match.prefix };
  return { kind: 'regex', text: match.regex ?? '' };
}

function notEmpty(property: string, list: readonly unknown[], fix: string): Problem | undefined {
  return list.length > 0 ? undefined : { property, message: 'must not be empty', fix };
}
