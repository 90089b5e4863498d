/** Faults of the family printer, as the printer says. */
import type { FaultDefinition } from "../model/catalogue.ts";

export const printerFaults = {
  "printer.fault": {
    rate: "rare",
    needs: ["printer"],
    severity: "major",
    party: ["vendor"],
    pace: "told",
    causes: { printer_faulty: "always", printer_failed: "sometimes" },
    source: "merchant guide S2 (打印机故障)",
  },
  "printer.paper_out": {
    rate: "common",
    needs: ["printer"],
    severity: "minor",
    party: ["merchant"],
    pace: "told",
    causes: { paper_out: "always" },
    source: "merchant guide S3 (缺纸)",
  },
  "printer.paper_jam": {
    rate: "occasional",
    needs: ["printer"],
    severity: "minor",
    party: ["merchant"],
    pace: "told",
    causes: { paper_jammed: "always", printed_half: "often" },
    source: "field: 卡纸",
  },
  "printer.overheat": {
    rate: "occasional",
    needs: ["printer"],
    severity: "minor",
    party: ["merchant"],
    pace: "told",
    causes: { printer_hot: "always" },
    source: "vendor code PRN_TOOHEAT",
  },
  "printer.cover_open": {
    rate: "common",
    needs: ["printer"],
    severity: "minor",
    party: ["merchant"],
    pace: "told",
    causes: { cover_open: "always" },
    source: "field: the cover after a change of paper",
  },
  "printer.low_voltage_block": {
    rate: "rare",
    needs: ["printer"],
    severity: "minor",
    party: ["merchant"],
    pace: "told",
    causes: { printer_starved: "always" },
    source: "vendor code DEVICE_PRINTER_LOW_POWER",
  },
} as const satisfies Record<string, FaultDefinition>;
