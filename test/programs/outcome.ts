import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as rolloutkit from 'rolloutkit';
import { schemaProblems } from '../schema';

/** What came of a program. */
export type Outcome =
  | { readonly kind: 'written'; readonly manifests: readonly unknown[]; readonly chart: cdk8s.Chart }
  | { readonly kind: 'refused'; readonly findings: readonly Refusal[] }
  | { readonly kind: 'crashed'; readonly error: string };

/** One thing that was refused. */
export interface Refusal {
  readonly text: string;
  /** The property it names, from its first segment on; absent when it names none. */
  readonly property?: string;
}

const names = { ...kplus, ...cdk8s, ...rolloutkit };

/** Runs a program as `cdk8s synth` would, without writing a file. */
export function outcomeOf(program: string): Outcome {
  const app = new cdk8s.App();
  const chart = new cdk8s.Chart(app, 'shop', { namespace: 'shop' });
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('chart', ...Object.keys(names), program)(chart, ...Object.values(names));
    return { kind: 'written', manifests: chart.toJson(), chart };
  } catch (thrown) {
    return refusalOf(thrown);
  }
}

const heading = 'Validation failed with the following errors:';

function refusalOf(thrown: unknown): Outcome {
  const error = thrown as Error;
  const isOurs = error instanceof Error && (error.name === 'InvalidRollout' || error.message.startsWith(heading));
  if (!isOurs) return { kind: 'crashed', error: String(error.stack ?? error) };
  const lines = error.message.split('\n').map(line => line.trim()).filter(line => line !== '' && line !== heading);
  return { kind: 'refused', findings: lines.map(refusal) };
}

/** `[shop/checkout] property: what is wrong; what to do`, or `Owner.factory: property: what is wrong; what to do`. */
function refusal(line: string): Refusal {
  const text = line.replace(/^\[[^\]]*\] /, '');
  const property = /^(?:[A-Z]\w*(?:\.\w+)?: )?([a-z]\w*(?:[.[][^:;]*)?): .+; .+$/s.exec(text)?.[1];
  return { text, property };
}

/** What an API server would hold against manifests. */
export function schemaFindings(manifests: readonly unknown[]): readonly string[] {
  return manifests.flatMap(schemaProblems);
}
