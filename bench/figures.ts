// How the figures of every bench are taken and told: one a line, name, value and unit.

/** Writes one figure, with a digit behind the point. */
export function print(name: string, value: number, unit: string): void {
  process.stdout.write(`${name}\t${value.toFixed(1)}\t${unit}\n`);
}

/** The value that so large a share of all is no greater than; p95 is a share of .95. */
export function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];
}

/** CPU of this process since an instant of `process.cpuUsage()`. */
export function cpuMillisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
