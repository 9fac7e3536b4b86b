import { rolloutFields, templateFields, unreachable } from './argo-fields';
import { table } from './markdown';
import type { Blocks } from './markers';
import { versionNeeds } from '../../src/graph/version-needs';

const owners: Readonly<Record<string, string>> = { 'Rollout': 'a Rollout', '*AnalysisTemplate': 'a template', 'Experiment': 'an Experiment' };

/** The tables of docs/argo-rollouts.md. */
export function argoBlocks(): Blocks {
  return {
    rollout: fields(rolloutFields),
    template: fields(templateFields),
    unreachable: table(['field', 'why not'], unreachable.map(line => {
      const [, kind, path, reason] = /^(\S+) (\S+): (.*)$/.exec(line)!;
      return [`\`${path}\` of ${owners[kind]}`, reason];
    })),
    versions: table(['what', 'needs', 'what an older release does'], versionNeeds.map(({ path, when, since, before }) =>
      [`\`${path}\`${when === '' ? '' : ` ${when}`}`, since, before])),
  };
}

function fields(lines: readonly (readonly [path: string, properties: string])[]): string {
  return table(['field', 'property'], lines.map(([path, properties]) => [`\`${path}\``, shown(properties)]));
}

/** `CanaryOptions.ramp` as code; `DatadogSource.constructor` is the class itself; all else is a sentence. */
function shown(properties: string): string {
  return !/^[A-Z]\w+\./.test(properties) ? properties
    : properties.split(' ').map(name => `\`${name.replace(/^(\w+)\.constructor$/, 'new $1')}\``).join(', ');
}
