/** What `--quick` leaves out: files, or folders with a slash at the end, that take long because of what they prove. */
export const slow: readonly string[] = [
  // Other people's programs, at their own pace.
  "test/peers/",
  // Whole programs, started again and again.
  "test/end-to-end/",
  "test/deploy/bundle.test.ts",
  "test/hw-sim/main.test.ts",
  "test/main.test.ts",
  // Whole conversations with a port, in the time that they take in life.
  "test/cli/modem-at.test.ts",
  "test/cli/modem-probe.test.ts",
  // Every answer of every simulated modem in every state of the world: data that few changes touch.
  "test/hw-sim/personas/",
  "test/hw-sim/persona-check.test.ts",
  // Sockets and clocks that are waited for.
  "test/hw-sim/acquirer.test.ts",
  "test/hw-sim/host.test.ts",
  "test/hw-sim/timeline.test.ts",
  "test/probes/path.test.ts",
  "test/probes/way/link-watch.test.ts",
  "test/uplink/uplink.test.ts",
  // Ten thousands of bent replies.
  "test/fuzz/",
  // Kills, full disks, and starts that begin again.
  "test/bench/durability.test.ts",
  "test/outbox/recover.test.ts",
  "test/outbox/reserve.test.ts",
  "test/outbox/writer.test.ts",
  // An hour and more of virtual life for each of some thirty faults.
  "test/scenarios/modem-faults.test.ts",
  // A dozen shops in namespaces, with the real agent and its real patience.
  "test/scenarios/network-faults.test.ts",
  "test/hw-sim/lab/",
  // The generator, which has a gate of its own.
  "test/report/wire.test.ts",
  // A front door of its own for each bad file.
  "test/front-door/front-door.test.ts",
];

export function isSlow(file: string): boolean {
  return slow.some((entry) => (entry.endsWith("/") ? file.startsWith(entry) : file === entry));
}
