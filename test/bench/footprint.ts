import type { Measurement } from "./measurement.ts";
export const footprint: Measurement = {
  name: "footprint",
  summary: "",
  options: {},
  run: async () => ({ tables: [], notes: [], data: {}, failed: false }),
};
