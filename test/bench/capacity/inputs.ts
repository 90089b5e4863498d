/** What a plan is reckoned from: each figure with where it comes from. All can be replaced by an integrator's own. */

export interface Input {
  readonly value: number;
  readonly unit: string;
  readonly kind: "measured" | "published" | "set";
  readonly source: string;
}

/** Measured on one machine of two processors (docs/capacity.md says when); `npm run bench -- capacity --measure here` does it anew. */
export const measured = {
  "handshake-ms": {
    value: 3.9,
    unit: "ms of processor",
    kind: "measured",
    source: "Mosquitto, TLS 1.3, P-256 on both sides, CONNECT and three subscriptions",
  },
  "resumed-ms": { value: 2, unit: "ms of processor", kind: "measured", source: "the same with a ticket" },
  "mosquitto-kb": { value: 27.8, unit: "KB a connection", kind: "measured", source: "Mosquitto, resident" },
  "record-bytes": { value: 260, unit: "bytes a row", kind: "measured", source: "records with index, PostgreSQL" },
  "sample-bytes": { value: 149, unit: "bytes a row", kind: "measured", source: "samples with index, PostgreSQL" },
  "samples-per-report": { value: 8, unit: "rows", kind: "measured", source: "rows of samples by rows of records" },
  "terminal-bytes": { value: 457, unit: "bytes", kind: "measured", source: "terminals and boots with indexes" },
} as const satisfies Readonly<Record<string, Input>>;

export const given = {
  "reports-day": { value: 55, unit: "reports a day", kind: "measured", source: "docs/data.md, full" },
  "messages-day": { value: 77, unit: "messages a day", kind: "measured", source: "docs/collector.md, usual" },
  "connects-day": { value: 4, unit: "connections a day", kind: "set", source: "docs/data.md, full" },
  "month-mb": { value: 1.56, unit: "MB on IP a month", kind: "measured", source: "docs/data.md, full" },
  "collectors-per-s": { value: 2_114, unit: "reports/s", kind: "measured", source: "docs/collector.md, two of them" },
  "emqx-kb": {
    value: 114,
    unit: "KB a connection",
    kind: "published",
    source: "EMQX pull request 8637, TLS, gc_after_handshake",
  },
  nodes: { value: 3, unit: "nodes", kind: "set", source: "deploy/compose" },
  "accept-per-s": { value: 1_000, unit: "connections/s a node", kind: "set", source: "deploy/emqx: max_conn_rate" },
  "carrier-share": { value: 0.4, unit: "of all", kind: "set", source: "an assumption" },
  "outage-h": { value: 1, unit: "hours", kind: "set", source: "an assumption" },
  "keep-records": { value: 30, unit: "days", kind: "set", source: "posdiag collector" },
  "keep-samples": { value: 90, unit: "days", kind: "set", source: "posdiag collector" },
  "certificate-days": {
    value: 730,
    unit: "days",
    kind: "set",
    source: "issue.sh init DAYS, renewed after two thirds",
  },
} as const satisfies Readonly<Record<string, Input>>;

export type InputName = keyof typeof measured | keyof typeof given;
export type Inputs = Readonly<Record<InputName, number>>;
