/** The probe of the card readers, where the configuration wants it. */
import type { Emit, Probe } from "../probes/probe.ts";
import { createReaderProbe } from "../probes/reader/reader-probe.ts";
import type { Site } from "./site.ts";

export function createReaderProbes({ config, clock, random, log }: Site, emit: Emit): readonly Probe[] {
  if (config["reader.pcsc"] === "off") return [];
  const options = { clock, random, log, emit };
  return [createReaderProbe({ ...options, socket: config["reader.pcscd_socket"], name: config["reader.name"] })];
}
