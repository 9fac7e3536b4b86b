const UNITS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The amount that a resource quantity such as `500m` or `1Gi` says; undefined when it says none. Large ones are not exact. */
export function parseQuantity(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  const [, digits, unit] = /^([+-]?(?:\d+\.?\d*|\.\d+))([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  if (digits === undefined) {
    return undefined;
  }
  return unit === undefined ? Number(digits) : Object.hasOwn(UNITS, unit) ? Number(digits) * UNITS[unit] : Number(`${digits}${unit}`);
}
