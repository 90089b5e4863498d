import type { Measurement } from "./measurement.ts";
export const engine: Measurement = {
  name: "engine",
  summary: "",
  options: {},
  run: async () => ({ tables: [], notes: [], data: {}, failed: false }),
};
