import { createRequire } from 'node:module';

interface Server {
  addService(definition: object, handlers: object): void;
  bindAsync(address: string, credentials: object, bound: (error: Error | null, port: number) => void): void;
  forceShutdown(): void;
}

interface Grpc {
  readonly Server: new () => Server;
  readonly ServerCredentials: { createInsecure(): object };
  readonly credentials: { createInsecure(): never };
  readonly status: { readonly UNAVAILABLE: number };
}

// The copies that the SDK itself uses: messages of another copy would not be recognised.
const requireOfSdk = createRequire(require.resolve('@pulumi/pulumi'));
export const grpc: Grpc = requireOfSdk('@grpc/grpc-js');
const { Empty } = requireOfSdk('google-protobuf/google/protobuf/empty_pb');

/** The answer of a call that has none. */
export function nothing(): any {
  return new Empty();
}

type Answered<Answer> = (error: Error | null, answer?: Answer) => void;

/** A call with one question and one answer. An error goes to the program; here it would end the tests. */
export function unary<Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>) {
  return (call: { request: Question }, answered: Answered<Answer>): void => {
    void (async () => answer(call.request))().then(value => answered(null, value), error => answered(error));
  };
}

type Service = readonly [definition: object, handlers: object];

/** Listens to this machine alone, on whatever port is free, until `use` is done. */
export async function serving<T>(services: readonly Service[], use: (address: string) => Promise<T>): Promise<T> {
  const server = new grpc.Server();
  for (const [definition, handlers] of services) server.addService(definition, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) => { if (error) reject(error); else resolve(bound); });
  });
  try {
    return await use(`127.0.0.1:${port}`);
  } finally {
    server.forceShutdown();
  }
}
