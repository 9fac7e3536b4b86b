const TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d+)?(Z|[+-]([01]\d|2[0-4]):[0-5]\d)$/;
const QUANTITY = /^[+-]?(\d+(\.\d*)?|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?(\d+(\.\d*)?|\.\d+))?$/;

/** A time as Kubernetes reads it, RFC 3339: `2026-01-31T12:00:00Z`. */
export function isTime(text: string): boolean {
  return TIME.test(text);
}

/** An amount of a resource: `500m`, `1Gi`. Kubernetes takes blanks around it. */
export function isQuantity(text: string): boolean {
  return QUANTITY.test(text.trim());
}
