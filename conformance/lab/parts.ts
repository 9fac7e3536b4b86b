// What the lab is made of, and what each part is built from.

/** A program, or a folder of definitions. */
export interface Part {
  /** The folder of its go.mod, from `conformance/`. */
  readonly module: string;
  /** Our own folders and files that decide what it is, from `conformance/`. */
  readonly sources: readonly string[];
  readonly made: Program | Definitions;
}

export interface Program {
  /** The package of its main function. */
  readonly main: string;
  /** The version of this module is what the program tells as its own, through variables of a package. */
  readonly stamp?: { readonly module: string; readonly into: string };
  /** It is built from this module with some places changed; the file of the patch is one of the sources. */
  readonly patched?: { readonly module: string; readonly patch: string };
}

/** Files of a module, as they are. */
export interface Definitions {
  readonly from: string;
  readonly folder: string;
  readonly files: RegExp;
}

const ARGO = 'github.com/argoproj/argo-rollouts';
const FLAGGER = 'github.com/fluxcd/flagger';
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
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;

interface Version {
  readonly name: string;
  /** Where its go.mod is. */
  readonly folder: string;
  readonly module: string;
}

const KUBERNETES: Version = { name: 'Kubernetes', folder: '.', module: 'k8s.io/kubernetes' };
const ROLLOUTS: Version = { name: 'Argo Rollouts', folder: '.', module: ARGO };
const FLAGGER_VERSION: Version = { name: 'Flagger', folder: FLAGGER_MODULE, module: FLAGGER };

/** Of what is released by others, for the report. */
export const VERSIONS: Readonly<Partial<Record<PartName, Version>>> = {
  'kubelab': KUBERNETES,
  'rollouts-controller': ROLLOUTS,
  'argo-oracle': ROLLOUTS,
  'definitions-oracle': KUBERNETES,
  'flagger': FLAGGER_VERSION,
  'flagger-oracle': FLAGGER_VERSION,
  'prometheus': { name: 'Prometheus', folder: 'lab/prometheus', module: 'github.com/prometheus/prometheus' },
};
