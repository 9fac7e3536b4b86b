import * as pulumi from '@pulumi/pulumi';
import type { ComponentsMade } from './components-made';
import { isPlainMap } from '../../schema/plain-map';
import { traced, urnOf } from '../arguments/traced';

interface Settled {
  readonly args: unknown;
  /** What values were taken from. */
  readonly dependsOn: readonly pulumi.Resource[];
}

/**
 * Arguments that came from another process, where everything that a resource told is an Output. What is known is a plain value again, so
 * that what is written may depend on it and all findings are told at once; what is secret or not known yet stays an Output.
 */
export async function settledArguments(inputs: pulumi.Inputs, made: ComponentsMade): Promise<Settled> {
  const sources = new Map<string, pulumi.Resource>();
  const args = await new Settling(made, sources).settle(inputs);
  return { args, dependsOn: [...sources.values()] };
}

class Settling {
  constructor(private readonly made: ComponentsMade, private readonly sources: Map<string, pulumi.Resource>) {}

  public async settle(value: unknown): Promise<unknown> {
    if (pulumi.Output.isInstance(value)) return this.output(value);
    if (pulumi.isUnknown(value)) return pulumi.output(value);
    if (typeof value === 'string') return this.made.withUrn(value) ?? value;
    if (Array.isArray(value)) return Promise.all(value.map(each => this.settle(each)));
    if (!isPlainMap(value)) return value;
    const entries = Object.entries(value).map(async ([key, each]) => [key, await this.settle(each)] as const);
    return this.analysisOf(Object.fromEntries(await Promise.all(entries)));
  }

  private async output(output: pulumi.Output<unknown>): Promise<unknown> {
    const inside = traced(output);
    const [value, isSecret, resources] = await Promise.all([inside.promise(true), inside.isSecret, inside.allResources()]);
    if (isSecret || value === undefined || pulumi.isUnknown(value)) return output;
    await Promise.all([...resources].map(async resource => this.sources.set(await urnOf(resource), resource)));
    return this.settle(value);
  }

  /** An analysis of the same program is itself again: the rollout then knows its questions, as it does in a program in TypeScript. */
  private analysisOf(object: Readonly<Record<string, unknown>>): unknown {
    const [only, ...others] = Object.keys(object);
    return only === 'existing' && others.length === 0 ? this.made.whoseExisting(object.existing, this.sources.keys()) ?? object : object;
  }
}
