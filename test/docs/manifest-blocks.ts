import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { readText } from './files';
import { fenced, table } from './markdown';
import type { Blocks } from './markers';
import { snippetsIn } from './snippets';
import { albPrefix, writesTo } from '../../src/manifests/controller-writes';
import type { ControllerWrites } from '../../src/manifests/controller-writes';
import type { RolloutManifestsArgs } from '../../src/pulumi/arguments/manifests-args';
import { named } from '../../src/pulumi/arguments/shape';
import { writeManifests } from '../../src/pulumi/compiling/compile-manifests';
import type { ManifestsValue } from '../../src/pulumi/compiling/compile-manifests';
import { compile } from '../../src/pulumi/compiling/compiled';
import { errorText } from '../../src/pulumi/registering/telling';
import { ignoredFields } from '../../src/pulumi/registering/written-fields';

const document = 'docs/pulumi-manifests.md';

/** What docs/pulumi-manifests.md says that its program says of its file, and what is left to controllers. */
export function manifestBlocks(): Blocks {
  const text = readText(document);
  const [program] = snippetsIn(document, text);
  return {
    words: fenced('text', inFolder(filesIn(text), () => refusalOf(program.code))),
    writes: table(['object', 'what is left alone'], rows.map(([object, writes]) => [object, `\`${fieldsOf(writes).join('`, `')}\``])),
  };
}

/** What the component of a program is refused with. Nothing is registered: another document has an engine of its own in this process. */
function refusalOf(code: string): string {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const kind = 'RolloutManifests';
  const fromManifests = (name: string, args: RolloutManifestsArgs): never => {
    const compiled = compile(args, { shape: named(kind), resource: `${kind} ${name}`, beside: () => [], write: (value: ManifestsValue) => writeManifests(value, []) });
    throw new Error(errorText(kind, name, compiled));
  };
  try {
    new Function('require', 'exports', outputText)(() => ({ fromManifests }), {});
    return 'nothing is wrong';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Blocks of YAML that say which file they are. */
function filesIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/<!-- file: (\S+) -->\n```yaml\n([^]*?)```/g)].map(([, file, content]) => [file, content]));
}

/** Does something where these files are. */
function inFolder<T>(files: Readonly<Record<string, string>>, work: () => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'document-'));
  const before = process.cwd();
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    process.chdir(folder);
    return work();
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

const shop = { name: 'shop' };
const rows: readonly (readonly [object: string, writes: ControllerWrites])[] = [
  ['a Service that a Rollout names', writesTo.versionService(shop)],
  ['a Rollout that an autoscaler scales, or that says no `replicas`', writesTo.rolloutReplicas(shop)],
  ['any other workload that a HorizontalPodAutoscaler or a ScaledObject names', writesTo.replicas('apps', 'Deployment', shop)],
  ['the Deployment of a `workloadRef` that is scaled down', writesTo.replicas('apps', 'Deployment', shop)],
  ['a VirtualService, in the lists that are split', writesTo.virtualService(shop, { http: true, tls: true, tcp: true })],
  ['a DestinationRule', writesTo.destinationRule(shop)],
  ['an HTTPRoute, GRPCRoute, TCPRoute or TLSRoute', writesTo.gatewayRoute('HTTPRoute', shop)],
  ['a TraefikService', writesTo.traefikService(shop)],
  ['an ApisixRoute', writesTo.apisixRoute(shop)],
  ['an HTTPProxy of Contour', writesTo.httpProxy(shop)],
  ['a Route of OpenShift', writesTo.openShiftRoute(shop)],
  ['an Ingress of AWS that declares an action, and one of a Rollout with header routes', writesTo.loadBalancer(shop, { root: 'shop', prefix: albPrefix, managedRoutes: ['internal'] })],
  ['a VirtualRouter of App Mesh', writesTo.virtualRouter(shop)],
  ['the Deployment of a Canary', writesTo.target('Deployment', shop)],
  ['the DaemonSet of a Canary', writesTo.target('DaemonSet', shop)],
  ['the Service of Knative of a Canary', writesTo.knativeService(shop)],
  ['the ScaledObject of a Canary', writesTo.scaledObject(shop)],
  ['a Service that Flagger makes', writesTo.madeService(shop)],
];

/** As Pulumi is told them, of an object that declares all of it. */
function fieldsOf(writes: ControllerWrites): readonly string[] {
  const annotations = Object.fromEntries(writes.paths.filter(([, map, key]) => map === 'annotations' && key !== undefined).map(([, , key]) => [key, 'x']));
  return ignoredFields({ apiVersion: writes.group === '' ? 'v1' : `${writes.group}/v1`, kind: writes.kind, metadata: { ...shop, annotations } }, [writes]);
}
