import type { MeasuredAnalysis } from '../../intent/analysis';
import type { ArgumentIntent } from '../../intent/argument';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { holeNames } from '../../intent/query';
import type { CanaryMetric } from '../../manifests/flagger.generated';
import type { Leaf } from '../../manifests/leaf';

/** What a query of somebody's own is told: values that are known, since Flagger looks nothing up. */
export function variablesOf(
  { args: own }: MeasuredAnalysis, given: readonly ArgumentIntent[], property: string,
): { readonly fields: Pick<CanaryMetric, 'templateVariables'>; readonly problems: readonly Problem[] } {
  const all = [...given, ...own].filter(({ name }, index, list) => list.findIndex(other => other.name === name) === index)
    .filter(({ name, source }) => source !== undefined || !holeNames.some(hole => hole === name));
  const values: Record<string, Leaf<string>> = {};
  const problems: Problem[] = [];
  for (const { name, source } of all) {
    if (source?.kind === 'value') {values[name] = source.value;} else {
      problems.push({
        property: `${property}.args`,
        message: `must give ${show(name)} a value, since Flagger looks up nothing else, got ${source === undefined ? 'none' : `Arg.${factories[source.kind]}`}`,
        fix: `write Arg.value(${show(name)}, ...)`,
      });
    }
  }
  return { fields: Object.keys(values).length === 0 ? {} : { templateVariables: values }, problems };
}

const factories: Readonly<Record<NonNullable<ArgumentIntent['source']>['kind'], string>> = {
  'value': 'value', 'canary-hash': 'canaryHash', 'stable-hash': 'stableHash', 'field': 'field', 'secret': 'secret', 'variant': 'variantHash', 'experiment': 'experimentStart',
};
