import * as pulumi from '@pulumi/pulumi';

export function isData(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Whether a value that has been to another process and back is this one. What an Output held is not compared. */
export function isSame(returned: unknown, sent: unknown): boolean {
  if (pulumi.Output.isInstance(sent)) return true;
  if (Array.isArray(sent)) {
    return Array.isArray(returned) && returned.length === sent.length && sent.every((each, index) => isSame(returned[index], each));
  }
  if (!isData(sent)) return returned === sent;
  return isData(returned) && Object.keys({ ...returned, ...sent }).every(key => isSame(returned[key], sent[key]));
}
