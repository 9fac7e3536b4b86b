import * as pulumi from '@pulumi/pulumi';
import { contentHash } from '../../manifests/content-hash';
import type { Manifest } from '../../manifests/manifest';
import { settled } from '../arguments/pending';

/** What is changed of these is about an experiment that runs, and about its end. */
const underWay: readonly string[] = ['terminate', 'scaleDownDelaySeconds'];

const templates: readonly string[] = ['AnalysisTemplate', 'ClusterAnalysisTemplate'];

/**
 * Options that have an Experiment run again when anything of it is changed, its questions among it: its controller runs one once, and
 * sees no change of it afterwards. Nothing for every other object.
 */
export function rerunOptions({ kind, spec }: Manifest, manifests: readonly Manifest[]): pulumi.CustomResourceOptions {
  if (kind !== 'Experiment') return {};
  const run = Object.entries(spec as object).filter(([field]) => !underWay.includes(field));
  const { analyses = [] } = spec as { readonly analyses?: readonly { readonly templateName?: unknown }[] };
  const named = analyses.map(({ templateName }) => templateName);
  const asked = manifests.filter(each => templates.includes(each.kind) && named.includes(each.metadata.name)).map(each => each.spec);
  const text = pulumi.jsonStringify(settled([Object.fromEntries(run), asked]));
  // the state keeps it, and has no use for the pods a second time
  return { replacementTrigger: text.apply(contentHash), deleteBeforeReplace: true };
}
