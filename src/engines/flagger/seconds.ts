import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** A time as Flagger's resources take it: whole minutes or seconds, and nothing shorter than a second. */
export function flaggerTime(seconds: Leaf<number>): Leaf<string> {
  return mapLeaf(seconds, value => {
    const whole = Math.ceil(value);
    return whole % 60 === 0 && whole > 0 ? `${whole / 60}m` : `${whole}s`;
  });
}

/** A time as people say it. */
export function spoken(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.ceil(seconds % 60)];
  return [...(minutes === 0 ? [] : [`${minutes} min`]), ...(rest === 0 && minutes > 0 ? [] : [`${rest} s`])].join(' ');
}
