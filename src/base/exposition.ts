/** What Prometheus reads: its text format, version 0.0.4. */

export type Labels = Readonly<Record<string, string>>;
/** One time series each. */
export type Series = readonly (readonly [labels: Labels, value: number])[];

const escaped = (value: string): string => value.replace(/[\\"\n]/g, (sign) => (sign === "\n" ? "\\n" : `\\${sign}`));

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}\n`;
}

/** A counter by its name, which then ends in `_total`; else a gauge. */
export function exposed(name: string, help: string, values: number | Series): string {
  const series: Series = typeof values === "number" ? [[{}, values]] : values;
  const kind = name.endsWith("_total") ? "counter" : "gauge";
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${series.map(([labels, value]) => line(name, labels, value)).join("")}`;
}
