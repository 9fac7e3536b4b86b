import * as pulumi from '@pulumi/pulumi';

/** A resource as the engine is told of it. A value that is not known stands as undefined. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What a program said of a resource. */
export interface Told {
  readonly severity: 'info' | 'warn' | 'error';
  readonly text: string;
  readonly about?: pulumi.Resource;
}

/** What came of a program under mocks. */
export interface MockedRun {
  /** Every object, in the order of type and name; components are none. */
  readonly objects: readonly Registered[];
  readonly told: readonly Told[];
  /** What it threw before it came to its end. */
  readonly thrown?: unknown;
  /** Why a resource could not be registered. */
  readonly failed?: unknown;
}

export interface MockedOptions {
  /** @default false */
  readonly preview?: boolean;
}

/** Runs a program under mocks, until everything is registered that will be. */
export async function runMocked(program: () => unknown, { preview = false }: MockedOptions = {}): Promise<MockedRun> {
  const objects: Registered[] = [];
  const told: Told[] = [];
  pulumi.runtime.resetOptions('shop', 'dev', -1, '', '', preview, '');
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs, custom }) => {
      if (custom === true) objects.push({ type, name, inputs: open(inputs) as Registered['inputs'] });
      return { id: `${name}-id`, state: inputs };
    },
    call: ({ inputs }) => inputs,
  }, 'shop', 'dev', preview);
  const silence = listen(told);
  const outcome = await settled(program);
  silence();
  const key = ({ type, name }: Registered) => `${type} ${name}`;
  return { objects: [...objects].sort((a, b) => key(a) < key(b) ? -1 : 1), told, ...outcome };
}

/** Hears what is logged, which mocks would print, until what it returns is called. */
function listen(told: Told[]): () => void {
  const log = pulumi.log as Record<Told['severity'], typeof pulumi.log.info>;
  const { info, warn, error } = log;
  for (const severity of ['info', 'warn', 'error'] as const) {
    log[severity] = async (text, about) => void told.push({ severity, text, about });
  }
  return () => Object.assign(log, { info, warn, error });
}

async function settled(program: () => unknown): Promise<Pick<MockedRun, 'thrown' | 'failed'>> {
  let outcome: Pick<MockedRun, 'thrown' | 'failed'> = {};
  try {
    program();
  } catch (thrown) {
    outcome = { thrown };
  }
  try {
    await pulumi.runtime.disconnect();
  } catch (failed) {
    outcome = { ...outcome, failed };
  }
  return outcome;
}

const SIGNATURE = '4dabf18193072939515e22adb298388d';

/** Mocks are told of secrets in the wrapping of the wire, and only of the property that holds one somewhere. */
function open(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || pulumi.isUnknown(value)) return value;
  if (Array.isArray(value)) return value.map(open);
  if (SIGNATURE in value) return open((value as { readonly value?: unknown }).value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, open(each)]));
}
