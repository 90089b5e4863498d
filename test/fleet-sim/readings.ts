/** What a terminal's probes would read of the world around it: physical states to Readings, and nothing else. */
import type { FleetTerminal } from "../../hw-sim/fleet/population.ts";
import type { Way } from "../../hw-sim/fleet/shares.ts";
import type { Radio, TerminalState } from "../../hw-sim/fleet/state.ts";
import type { Capability } from "../../src/model/catalogue.ts";
import { measured, type Reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";

type Seen = readonly (readonly [SignalId, Scalar | undefined])[];

/** Names of interfaces as Linux gives them. */
const interfaces: Readonly<Record<Way, string>> = { cable: "eth0", wifi: "wlan0", cellular: "wwan0" };

export function capabilitiesOf({ ways }: FleetTerminal): ReadonlySet<Capability> {
  const of: Readonly<Record<Way, readonly Capability[]>> = {
    cellular: ["cellular"],
    cable: ["lan", "ethernet"],
    wifi: ["lan", "wifi"],
  };
  return new Set<Capability>(["printer", ...ways.flatMap((way) => of[way])]);
}

/** What the memory of a terminal knows that has stood where it stands, with the card that it has. */
function remembered({ cardDays, planMb }: FleetTerminal, usedMb: number): Seen {
  return [
    ["sim.data_used_mb_month", usedMb],
    ["sim.data_plan_mb", planMb],
    ["sim.activation_age_days", cardDays],
    ["modem.pair_known_days", cardDays],
    ["compare.pair", "same"],
    ["compare.apn", "same"],
    ["compare.mended", "none"],
  ];
}

function seenOfModem(radio: Radio | undefined, terminal: FleetTerminal): Seen {
  if (!radio) return [];
  const { registration, cause, rsrpDbm, sinrDb, bearer, usedMb } = radio;
  return [
    ["modem.at_response", "ok"],
    ["modem.module_present", true],
    ["sim.state", "ready"],
    ["modem.reg_state", registration],
    ...(cause === undefined ? [] : ([["modem.reject_cause", cause]] as const)),
    ["modem.rat", rsrpDbm === undefined ? "none" : "lte"],
    ["modem.rsrp_dbm", rsrpDbm],
    ["modem.csq", rsrpDbm === undefined ? 99 : Math.max(1, Math.min(31, Math.round((rsrpDbm + 140) / 2)))],
    ["modem.sinr_db", sinrDb],
    ["modem.rsrq_db", rsrpDbm === undefined ? undefined : -10],
    ["modem.pdp_state", bearer ? "active" : "inactive"],
    ...remembered(terminal, usedMb),
  ];
}

/** Of a cable or Wi-Fi only while that is the way: nobody looks after a plug that is not used. */
function seenOfShop({ shopLink, rssiDbm, router }: TerminalState, way: Way | undefined): Seen {
  const isWifi = way === "wifi";
  const arp = router === "answers" ? "ok" : "incomplete";
  return [
    ["lan.link_carrier", way === "cable" ? shopLink : undefined],
    ["lan.wifi_link", isWifi ? shopLink : undefined],
    ["lan.wifi_rssi_dbm", isWifi ? rssiDbm : undefined],
    ["lan.arp_gateway", way !== "cellular" && shopLink === "up" ? arp : undefined],
  ];
}

function seenOfBody({ supply, batteryPct, caseTempC }: TerminalState): Seen {
  const battery: Seen = batteryPct === undefined ? [] : [["power.battery_pct", batteryPct]];
  return [["power.source", supply === "battery" ? "battery" : "mains"], ...battery, ["power.temp_c", caseTempC]];
}

/** Links, modem and body: what costs nothing to look at. */
export function levels(state: TerminalState, terminal: FleetTerminal, nowMs: number): readonly Reading[] {
  const { via, shopLink, radio } = state;
  const { ways } = terminal;
  const usable = ways.filter((way) => (way === "cellular" ? radio?.bearer : shopLink === "up")).length;
  const seen: Seen = [
    ["net.default_iface", via === undefined ? "none" : interfaces[via]],
    ["net.usable_ifaces", usable],
    ["net.ip_assigned", via !== undefined],
    ...seenOfModem(radio, terminal),
    ...seenOfShop(state, via ?? ways[0]),
    ...seenOfBody(state),
    ["clock.skew_s", 0],
  ];
  return seen.map(([signal, value]) => measured(signal, value, nowMs));
}
