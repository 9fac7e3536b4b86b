const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 };

/** Seconds of a duration as PromQL writes it: `5m`, `1h30m`, `300`. */
export function parsePromqlDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) {
    return Number(trimmed);
  }
  if (!/^(\d+(ms|[smhdwy]))+$/.test(trimmed)) {
    return undefined;
  }
  return [...trimmed.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit], 0);
}
