import { isLabelKey } from './names';

const whole = /^metadata\.(annotations|labels|name|namespace|uid)$/;
const keyed = /^metadata\.(annotations|labels)\['([^']*)'\]$/;

/**
 * Whether the controller can read a path: of the metadata it reads what the downward API of Kubernetes reads, and of the rest of an object
 * whatever there is.
 */
export function isFieldPath(path: string): boolean {
  const key = keyed.exec(path)?.[2];
  return !path.startsWith('metadata') || whole.test(path) || (key !== undefined && isLabelKey(key));
}
