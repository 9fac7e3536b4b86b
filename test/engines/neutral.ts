import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { CanaryNode } from '../../src/graph/canary';
import { readGraph } from '../../src/graph/graph';
import type { RolloutNode } from '../../src/graph/rollout';
import type { Manifest } from '../../src/manifests/manifest';
import { flaggerStages } from '../../src/report/flagger-stages';
import type { StageTable } from '../../src/report/stage-table';
import { stageTable } from '../../src/report/stages';
import { ROOT } from '../docs/files';

/** Examples that say nothing which one engine alone understands, or hardly anything. */
const neutralExamples = ['quickstart', 'theory', 'theory-flagger', 'my-app', 'blue-green', 'ab-test', 'flash-sale', 'flash-sale-flagger', 'docutag'] as const;

/** What an engine makes of one rollout of an example. */
export interface Made {
  readonly shares: readonly (number | undefined)[];
  readonly questions: readonly string[];
  /** What stops it. */
  readonly refused: readonly string[];
  /** What is done otherwise than it was asked for. */
  readonly otherwise: readonly string[];
}

interface Told {
  readonly example: string;
  readonly manifests: readonly { readonly chart: string; readonly manifest: Manifest }[];
  readonly errors: readonly string[];
  readonly words: readonly string[];
}

/** `theory stages`: what the engine makes of it. */
export function madeBy(engine: 'argo' | 'flagger'): ReadonlyMap<string, Made> {
  const args = ['-r', join(ROOT, 'scripts', 'from-sources.cjs'), join(ROOT, 'test', 'engines', 'neutral-run.ts'), engine, ...neutralExamples];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr);
  return new Map(stdout.split('\n').filter(line => line !== '').flatMap(line => rolloutsIn(JSON.parse(line) as Told)));
}

function rolloutsIn({ example, manifests, errors, words }: Told): readonly (readonly [string, Made])[] {
  const { rollouts, canaries } = readGraph(manifests);
  const told = [
    ...rollouts.map(node => [node, stageTable(node), askedOf(node)] as const),
    ...canaries.map(node => [node, flaggerStages(node), askedOfCanary(node)] as const),
  ];
  return told.map(([node, table, questions]) => {
    const { chart } = manifests[node.document];
    const own = words.filter(line => line.includes(` ${node.namespace}/${node.name}  `) && !line.includes('  controller: '));
    return [`${example} ${node.namespace}/${node.name}`, {
      shares: sharesOf(table),
      questions,
      refused: errors.filter(line => line.startsWith(`[${chart}/`)).map(reason),
      otherwise: own.map(line => reason(line.replace(/^\w+ {2}\w+ \S+ {2}/, ''))),
    }];
  });
}

function askedOf(node: RolloutNode): readonly string[] {
  return sorted(node.analyses.flatMap(use => use.templates.flatMap(template => template.metrics.map(({ name }) => name ?? '?'))));
}

function askedOfCanary(node: CanaryNode): readonly string[] {
  return sorted(node.metrics.map(({ name }) => name ?? '?'));
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function sharesOf({ rows }: StageTable): readonly (number | undefined)[] {
  return rows.filter(({ name }) => name.startsWith('stage')).map(({ share }) => share);
}

/** What is wrong, with its property, and without what to do about it. */
function reason(line: string): string {
  return line.replace(/^\[[^\]]*\] /, '').replace(/;(?!.*;).*$/s, '');
}
