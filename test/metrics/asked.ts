import { MetricAnalysis } from 'rolloutkit';
import type { MetricOptions } from 'rolloutkit';
import { manifestsOf } from '../render';
import type { Written } from '../render';

/** The spec of a template that asks one question. */
export function asked(options: MetricOptions): Written {
  return manifestsOf(chart => { new MetricAnalysis(chart, 'asked', options); })[0].spec;
}

/** Its only metric. */
export function metric(options: MetricOptions): Written {
  return asked(options).metrics[0];
}
