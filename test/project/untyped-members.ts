interface Typed {
  readonly name?: string;
  readonly type: unknown;
}

interface Callable {
  readonly name?: string;
  readonly parameters?: readonly Typed[];
  readonly returns?: Typed;
}

interface Assembly {
  readonly types?: Record<string, {
    readonly initializer?: Callable;
    readonly properties?: readonly Typed[];
    readonly methods?: readonly Callable[];
  }>;
}

/** Every member of the public API whose type is `any`, wherever in the type it stands. */
export function untypedMembers(assembly: Assembly): string[] {
  const found: string[] = [];
  const check = (place: string, typed?: Typed) => {
    if (typed && JSON.stringify(typed.type).includes('"primitive":"any"')) {
      found.push(`${place}: is \`any\` for users in every language; name the type, or keep the member out of the API with @internal`);
    }
  };
  for (const [fqn, type] of Object.entries(assembly.types ?? {})) {
    for (const property of type.properties ?? []) check(`${fqn}.${property.name}`, property);
    const callables = [...(type.methods ?? []), ...(type.initializer ? [{ ...type.initializer, name: 'constructor' }] : [])];
    for (const callable of callables) {
      check(`${fqn}.${callable.name}`, callable.returns);
      for (const parameter of callable.parameters ?? []) check(`${fqn}.${callable.name}(${parameter.name})`, parameter);
    }
  }
  return found.sort();
}
