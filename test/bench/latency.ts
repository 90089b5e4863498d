import type { Measurement } from "./measurement.ts";
export const latency: Measurement = {
  name: "latency",
  summary: "",
  options: {},
  run: async () => ({ tables: [], notes: [], data: {}, failed: false }),
};
