import type { Problem } from '../intent/problem';
import type { ObjectName } from '../intent/router';
import type { ControllerWrites } from '../manifests/controller-writes';
import type { Manifest } from '../manifests/manifest';

/** What an engine makes of an intent. */
export interface Rendered {
  readonly manifests: readonly Manifest[];
  /** From which property each part came, so that a finding can be told in the user's words; worked out when there is one. */
  readonly origins: () => readonly Origin[];
  /** What the intent asks for that this engine cannot say. */
  readonly gaps: readonly Problem[];
  /** Objects that the manifests name and somebody else owns. */
  readonly elsewhere: readonly ObjectName[];
  /** What the controller changes in objects that are applied, once they are there; absent: nothing. */
  readonly controllerWrites?: readonly ControllerWrites[];
}

/** One part of one manifest and the property it came from. */
export interface Origin {
  /** Index of the manifest. */
  readonly manifest: number;
  readonly path: PartPath;
  readonly property: string;
  /** Whether what lies below the part is named alike in the property. */
  readonly alikeBelow?: boolean;
}

export type PartPath = readonly (string | number)[];

/** The origin of a part of something that is not yet part of a manifest. */
export type PartOrigin = Omit<Origin, 'manifest'>;

export function below(path: PartPath, origins: readonly PartOrigin[]): PartOrigin[] {
  return origins.map(origin => ({ ...origin, path: [...path, ...origin.path] }));
}

/** Of the origins around a place the one that says most of it. */
export function nearestOf(around: readonly Origin[]): Origin | undefined {
  return around.reduce<Origin | undefined>(
    (best, origin) => best !== undefined && best.path.length >= origin.path.length ? best : origin, undefined);
}
