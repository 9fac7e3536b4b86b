import { keyed, write } from './fix';
import { remark } from './rule';
import type { Remark } from './rule';
import { shown } from './wording';
import type { Field } from '../graph/field';
import type { Graph } from '../graph/graph';
import type { MetricInUse } from '../graph/metric-in-use';
import { parseGoDuration, suggestGoDuration } from '../manifests/durations';

/** What a metric tells its provider, with the arguments of the run filled in. */
export class Settings {
  readonly field: Field;

  constructor(readonly item: MetricInUse, provider: string) {
    this.field = item.metric.field.at('provider', provider);
  }

  at(...keys: readonly (string | number)[]): Field {
    return this.field.at(...keys);
  }

  /** A text; empty where nothing is written, which is the same to the controller. Undefined while it is not known. */
  text(key: string, ...keys: readonly string[]): string | undefined {
    const value = keys.length === 0 ? this.field.valueAt(key) : undefined;
    // most texts are as they are, and need no field
    return typeof value === 'string' && !value.includes('{{') ? value : this.textOf(this.at(key, ...keys));
  }

  textOf(field: Field): string | undefined {
    if (!field.exists) {
      return field.isUnknown ? undefined : '';
    }
    const text = field.text === undefined ? undefined : this.item.given.fill(field.text);
    return text?.includes('{{') === true ? undefined : text;
  }

  /** Says of a duration that the controller cannot read it. */
  * duration(key: string, ...keys: readonly string[]): Iterable<Remark> {
    const text = this.text(key, ...keys);
    if (text !== undefined && text !== '' && parseGoDuration(text) === undefined) {
      const meant = suggestGoDuration(text);
      yield remark(
        this.at(key, ...keys), `must be a duration such as 30s, 5m or 1h30m, got ${shown(text)}, which errors every measurement`,
        write(this.at(key, ...keys), meant ?? '5m'),
      );
    }
  }
}

/** What the definition of the template wants to be there is refused by the API server when it is not. */
export function requiredClass(field: Field): Pick<Remark, 'class'> {
  return field.value === undefined ? { class: 'refused' } : {};
}

/** Collects what is said of each metric that asks a provider. */
export function* forEachMetricOf(graph: Graph, provider: string, check: (settings: Settings) => Iterable<Remark>): Iterable<Remark> {
  for (const item of graph.metricsOf(provider)) {
    yield* check(new Settings(item, provider));
  }
}

/** An address as a message may show it: a password in it is nobody's business. */
export function shownAddress(address: string): string {
  return shown(address.replace(/\/\/[^/@\s]*@/, '//...@'));
}

/** The address that was probably meant by one without `http://`. */
export function addressFix(field: Field, address: string): string {
  return /^[\w.-]+(:\d+)?(\/\S*)?$/.test(address) ? write(field, `http://${address}`) : `write for example ${keyed(field)}http://prometheus.monitoring:9090`;
}
