import * as pulumi from '@pulumi/pulumi';
import { isPlainMap } from '../../schema/plain-map';

/** Whether a value that has been to another process and back is this one. What an Output held is not compared. */
export function isSame(returned: unknown, sent: unknown): boolean {
  if (pulumi.Output.isInstance(sent)) return true;
  if (Array.isArray(sent)) {
    return Array.isArray(returned) && returned.length === sent.length && sent.every((each, index) => isSame(returned[index], each));
  }
  if (!isPlainMap(sent)) return returned === sent;
  return isPlainMap(returned) && Object.keys({ ...returned, ...sent }).every(key => isSame(returned[key], sent[key]));
}
