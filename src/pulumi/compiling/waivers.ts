import type { Waiver } from '../../rules/waiver';
import { namespacesIn } from '../arguments/namespace';

/** A finding that somebody accepts, as it was written. */
export interface WaiverValue {
  readonly rule: string;
  readonly resource?: string;
  readonly reason: string;
}

/** What is waived, of the object that stands for the component unless another one is named. A namespace that is not known yet may be any. */
export function waiversOf(written: readonly WaiverValue[] = [], resource: string): readonly Waiver[] {
  const [namespace] = namespacesIn(resource).keys();
  return written.map(waiver => ({
    ...waiver, resource: waiver.resource === undefined ? resource : namespace === undefined ? waiver.resource : waiver.resource.replace(/ [^/]+\//, ` ${namespace}/`),
  }));
}
