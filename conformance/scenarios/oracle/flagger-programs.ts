// Programs of Flagger over all properties at once: what is written, Flagger takes, asks and brings to an end, and what is not, is refused by name.
import { argo, askArgo, few, told } from './argo';
import { askFlagger, flagger } from './flagger';
import { missingOf } from './flagger-surroundings';
import { runPrograms } from './programs-process';
import type { Ran } from './programs-process';
import { readGraph } from '../../../src/graph/graph';
import type { Manifest } from '../../../src/manifests/manifest';
import { readRunSettings } from '../../../src/plan/flagger/read-run-settings';
import { terminates } from '../../../src/plan/flagger/terminates';
import { parseQuery } from '../../../src/promql/parse';
import type { Fields } from '../../harness/objects';
import { ask } from '../../harness/oracle';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

const ALL = 5_000;
/** Fewer, for whoever is at work on it. */
const PROGRAMS = Number(process.env.PROGRAMS ?? ALL);
/** So many at a time are held in memory. */
const BATCH = 1_000;
const SEED = 20261122;
/** So many kinds of findings are told. */
const MOST_KINDS = 30;

type Written = Ran & { readonly objects: readonly Fields[] };

export const check: Check = {
  ...flagger,
  needs: [...flagger.needs, ...argo.needs, 'prometheus'],
  id: 'oracle/flagger-programs',
  why: `of ${ALL} programs of Flagger, none crashes; of what one writes Flagger takes every object, renders every query and ends every run, and what is refused is told at a property`,
  check: async binaries => {
    const findings: string[] = [];
    let written = 0;
    for (let done = 0; done < PROGRAMS; done += BATCH) {
      const ran = await runPrograms('flagger', Math.min(BATCH, PROGRAMS - done), SEED + done);
      const fine = ran.filter((one): one is Written => one.objects !== undefined);
      written += fine.length;
      findings.push(
        ...ran.flatMap(({ text, problem }) => problem === undefined ? [] : [`${problem}\n${text}`]),
        ...await refused(binaries, fine), ...await podsRefused(binaries, fine), ...await refusedByKnative(binaries, fine),
        ...await unasked(binaries, fine), ...fine.flatMap(endless),
      );
    }
    if (written < PROGRAMS / 5) findings.push(`only ${written} programs were written`);
    return few(shortest(findings), PROGRAMS, MOST_KINDS);
  },
};

/** Of each kind of finding the shortest program that has it, which is the easiest to read. */
function shortest(findings: readonly string[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const finding of findings) {
    const kind = finding.split('\n', 1)[0]!.replace(/\w*\/\S+|"[^"]*"|\d+/g, '_');
    kinds.set(kind, [...kinds.get(kind) ?? [], finding]);
  }
  return [...kinds.values()].map(alike => {
    const [first] = alike.sort((one, other) => one.length - other.length);
    return alike.length > 1 ? `${first}\n(${alike.length} times)` : first!;
  });
}

/** What the definitions, Flagger's admission, or all that it makes before it looks at a pod have against what was written. */
async function refused(binaries: Binaries, written: readonly Written[]): Promise<string[]> {
  const answers = await askFlagger(binaries, written.map(({ objects }) => ({ objects: [...objects, ...missingOf(objects)] })));
  return written.flatMap(({ text }, index) => (answers[index]!.verdicts as Fields[] | null ?? []).filter(isMeant).map(verdict => `${told(verdict)}\n${text}`));
}

/** What the API server has against the pods: Argo's oracle knows how it judges those of a Rollout, and takes a workload's as such. */
async function podsRefused(binaries: Binaries, written: readonly Written[]): Promise<string[]> {
  const asRollouts = written.map(({ objects }) => objects.filter(({ kind }) => ['Deployment', 'DaemonSet'].includes(kind)).map(({ metadata, spec: { selector, template } }) => ({
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata, spec: { selector, template, strategy: { canary: {} } },
  })));
  const answers = await askArgo(binaries, asRollouts.map(objects => ({ objects, namespace: 'shop' })));
  return written.flatMap(({ text }, index) => (answers[index]!.verdicts as Fields[]).map(verdict => `${told(verdict).replace('Rollout ', 'pods of ')}\n${text}`));
}

/** What Knative's own webhook has against the Services that it is given. */
async function refusedByKnative(binaries: Binaries, written: readonly Written[]): Promise<string[]> {
  const given = written.flatMap(({ text, objects }) => objects.filter(isOfKnative).map(object => ({ text, object })));
  const answers = await askFlagger(binaries, given.map(({ object }) => ({ ask: 'knative', object })));
  return given.flatMap(({ text }, index) => {
    const { refused: said, error = said } = answers[index]!;
    return error === '' ? [] : String(error).split('\n').map(one => `Knative: ${one}\n${text}`);
  });
}

function isOfKnative({ apiVersion, kind }: Fields): boolean {
  return kind === 'Service' && String(apiVersion).startsWith('serving.knative.dev/');
}

/** Flagger knows less of this kind than its definition does, which has judged it: the class is for the router of the users. */
function isMeant({ object, field }: Fields): boolean {
  return !(String(object).startsWith('ApisixRoute ') && field === 'spec.ingressClassName');
}

interface Question {
  readonly text: string;
  readonly type: string;
  readonly asked: Fields;
}

/** What becomes of each query when it is asked: by Flagger's own renderer, and in PromQL by our parser and Prometheus' engine. */
async function unasked(binaries: Binaries, written: readonly Written[]): Promise<string[]> {
  const questions = written.flatMap(questionsOf);
  const answers = await askFlagger(binaries, questions.map(({ asked }) => asked));
  const rendered = questions.flatMap(({ text, type }, index) => type === 'prometheus' && answers[index]!.query !== undefined ? [{ text, query: String(answers[index]!.query) }] : []);
  const [evaluated] = await ask({ binary: binaries.prometheus, args: ['-evaluate'] }, [{ scrapes: [], queries: rendered.map(({ query }) => query), at: 0 }]);
  return [
    ...questions.flatMap(({ text }, index) => answers[index]!.error === undefined ? [] : [`is not rendered: ${answers[index]!.error}\n${text}`]),
    ...rendered.flatMap(({ text, query }) => {
      const problem = parseQuery(query).problem?.message ?? (/\{\{|<no value>/.test(query) ? 'something is left to fill in' : undefined);
      return problem === undefined ? [] : [`${problem} in ${query}\n${text}`];
    }),
    ...rendered.flatMap(({ text, query }, index) => {
      const { error } = (evaluated!.answers as Fields[])[index]!;
      return error === undefined ? [] : [`Prometheus: ${error} in ${query}\n${text}`];
    }),
  ];
}

/** Each metric of a Canary by its template, with what Flagger knows when it asks. */
function questionsOf({ text, objects }: Written): Question[] {
  return objects.filter(({ kind }) => kind === 'Canary').flatMap(({ metadata: { name, namespace }, spec: { targetRef, service, ingressRef, routeRef, analysis } }) =>
    (analysis.metrics ?? []).flatMap(({ templateRef, interval, templateVariables }: Fields): Question[] => {
      const template = objects.find(({ kind, metadata }) => kind === 'MetricTemplate' && metadata.name === templateRef?.name);
      if (!template) return [];
      const target = targetRef.name;
      const model = {
        name,
        namespace,
        target,
        interval,
        service: service.name ?? target,
        ingress: ingressRef?.name ?? target,
        route: routeRef?.name ?? target,
        variables: templateVariables ?? {},
      };
      return [{ text, type: template.spec.provider.type, asked: { ask: 'query', template: template.spec.query, model } }];
    }));
}

/** Runs that come to no end. */
function endless({ text, objects }: Written): string[] {
  return readGraph(objects.map(manifest => ({ manifest: manifest as Manifest }))).canaries.flatMap(canary => {
    const settings = readRunSettings(canary);
    if (settings === undefined) return [`the run cannot be read\n${text}`];
    // what somebody has suspended stands still until it is not
    const termination = terminates({ ...settings, suspended: false });
    // what takes longer than the simulator looks is not judged
    return termination.ends || termination.ending.how === 'unfinished' ? [] : [`with ${termination.answers} answers the run is ${JSON.stringify(termination.ending)}\n${text}`];
  });
}
