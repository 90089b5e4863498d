/** What `--quick` leaves out: files, or folders with a slash at the end, that take long because of what they prove. */
export const slow: readonly string[] = [
  // Other people's programs, at their own pace.
  "test/peers/",
  // Whole programs, started again and again.
  "test/end-to-end/",
  "test/deploy/bundle.test.ts",
  "test/deploy/client-bundle.test.ts",
  "test/hw-sim/main.test.ts",
  "test/main.test.ts",
  // Whole conversations with a port, in the time that they take in life.
  "test/cli/modem-at.test.ts",
  "test/cli/modem-probe.test.ts",
  // Every answer of every simulated modem in every state of the world: data that few changes touch.
  "test/hw-sim/personas/",
  "test/hw-sim/persona-check.test.ts",
  // Sockets and clocks that are waited for.
  "test/client/client.test.ts",
  "test/client/posdiag.test.ts",
  "test/ipc/observation.test.ts",
  "test/hw-sim/acquirer/",
  "test/hw-sim/authority.test.ts",
  "test/hw-sim/bench.test.ts",
  "test/hw-sim/cashier.test.ts",
  "test/hw-sim/cashier/",
  "test/hw-sim/iso8583.test.ts",
  "test/hw-sim/reference.test.ts",
  "test/probes/connection.test.ts",
  "test/probes/echo.test.ts",
  "test/probes/name.test.ts",
  "test/probes/network.test.ts",
  "test/probes/path.test.ts",
  "test/probes/reader/reader-probe.test.ts",
  "test/probes/reader/pcscd.test.ts",
  "test/probes/way/",
  // Hours of a body that is laid out in files.
  "test/probes/device/device-probe.test.ts",
  "test/probes/device/feed.test.ts",
  "test/uplink/link.test.ts",
  "test/uplink/session.test.ts",
  // Brokers that do harm, certificates, a month of virtual time, power cuts by the hundred, a thousand sessions.
  "test/doctor/broker.test.ts",
  "test/bench/capacity.test.ts",
  "test/bench/chaos.test.ts",
  "test/bench/data-month.test.ts",
  "test/bench/storm.test.ts",
  "test/cli/support-broker.test.ts",
  "test/cli/support-run.test.ts",
  "test/deploy/mosquitto.test.ts",
  "test/uplink/hostile-broker.test.ts",
  // Seven hundred incidents, and a fading signal as it fades.
  "test/golden.test.ts",
  "test/scenarios/modem-agent.test.ts",
  // A thousand agents for a day.
  "test/bench/herd.test.ts",
  "test/hw-sim/acquirer.test.ts",
  "test/hw-sim/pty-ports.test.ts",
  "test/hw-sim/dns.test.ts",
  "test/hw-sim/host.test.ts",
  "test/hw-sim/timeline.test.ts",
  "test/uplink/uplink.test.ts",
  // Ports that come and go, days of virtual time, a full disk: each some seconds of processor.
  "test/at/transcripts.test.ts",
  "test/cli/support-watch.test.ts",
  "test/memory/memory.test.ts",
  "test/memory/store.test.ts",
  "test/modem/find-port.test.ts",
  "test/modem/port.test.ts",
  "test/modem/port-choice.test.ts",
  "test/outbox/limits.test.ts",
  "test/modem/garbage.test.ts",
  "test/probes/modem-link.test.ts",
  "test/probes/modem-poll.test.ts",
  "test/probes/modem-sim.test.ts",
  "test/recovery/runner.test.ts",
  // Thousands of planted and hostile things.
  "test/last-resort/code.test.ts",
  "test/last-resort/qr.test.ts",
  "test/last-resort/reading.test.ts",
  "test/ipc/hostile.test.ts",
  "test/support/card-data/",
  "test/support/siege/",
  // Ten thousands of bent replies.
  "test/fuzz/",
  // Kills, full disks, and starts that begin again.
  "test/bench/durability.test.ts",
  "test/outbox/recover.test.ts",
  "test/outbox/reserve.test.ts",
  "test/outbox/writer.test.ts",
  "test/commands/book.test.ts",
  // An hour and more of virtual life for each of some thirty faults.
  "test/scenarios/modem-faults.test.ts",
  // A dozen shops in namespaces, with the real agent and its real patience.
  "test/scenarios/network-faults.test.ts",
  "test/hw-sim/lab/",
  // Shops that sell for hours of counted time; the real agent beside a till.
  "test/hw-sim/shop/shop.test.ts",
  "test/scenarios/counter.test.ts",
  "test/scenarios/till.test.ts",
  "test/scenarios/till-agent.test.ts",
  // A browser, and pages in it.
  "test/web.test.ts",
  "test/web/",
  "test/deploy/console-assets.test.ts",
  // A database that is started, broken and filled; the whole office, loaded or built.
  "test/collector/",
  "test/console/",
  "test/store/",
  "test/cli/collector.test.ts",
  "test/cli/console.test.ts",
  "test/cli/office-link.test.ts",
  "test/cli/stored-terminals.test.ts",
  "test/cli/support-export.test.ts",
  "test/cli/support-list.test.ts",
  "test/cli/support-show.test.ts",
  "test/deploy/office-bundle.test.ts",
  "test/fleet-sim/",
  "test/hw-sim/demo/",
  "test/deploy/compose.test.ts",
  "test/deploy/pki.test.ts",
  // Whole builds, and what is packed of them; what is written by a program, which has a gate of its own.
  "test/deploy/docs.test.ts",
  "test/deploy/docs/asyncapi.test.ts",
  "test/deploy/package.test.ts",
  "test/deploy/package/sbom.test.ts",
  "test/deploy/dependencies.test.ts",
  "test/threats/left-behind.test.ts",
  "test/threats/greedy-broker.test.ts",
  // A whole installation, looked at from outside.
  "test/cli/doctor.test.ts",
  // Kills at every step of an installation, a process of another user.
  "test/packs/store.test.ts",
  "test/cli/data-pack.test.ts",
  "test/cli/data-install.test.ts",
  // A shell in namespaces, driven over pipes.
  "test/install/machine/",
  // The generator, which has a gate of its own.
  "test/report/wire.test.ts",
  // A front door of its own for each bad file.
  "test/front-door/front-door.test.ts",
];

/** Half a minute and more each: begun first, or a whole run ends with one of them and idle processors. */
export const longest: readonly string[] = [
  "test/golden.test.ts",
  "test/scenarios/network-faults.test.ts",
  "test/scenarios/modem-agent.test.ts",
  "test/web/views.test.ts",
  "test/fleet-sim/fleet.test.ts",
  "test/web/parts.test.ts",
  "test/end-to-end/commands.test.ts",
  "test/end-to-end/alarms.test.ts",
  "test/scenarios/till-agent.test.ts",
  "test/web/style.test.ts",
  "test/end-to-end/hints.test.ts",
  "test/web.test.ts",
  "test/collector/collector.test.ts",
  "test/scenarios/modem-faults.test.ts",
];

/** Those that take longest, and then the others as they were. */
export function longestFirst(files: readonly string[]): string[] {
  return [...longest.filter((file) => files.includes(file)), ...files.filter((file) => !longest.includes(file))];
}

export function isSlow(file: string): boolean {
  return slow.some((entry) => (entry.endsWith("/") ? file.startsWith(entry) : file === entry));
}
