// What the engine tells while it works, made into what came of it.
import type { EngineEvent } from '@pulumi/pulumi/automation';
import type { Step } from './operation';

/** What is no resource of the program. */
const OWN = /^pulumi:(pulumi:Stack|providers:)/;
/** Lines that every run says, and that say nothing of the program. */
const USUAL = /^using \S+ from \$PATH|is expected to have version/;
/** An event or a condition of the cluster, with its reason, that the provider passes on. */
const OF_CLUSTER = /^kubernetes:\S+ \S+: \[?[A-Z]\w+(: |\] )/;

/** The last thing that is told of a resource counts: a refresh knows only then whether it found a difference. */
export function stepsOf(events: readonly EngineEvent[]): Step[] {
  const steps = new Map<string, Step>();
  for (const { resourcePreEvent, resOutputsEvent } of events) {
    const metadata = (resOutputsEvent ?? resourcePreEvent)?.metadata;
    if (!metadata || OWN.test(metadata.type)) continue;
    const differs = Object.keys(metadata.detailedDiff ?? {});
    steps.set(metadata.urn, { op: metadata.op, resource: resourceOf(metadata.urn), differs: differs.length > 0 ? differs : metadata.diffs ?? [] });
  }
  return [...steps.values()];
}

export function complaintsOf(events: readonly EngineEvent[], severity: 'error' | 'warning'): string[] {
  return events.flatMap(({ diagnosticEvent: told }) => {
    if (told?.severity !== severity) return [];
    const message = plain(told.message);
    const line = told.urn ? `${resourceOf(told.urn)}: ${message}` : message;
    return USUAL.test(message) || (severity === 'warning' && OF_CLUSTER.test(line)) ? [] : [line];
  });
}

/** `urn:pulumi:stack::project::parent$type::name` */
function resourceOf(urn: string): string {
  const [, , types = '', ...name] = urn.split('::');
  return `${types.split('$').at(-1)} ${name.join('::')}`;
}

function plain(message: string): string {
  // eslint-disable-next-line no-control-regex
  return message.replace(/<\{%[^%]*%\}>/g, '').replace(/\u001b\[[0-9;]*m/g, '').replace(/\s+/g, ' ').trim();
}
