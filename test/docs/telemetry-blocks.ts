import { table } from './markdown';
import type { Blocks } from './markers';
import { withPodNames } from '../../src/engines/argo/pod-names';
import { Hole } from '../../src/intent/query';
import { asked, instrumentations } from '../telemetry/instrumentations';
import type { Instrumentation } from '../telemetry/instrumentations';
import { selectorsIn } from '../telemetry/selectors';

const factories: Readonly<Record<string, string>> = { 'envoy': 'Telemetry.envoy(), before both versions', 'envoy-sidecar': 'Telemetry.envoy(), in each pod' };

/** The table of docs/telemetry.md: what queries really say, of every instrumentation that is held against a sample. */
export function telemetryBlocks(): Blocks {
  // the same telemetry over another sample is the same row
  const rows = instrumentations.filter(({ sample, telemetry }) => sample === telemetry.telemetryName || sample in factories).map(rowOf);
  return { telemetry: table(['', 'counts', 'of these bad', 'times', 'the canary\'s', 'only behind', 'gRPC'], rows) };
}

function rowOf(instrumentation: Instrumentation): string[] {
  const { sample, telemetry: { telemetryName, _dialect: { onlyBehind, blindToGrpc } }, requests, duration, millis } = instrumentation;
  const [all] = selectorsOf(instrumentation, 'requestRate');
  const bad = selectorsOf(instrumentation, 'errorRate').slice(0, -1);
  const own = new Set(all.matchers.map(text));
  const badOnly = bad.map(({ matchers }) => matchers.map(text).filter(matcher => !own.has(matcher)).join(','));
  const custom = telemetryName === 'custom';
  return [
    factories[sample] ?? `Telemetry.${telemetryName}()`,
    custom ? 'requests' : requests,
    custom ? 'errors' : badOnly.join(' or '),
    custom ? 'duration' : `${duration}, ${millis === 1 ? 'ms' : 's'}`,
    [...own].join(','),
    (onlyBehind ?? []).join(', '),
    blindToGrpc === true ? '' : 'yes',
  ].map((cell, index) => {
    const shown = index === 3 && !custom ? cell.replace(/^\S+(?=,)/, '`$&`') : index > 4 || cell === '' ? cell : `\`${cell}\``;
    return shown === '' ? '-' : shown;
  });
}

type Selectors = ReturnType<typeof selectorsIn>;

function selectorsOf({ telemetry }: Instrumentation, what: 'requestRate' | 'errorRate'): Selectors {
  const parts = asked[what](telemetry._dialect, { scope: 'canary', windowSeconds: 300, minimumRequests: 0 });
  return selectorsIn(withPodNames(parts).map(part => part instanceof Hole ? `<${part.name}>` : String(part)).join(''));
}

function text({ label, operator, value }: Selectors[number]['matchers'][number]): string {
  return `${label}${operator}"${value}"`;
}
