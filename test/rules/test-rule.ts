import { applied } from './applied-fix';
import type { SourceDocument } from '../../src/graph/document';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import type { Finding } from '../../src/rules/finding';
import { judge } from '../../src/rules/judge';
import type { Rule } from '../../src/rules/rule';

export interface ValidCase {
  readonly name: string;
  readonly yaml: string;
}

export interface ExpectedFinding {
  readonly path: string;
  /** All of it, or what it matches; the fix follows after `; `. */
  readonly message: string | RegExp;
  readonly resource?: string;
  readonly class?: Finding['class'];
}

export interface InvalidCase extends ValidCase {
  readonly findings: readonly ExpectedFinding[];
}

export interface RuleCases {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}

/** All cases that were loaded, for who asks another judge about them. */
export const tested: (RuleCases & { readonly rule: Rule })[] = [];

/** Tests one rule over manifests that are taken for everything there is. */
export function testRule(rule: Rule, { valid, invalid }: RuleCases): void {
  tested.push({ rule, valid, invalid });
  describe(rule.id, () => {
    test.each(valid)('accepts $name', ({ yaml }) => {
      expect(findingsOf(rule, yaml).map(told)).toEqual([]);
    });

    test.each(invalid)('fails $name', ({ yaml, findings }) => {
      const found = findingsOf(rule, yaml);
      expect(found.map(told)).toEqual(findings.map(({ path, message }, index) => ({
        path,
        message: typeof message === 'string' ? message : matching(message, found[index]),
      })));
      findings.forEach((expected, index) => expect(found[index]).toMatchObject({
        ...(expected.resource === undefined ? {} : { resource: expected.resource }),
        ...(expected.class === undefined ? {} : { class: expected.class }),
      }));
    });

    test.each(invalid)('accepts what it says to write: $name', ({ yaml }) => {
      const documents = documentsOf(yaml);
      for (const finding of findingsIn(rule, documents)) {
        const left = findingsIn(rule, applied(documents, finding) ?? []);
        expect(left.filter((other) => isSame(other, finding))).toEqual([]);
      }
    });
  });
}

function findingsOf(rule: Rule, yaml: string): Finding[] {
  return findingsIn(rule, documentsOf(yaml));
}

function documentsOf(yaml: string): readonly SourceDocument[] {
  const { documents, problems } = readYaml(yaml);
  expect(problems).toEqual([]);
  return documents;
}

function findingsIn(rule: Rule, documents: readonly SourceDocument[]): Finding[] {
  return judge(readGraph(documents), { rules: [rule], complete: true });
}

function isSame(one: Finding, other: Finding): boolean {
  return one.path === other.path && one.document === other.document && one.fix === other.fix;
}

function told({ path, message, fix }: Finding): { path: string; message: string } {
  return { path, message: fix === undefined ? message : `${message}; ${fix}` };
}

/** The message itself when it matches, so that a failure shows both texts. */
function matching(pattern: RegExp, finding: Finding | undefined): string {
  const message = finding === undefined ? '' : told(finding).message;
  return pattern.test(message) ? message : `something like ${pattern}`;
}
