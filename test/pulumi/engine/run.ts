import type { EngineHook, HookCall } from './hooks';
import type { EngineMessage, Log } from './log';
import type { Monitor } from './monitor';
import type { EngineResource } from './resource';
import type { Ended } from './runner';
import type { Properties } from './values';

/** All that an engine learns of a program. */
export interface EngineRun extends Ended {
  /** Whether `pulumi` would fail: the program did, or the engine ended it. An error that is only logged fails nothing but inline programs. */
  readonly failed: boolean;
  /** In the order in which they were registered; the first one is the stack. */
  readonly resources: readonly EngineResource[];
  /** What components registered, by URN. */
  readonly outputs: Readonly<Record<string, Properties>>;
  readonly messages: readonly EngineMessage[];
  readonly hooks: readonly EngineHook[];
  readonly hookCalls: readonly HookCall[];
  /** The one resource with this name and this last part of its type. */
  resource(kind: string, name: string): EngineResource;
}

export function engineRun(ended: Ended, { resources, outputs, hooks }: Monitor, log: Log): EngineRun {
  return {
    ...ended,
    failed: ended.exitCode !== 0 || log.ended,
    resources,
    outputs,
    messages: log.messages,
    hooks: hooks.all,
    hookCalls: hooks.calls,
    resource: (kind, name) => only(resources, kind, name),
  };
}

function only(resources: readonly EngineResource[], kind: string, name: string): EngineResource {
  const [found, ...more] = resources.filter(resource => resource.name === name && kindOf(resource) === kind);
  if (found !== undefined && more.length === 0) return found;
  const there = resources.map(resource => `\n${kindOf(resource)} ${resource.name}`).join('');
  throw new Error(`expected one ${kind} named ${name}, got ${found === undefined ? 'none' : more.length + 1} among:${there}`);
}

function kindOf({ type }: EngineResource): string {
  return type.slice(type.lastIndexOf(':') + 1);
}
