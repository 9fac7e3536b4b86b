import { contentHash } from '../../manifests/content-hash';
import type { Finding } from '../../rules/finding';

/** What a finding says of itself that does not move. */
export type FindingIdentity = Pick<Finding, 'rule' | 'resource' | 'path' | 'message'>;

/** What makes a finding the same one tomorrow: neither its line nor its file, which change when nothing about it does. */
export function identityOf({ rule, resource, path, message }: FindingIdentity): string {
  return JSON.stringify([rule, resource, path, message]);
}

/** A short name for each finding, by its position; those that are alike are numbered in their order. */
export function fingerprintsOf(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const hash = contentHash(identityOf(finding));
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return count === 1 ? hash : `${hash}-${count}`;
  });
}
