import type { CanaryNode } from './canary';
import { isMadeByFlagger, PRIMARY } from './canary-target';
import type { ObjectIndex } from './object-index';
import { ResourceNode } from './resource-node';
import { SERVICE } from './service';
import { mayBeSameNamespace } from '../manifests/namespaces';

/** Objects of the input that Flagger makes for a Canary, and that somebody else has written as well. */
export function madeTwice(canary: CanaryNode, index: ObjectIndex): readonly ResourceNode[] {
  return madeFor(canary).flatMap(([groupKind, name]) => {
    const node = index.named(groupKind, name).find((each) => mayBeSameNamespace(each.namespace, canary.namespace));
    return node instanceof ResourceNode && !isMadeByFlagger(node) ? [node] : [];
  });
}

type Made = readonly [groupKind: string, name: string];

function madeFor({ serviceName, targetName, targetKind, targetGroupKind, isOfKnative, scaler }: CanaryNode): readonly Made[] {
  if (serviceName === undefined || targetName === undefined || targetGroupKind === undefined || isOfKnative) {
    return [];
  }
  const isService = targetKind === 'Service';
  return [
    // a Service that is the target is the one that somebody else has to make
    ...(isService ? [] : [[SERVICE, serviceName], [targetGroupKind, `${targetName}${PRIMARY}`]] as const),
    [SERVICE, `${isService ? targetName : serviceName}${PRIMARY}`],
    [SERVICE, `${isService ? targetName : serviceName}-canary`],
    ...(scaler?.name === undefined ? [] : [[scaler.groupKind, `${scaler.name}${PRIMARY}`]] as const),
  ];
}
