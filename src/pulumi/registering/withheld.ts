import type { Finding } from '../../rules/finding';

/**
 * The findings without what nobody may read. Those that are there without the secrets are told as they are. Of any other what was got
 * may be a secret, or made of one, and so may be what to write instead.
 */
export function withheld(findings: readonly Finding[], withoutSecrets: readonly Finding[], secrets: readonly unknown[]): readonly Finding[] {
  const open = new Set(withoutSecrets.map(lineOf));
  return findings.map(finding => {
    if (open.has(lineOf(finding))) return finding;
    const { fix: _, message, ...rest } = finding;
    return { ...rest, message: masked(message.replace(/(?<=, )got .*$/s, 'got a secret'), secrets) };
  });
}

function lineOf({ rule, path, message }: Finding): string {
  return JSON.stringify([rule, path, message]);
}

/** As they are, and as they are shown. */
function masked(text: string, secrets: readonly unknown[]): string {
  const written = secrets.flatMap(textsIn).flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1)]).sort((a, b) => b.length - a.length);
  return written.reduce((told, secret) => told.split(secret).join('[secret]'), text);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return value === undefined || value === null || value === '' ? [] : [String(value)];
}
