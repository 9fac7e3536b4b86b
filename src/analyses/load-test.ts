import { loadTesterIntent } from './load-tester';
import { LoadTestTask } from './load-tester-options';
import type { LoadTestOptions } from './load-tester-options';
import type { AnalysisIntent } from '../intent/analysis';
import { lastingSeconds, wholeNumber } from '../intent/checks';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import { isOpaque } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** How long a command is waited for where nothing is said. */
export const defaultRunSeconds = 180;

/** What describes a task that has no command; the load tester refuses it without. */
const described: Partial<Record<LoadTestTask, readonly string[]>> = {
  [LoadTestTask.CONCORD]: ['server', 'org', 'project', 'repo', 'entrypoint', 'apiKeyPath', 'endpoint'],
  [LoadTestTask.NGRINDER]: ['server', 'clone', 'username', 'passwd'],
};

/** Whether the answer comes before the task is done. */
const startedOnly: readonly LoadTestTask[] = [LoadTestTask.COMMAND, LoadTestTask.NGRINDER];

/** Something that a load tester runs. */
export function loadTestIntent(owner: string, options: LoadTestOptions): AnalysisIntent {
  const { name = 'load-test', command, task: type = LoadTestTask.COMMAND, retries, logOutput = false } = options;
  const metadata = {
    type,
    ...(command === undefined ? {} : { cmd: command }),
    ...(logOutput ? { logCmdOutput: 'true' } : {}),
    ...options.metadata,
  };
  const timeoutSeconds = secondsOfOptional(options.timeout) ?? (startedOnly.includes(type) ? undefined : defaultRunSeconds);
  return loadTesterIntent(owner, { ...options, name }, { metadata, timeoutSeconds, retries }, problemsOf(options, type));
}

function problemsOf(options: LoadTestOptions, type: LoadTestTask): readonly (Problem | undefined)[] {
  const { command, metadata = {}, timeout, retries, logOutput = false } = options;
  const needed = described[type];
  return [
    ...needed === undefined ? [commandProblem(command, type)] : [
      command === undefined ? undefined : {
        property: 'command',
        message: `is not read for a task of ${type}, got ${show(command)}`,
        fix: `describe the task by metadata: ${needed.join(', ')}`,
      },
      ...needed.filter(key => (metadata[key] ?? '') === '').map(key => ({
        property: `metadata.${key}`, message: `must be given for a task of ${type}, got none`, fix: `describe the task by metadata: ${needed.join(', ')}`,
      })),
    ],
    ...['type', 'cmd', 'logCmdOutput'].filter(key => key in metadata).map(key => ({
      property: `metadata.${key}`, message: 'must not be given, since another option says it', fix: `write ${optionOf[key]} instead`,
    })),
    logOutput && type !== LoadTestTask.COMMAND ? { property: 'logOutput', message: `does nothing for a task of ${type}`, fix: 'leave it out' } : undefined,
    lastingSeconds('timeout', secondsOfOptional(timeout)),
    wholeNumber('retries', retries),
  ];
}

const optionOf: Readonly<Record<string, string>> = { type: 'task', cmd: 'command', logCmdOutput: 'logOutput' };

/** An empty command of bash ends well. */
function commandProblem(command: Leaf<string> | undefined, type: LoadTestTask): Problem | undefined {
  if (isOpaque(command)) return undefined;
  if (command === undefined || command.trim() === '') {
    return { property: 'command', message: `must say what is run, got ${command === undefined ? 'none' : show(command)}`, fix: examples[type] ?? '' };
  }
  const program = /^\s*(helm|kubectl)\s/.exec(command)?.[1];
  return (type === LoadTestTask.HELM || type === LoadTestTask.KUBECTL) && program !== undefined ? {
    property: 'command', message: `must be the arguments of ${program} alone, got ${show(command)}`, fix: `write ${show(command.trim().slice(program.length).trim())}`,
  } : undefined;
}

const examples: Partial<Record<LoadTestTask, string>> = {
  [LoadTestTask.COMMAND]: 'write for example hey -z 1m http://checkout-canary.shop/',
  [LoadTestTask.BASH]: 'write for example curl -sf http://checkout-canary.shop/',
  [LoadTestTask.HELM]: 'write for example test checkout, or use Action.helmTest',
  [LoadTestTask.KUBECTL]: 'write for example get deployment checkout -n shop',
};
