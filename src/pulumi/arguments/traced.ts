import type * as pulumi from '@pulumi/pulumi';

/** What an Output can be asked beside what its type says. */
interface Traced {
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  /** What it holds, or what stands for a value that is not known. */
  promise(withUnknowns?: boolean): Promise<unknown>;
  allResources(): Promise<ReadonlySet<pulumi.Resource>>;
}

export function traced(output: pulumi.Output<unknown>): Traced {
  return output as unknown as Traced;
}

export async function urnOf(resource: pulumi.Resource): Promise<string> {
  return await traced(resource.urn).promise() as string;
}
