// What the lab is made of, and what each part is built from.

/** A program, or a folder of definitions. */
export interface Part {
  /** The folder of its go.mod, from `conformance/`. */
  readonly module: string;
  /** Our own folders and files that decide what it is, from `conformance/`. */
  readonly sources: readonly string[];
  readonly made: Program | Definitions;
  /** It takes so long to build that it is built only for whoever asks for it by this name. */
  readonly extra?: 'pulumi';
}

export type Extra = NonNullable<Part['extra']>;

export interface Program {
  /** The package of its main function. */
  readonly main: string;
  /** The version of this module is what the program tells as its own, through variables of a package: those of Kubernetes, or the one that is named. */
  readonly stamp?: { readonly module: string; readonly into: string; readonly variable?: string };
  /** It is built from this module with some places changed; the file of the patch is one of the sources. */
  readonly patched?: { readonly module: string; readonly patch: string };
  /** Files that it looks for in its own folder. */
  readonly beside?: Definitions;
}

/** Files of a module, as they are. */
export interface Definitions {
  readonly from: string;
  readonly folder: string;
  readonly files: RegExp;
}

const ARGO = 'github.com/argoproj/argo-rollouts';
const FLAGGER = 'github.com/fluxcd/flagger';
const PULUMI = 'github.com/pulumi/pulumi';
const LANGUAGES = 'lab/pulumi-languages';
const FLAGGER_MODULE = 'oracle/flagger';
const FLAGGER_PATCHES = `${FLAGGER_MODULE}/patches`;

const CORPUS = /^(LICENSE$|(examples|docs|test\/(e2e|kustomize)|pkg\/kubectl-argo-rollouts\/(cmd\/(lint|create)|info)\/testdata)\/.*(\.ya?ml|\.json|\.md|_test\.go)$)/;

const FLAGGER_CORPUS = /^(LICENSE$|(artifacts\/examples|docs|kustomize|test)\/.*(\.ya?ml|\.md|\.sh)$)/;

export const PARTS = {
  // The whole control plane in one binary. Clients read the version it tells; without a stamp that is v0.0.0.
  'kubelab': {
    module: '.',
    sources: ['lab/kubelab'],
    made: { main: './lab/kubelab', stamp: { module: 'k8s.io/kubernetes', into: 'k8s.io/component-base/version' } },
  },
  'rollouts-controller': { module: '.', sources: [], made: { main: `${ARGO}/cmd/rollouts-controller` } },
  'argo-crds': { module: '.', sources: [], made: { from: ARGO, folder: 'manifests/crds', files: /-crd\.yaml$/ } },
  // Manifests of all sorts that the project keeps, with its licence.
  'argo-corpus': { module: '.', sources: [], made: { from: ARGO, folder: '.', files: CORPUS } },
  'argo-oracle': { module: '.', sources: ['oracle/argo'], made: { main: './oracle/argo' } },
  // The API server's own code, and the definitions that are pinned in test/crds.
  'definitions-oracle': { module: '.', sources: ['oracle/definitions'], made: { main: './oracle/definitions' } },
  'flagger': { module: FLAGGER_MODULE, sources: [], made: { main: `${FLAGGER}/cmd/flagger` } },
  // Its shortest interval is 1 s and not 10.
  'flagger-fast': {
    module: FLAGGER_MODULE,
    sources: [`${FLAGGER_PATCHES}/fast.json`],
    made: { main: `${FLAGGER}/cmd/flagger`, patched: { module: FLAGGER, patch: `${FLAGGER_PATCHES}/fast.json` } },
  },
  'flagger-crds': { module: FLAGGER_MODULE, sources: [], made: { from: FLAGGER, folder: 'artifacts/flagger', files: /^crd\.yaml$/ } },
  // As that of Argo Rollouts.
  'flagger-corpus': { module: FLAGGER_MODULE, sources: [], made: { from: FLAGGER, folder: '.', files: FLAGGER_CORPUS } },
  // It asks functions that are not exported.
  'flagger-oracle': {
    module: FLAGGER_MODULE,
    sources: [FLAGGER_MODULE],
    made: { main: '.', patched: { module: FLAGGER, patch: `${FLAGGER_PATCHES}/oracle.json` } },
  },
  // The parts of Prometheus that we need, put together by ourselves: a third of the time to build, a fifth to start.
  'prometheus': { module: 'lab/prometheus', sources: ['lab/prometheus/main.go', 'lab/prometheus/evaluate.go'], made: { main: '.' } },
  // What the bench times our linter against.
  'kubeconform': { module: 'lab/kubeconform', sources: [], made: { main: 'github.com/yannh/kubeconform/cmd/kubeconform' } },
  'argo-cli': { module: 'lab/argo-cli', sources: [], made: { main: `${ARGO}/cmd/kubectl-argo-rollouts` } },
  'pulumi': {
    module: 'lab/pulumi',
    sources: [],
    made: { main: `${PULUMI}/pkg/v3/cmd/pulumi`, stamp: { module: `${PULUMI}/sdk/v3`, into: `${PULUMI}/sdk/v3/go/common/version`, variable: 'Version' } },
    extra: 'pulumi',
  },
  // Pulumi finds it by its name.
  'pulumi-resource-kubernetes': { module: 'lab/pulumi-kubernetes', sources: ['lab/pulumi-kubernetes/main.go'], made: { main: '.' }, extra: 'pulumi' },
  // Of the hosts that Pulumi starts programs in other languages with, the newest that can be had are older than the engine.
  'pulumi-language-nodejs': { module: LANGUAGES, sources: [], made: { main: `${PULUMI}/sdk/nodejs/cmd/pulumi-language-nodejs/v3` }, extra: 'pulumi' },
  'pulumi-language-go': { module: LANGUAGES, sources: [], made: { main: `${PULUMI}/sdk/go/pulumi-language-go/v3` }, extra: 'pulumi' },
  'pulumi-language-python': {
    module: LANGUAGES,
    sources: [],
    made: {
      main: `${PULUMI}/sdk/python/cmd/pulumi-language-python/v3`,
      beside: { from: `${PULUMI}/sdk/v3`, folder: 'python/cmd', files: /^pulumi-language-python-exec$/ },
    },
    extra: 'pulumi',
  },
  'pulumi-language-yaml': { module: 'lab/pulumi-yaml', sources: [], made: { main: `${PULUMI}-yaml/cmd/pulumi-language-yaml` }, extra: 'pulumi' },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;

export const EXTRAS: readonly Extra[] = ['pulumi'];

export function extraOf(part: PartName): Extra | undefined {
  const { extra }: Part = PARTS[part];
  return extra;
}

interface Version {
  readonly name: string;
  /** Where its go.mod is. */
  readonly folder: string;
  readonly module: string;
}

const KUBERNETES: Version = { name: 'Kubernetes', folder: '.', module: 'k8s.io/kubernetes' };
const ROLLOUTS: Version = { name: 'Argo Rollouts', folder: '.', module: ARGO };
const FLAGGER_VERSION: Version = { name: 'Flagger', folder: FLAGGER_MODULE, module: FLAGGER };

const HOSTS: Version = { name: 'its hosts of Node, Python and Go', folder: LANGUAGES, module: `${PULUMI}/sdk/v3` };

/** Of what is released by others, for the report. */
export const VERSIONS: Readonly<Partial<Record<PartName, Version>>> = {
  'kubelab': KUBERNETES,
  'rollouts-controller': ROLLOUTS,
  'argo-oracle': ROLLOUTS,
  'definitions-oracle': KUBERNETES,
  'flagger': FLAGGER_VERSION,
  'flagger-oracle': FLAGGER_VERSION,
  'pulumi': { name: 'Pulumi', folder: 'lab/pulumi', module: `${PULUMI}/pkg/v3` },
  'pulumi-resource-kubernetes': { name: 'its provider of Kubernetes', folder: 'lab/pulumi-kubernetes', module: 'github.com/pulumi/pulumi-kubernetes/provider/v4' },
  'pulumi-language-nodejs': HOSTS,
  'pulumi-language-python': HOSTS,
  'pulumi-language-go': HOSTS,
  'pulumi-language-yaml': { name: 'its host of YAML', folder: 'lab/pulumi-yaml', module: `${PULUMI}-yaml` },
  'prometheus': { name: 'Prometheus', folder: 'lab/prometheus', module: 'github.com/prometheus/prometheus' },
};
