import { fingerprintsOf } from './fingerprint';
import { sentenceWithPath } from './lint-report';
import type { LintReport } from './lint-report';
import { HOME } from '../../rules/evidence/reference';
import { severities } from '../../rules/finding';
import type { Finding, Severity } from '../../rules/finding';
import type { Waiver } from '../../rules/waiver';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Half a character, which no address can hold. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** SARIF 2.1.0, which code scanning of GitHub, Azure DevOps and others read. Of the rules it describes those that have something to say. */
export function formatSarif({ version, findings, waived, rules }: LintReport): string {
  const all = [...findings.map((finding) => ({ finding, waiver: undefined })), ...waived];
  const named = new Set(all.map(({ finding }) => finding.rule));
  const described = rules.filter(({ id }) => named.has(id));
  const indexes = new Map(described.map(({ id }, index) => [id, index]));
  const fingerprints = fingerprintsOf(all.map(({ finding }) => finding));
  return `${JSON.stringify({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'rolloutkit',
          version,
          informationUri: HOME,
          rules: described.map((rule) => ({
            id: rule.id,
            shortDescription: { text: rule.summary },
            fullDescription: { text: rule.why },
            help: { text: `${rule.summary}: ${rule.why}` },
            helpUri: `${HOME}/blob/main/docs/rules.md#${rule.id}`,
            defaultConfiguration: { level: LEVELS[severities[rule.class]] },
            properties: { tags: [rule.class] },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      results: all.map(({ finding, waiver }, index) => ({
        ruleId: finding.rule,
        ...(indexes.has(finding.rule) ? { ruleIndex: indexes.get(finding.rule) } : {}),
        level: LEVELS[finding.severity],
        message: { text: `${finding.resource}: ${sentenceWithPath(finding)}` },
        locations: [location(finding)],
        partialFingerprints: { 'rolloutkit/v1': fingerprints[index] },
        ...(waiver === undefined ? {} : { suppressions: [suppression(waiver)] }),
        properties: { class: finding.class },
      })),
    }],
  }, null, 2)}\n`;
}

function location({ file, line, column, resource, path }: Finding): object {
  const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return {
    ...(file === undefined ? {} : { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } }),
    logicalLocations: [{ name: resource, fullyQualifiedName: path === '' ? resource : `${resource} ${path}`, kind: 'object' }],
  };
}

function suppression({ document, reason }: Waiver): object {
  return { kind: document === undefined ? 'external' : 'inSource', status: 'accepted', justification: reason };
}

/** A path as part of an address: relative to where the run began, or absolute. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '').replace(LONE_SURROGATE, '\ufffd').split('/').map(encodeURIComponent).join('/');
  const drive = /^[A-Za-z]%3A\//.test(path);
  return drive ? `file:///${path.replace('%3A', ':')}` : path.startsWith('/') ? `file://${path}` : path;
}
