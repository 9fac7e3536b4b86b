import type { CanaryNode } from './canary';
import { madeTwice } from './canary-made';
import type { ObjectIndex } from './object-index';
import { SERVICE } from './service';
import { writesTo } from '../manifests/controller-writes';
import type { ControllerWrites } from '../manifests/controller-writes';

/** What Flagger changes in objects that somebody else applies, once a Canary names them. */
export function flaggerWrites(canary: CanaryNode, index: ObjectIndex): readonly ControllerWrites[] {
  const { spec, targetGroupKind, targetKind, targetName: name, isOfKnative } = canary;
  const scaler = spec.at('autoscalerRef');
  const scalerName = scaler.textAt('kind') === 'ScaledObject' ? scaler.textAt('name') : undefined;
  return [
    ...(name === undefined || targetKind === undefined || targetGroupKind === undefined || targetGroupKind === SERVICE ? []
      : [isOfKnative ? writesTo.knativeService({ name }) : writesTo.target(targetKind, { name })]),
    ...(scalerName === undefined ? [] : [writesTo.scaledObject({ name: scalerName })]),
    ...madeTwice(canary, index).flatMap(({ groupKind, kind, name: made }) => made === undefined ? [] : [
      groupKind === SERVICE ? writesTo.madeService({ name: made }) : writesTo.madeObject(groupKind.slice(kind.length + 1), kind, { name: made }),
    ]),
  ];
}
