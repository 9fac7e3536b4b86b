import type * as reading from '../../graph/graph';
import type * as needs from '../../graph/version-needs';
import { newestArgo } from '../../manifests/argo-versions';
import type { ArgoVersion } from '../../manifests/argo-versions';
import { nearestOf } from '../rendered';
import type { Origin, PartPath, Rendered } from '../rendered';

/** The same for an older release: what that cannot do yet is a gap, told of the property that it came from. */
export function forVersion(rendered: Rendered, version: ArgoVersion = newestArgo): Rendered {
  if (version === newestArgo) return rendered;
  // loaded here, since most programs that describe rollouts need neither
  const { readGraph } = require('../../graph/graph') as typeof reading;
  const { unmetNeeds } = require('../../graph/version-needs') as typeof needs;
  const graph = readGraph(rendered.manifests.map(manifest => ({ manifest })));
  // what depends on more than the release would stop those who have taken care of it
  const needed = unmetNeeds(graph, version).filter(({ need }) => need.class !== 'risky');
  if (needed.length === 0) return rendered;
  const origins = rendered.origins();
  const gaps = needed.map(({ need, field, found }) => ({
    property: propertyOf(field.node.document, field.path, origins),
    message: `needs Argo Rollouts ${need.since}${found === undefined ? '' : ` for ${found}`}, got controller.version ${version}: before it ${need.before}`,
    fix: 'drop it, or raise the version of the controller',
  }));
  return { ...rendered, gaps: [...rendered.gaps, ...gaps] };
}

/** The property whose part is nearest to a place; the place itself where none is. */
function propertyOf(manifest: number, path: PartPath, origins: readonly Origin[]): string {
  const around = origins.filter(origin => origin.manifest === manifest && origin.path.every((key, index) => path[index] === key));
  return nearestOf(around)?.property ?? path.join('.');
}
