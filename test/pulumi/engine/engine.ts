/**
 * An engine that makes nothing. It starts Pulumi's own runner of programs, with the SDK as it is, and writes down what reaches it.
 * Mocks of the SDK do not see options, parents, dependencies, nested secrets and log lines; all of these are here, as they are on the wire.
 *
 *     const run = await runProgram(require.resolve('./programs/options'), { dryRun: true });
 *     expect(run.resource('Rollout', 'checkout').ignoreChanges).toEqual(['spec.replicas']);
 *
 * - A program is TypeScript or JavaScript; `rolloutkit` and `rolloutkit/pulumi` are the sources. It runs once for each `runProgram`, in a
 *   process of its own that takes about a second; runs know nothing of each other, so start those that are independent side by side.
 * - The stack is empty: everything is created, and is what its inputs wish. `outputs` adds what comes only from the making: not known in a
 *   dry run, known afterwards. The id of a resource is one of these.
 * - Values that are secret, unknown or a resource stand as `secret(...)`, `UNKNOWN` and `reference(urn)` of values.ts.
 * - What the real engine adds to a request is not added: a child inherits `retainOnDelete`, `deletedWith` and aliases of its
 *   parent there. Nothing is checked against a schema. Transforms of the stack, invokes and reading are refused; transforms of a resource
 *   are counted and not called.
 * - The program, with all that it started, is ended when it ends or when its time is over; whatever listens is on the loopback alone.
 */
import { EngineService } from '@pulumi/pulumi/proto/engine_grpc_pb';
import { ResourceMonitorService } from '@pulumi/pulumi/proto/resource_grpc_pb';
import { serving } from './grpc';
import { Log } from './log';
import { Monitor } from './monitor';
import { engineRun } from './run';
import type { EngineRun } from './run';
import { runRunner } from './runner';
import { PROJECT, STACK } from './urn';
import type { Properties } from './values';

// Longer than a program may take, which is a second, and many on a busy machine that has to transpile the sources first.
jest.setTimeout(90_000);

export interface RunOptions {
  /** A preview, in which nothing is made. @default false */
  readonly dryRun?: boolean;
  /** Configuration of the stack. A key without a namespace belongs to the project. @default - none */
  readonly config?: Readonly<Record<string, string>>;
  /** Configuration that is secret. @default - none */
  readonly secretConfig?: Readonly<Record<string, string>>;
  /** For names of resources, outputs that are known only when they are made. @default - none, outputs are the inputs */
  readonly outputs?: Readonly<Record<string, Properties>>;
  /** Whether hooks before and after the creation are called. @default false */
  readonly callHooks?: boolean;
  /** Variables of the program's environment, which has nothing else of ours. @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /** How long it may take. An error with a stack, thrown in `apply`, keeps Pulumi's runner busy for longer: pulumi/pulumi#20567. @default 60 */
  readonly limitSeconds?: number;
}

/** Runs a program, in TypeScript or JavaScript, as `pulumi up` or `pulumi preview` would in an empty stack. It fails if the program does not end. */
export async function runProgram(source: string, options: RunOptions = {}): Promise<EngineRun> {
  const { dryRun = false, outputs = {}, callHooks = false, environment = {}, limitSeconds = 60 } = options;
  const log = new Log();
  const monitor = new Monitor({ dryRun, outputs, callHooks, log });
  const services = [[ResourceMonitorService, monitor.handlers()], [EngineService, log.handlers()]] as const;
  const ended = await serving(services, address => runRunner({
    arguments: [
      '--monitor', address, '--engine', address, '--organization', 'shops', '--project', PROJECT, '--stack', STACK, '--pwd', '.',
      ...dryRun ? ['--dry-run'] : [],
      source,
    ],
    environment: { ...environment, ...configuration(options) },
    limitSeconds,
  }));
  return engineRun(ended, monitor, log);
}

/** As the host of the language hands it to the runner. */
function configuration({ config = {}, secretConfig = {} }: RunOptions): Record<string, string> {
  const key = (written: string): string => (written.includes(':') ? written : `${PROJECT}:${written}`);
  const values = Object.entries({ ...config, ...secretConfig }).map(([written, value]) => [key(written), value]);
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(values)),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(Object.keys(secretConfig).map(key)),
  };
}
