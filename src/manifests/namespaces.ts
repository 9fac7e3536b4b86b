/** Whether two objects may well be in one namespace: where none is written, whoever applies the object says which. */
export function mayBeSameNamespace(one: string | undefined, other: string | undefined): boolean {
  return one === other || one === undefined || other === undefined;
}
