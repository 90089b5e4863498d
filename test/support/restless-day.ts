/**
 * What a terminal in good order shows of its surroundings through a day: signal that wanders and fades while a van stands
 * before the door, a cell that is changed, a packet lost, a name server that is late once, a router that is slow at noon, a
 * battery that is used and charged. It knows weather, and nothing of faults or of what anybody makes of it.
 */
import { createDice, type Dice } from "../../hw-sim/random.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";

export type Site = "mobile" | "shop";
type Seen = readonly (readonly [SignalId, Scalar])[];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Standard normal, by twelve throws. */
const bell = (dice: Dice): number => Array.from({ length: 12 }, () => dice.roll()).reduce((a, b) => a + b, -6);
/** Median and spread of what is mostly near and now and then far. */
const longTail = (dice: Dice, median: number, spread: number): number => median * Math.exp(spread * bell(dice));

/** Something that begins so many times a day and lasts so long. */
function createSpell(dice: Dice, aDay: number, lastsMs: readonly [number, number]): (nowMs: number) => boolean {
  let untilMs = Number.NEGATIVE_INFINITY;
  let lastMs = 0;
  return (nowMs) => {
    const chance = (aDay * (nowMs - lastMs)) / (24 * hourMs);
    lastMs = nowMs;
    if (nowMs >= untilMs && dice.roll() < chance) untilMs = nowMs + dice.between(lastsMs);
    return nowMs < untilMs;
  };
}

function createRadio(dice: Dice): (nowMs: number) => Seen {
  /** From a good place to one that is not. */
  const mean = dice.between([-101, -78]);
  let wander = 0;
  const fades = createSpell(dice, 4, [minuteMs, 8 * minuteMs]);
  const searches = createSpell(dice, 1.5, [5_000, 25_000]);
  const redials = createSpell(dice, 1, [3_000, 15_000]);
  return (nowMs) => {
    wander = 0.9 * wander + 1.2 * bell(dice);
    const level = Math.round(Math.max(-120, Math.min(-60, mean + wander - (fades(nowMs) ? 11 : 0))));
    const isSearching = searches(nowMs);
    return [
      ["modem.at_response", "ok"],
      ["modem.module_present", true],
      ["sim.state", "ready"],
      ["modem.rsrp_dbm", level],
      ["modem.csq", Math.max(1, Math.min(31, Math.round((level + 140) / 2)))],
      ["modem.sinr_db", Math.round(9 + (level + 95) / 3 + 2 * bell(dice))],
      ["modem.reg_state", isSearching ? "searching" : "home"],
      ["modem.pdp_state", isSearching || redials(nowMs) ? "inactive" : "active"],
      ["net.default_iface", "wwan0"],
      ["net.ip_assigned", true],
    ];
  };
}

function createCable(dice: Dice): (nowMs: number) => Seen {
  const misses = createSpell(dice, 3, [minuteMs, 2 * minuteMs]);
  return (nowMs) => [
    ["net.default_iface", "eth0"],
    ["lan.link_carrier", "up"],
    ["net.ip_assigned", true],
    ["lan.arp_gateway", "ok"],
    // Routers answer an echo when they have nothing better to do.
    ["net.gateway_ping", misses(nowMs) ? "fail" : "ok"],
  ];
}

/** How the path is at the moment: chance of a visit in vain, and how much slower than usual. */
interface Weather {
  readonly missed: number;
  readonly slower: number;
  readonly lost: readonly [number, number];
  readonly resent: readonly [number, number];
}
const fair: Weather = { missed: 0.003, slower: 1, lost: [0, 1], resent: [0, 1] };
const stormy: Weather = { missed: 0.03, slower: 4, lost: [0, 18], resent: [1, 6] };

/** What visits to names, an independent host and the acquirer's door find; few, as the agent makes them. */
function createPath(dice: Dice, isMobile: boolean): (nowMs: number) => Seen {
  const bursts = createSpell(dice, 5, [minuteMs, 4 * minuteMs]);
  const unless = (chance: number, bad: Scalar): Scalar => (dice.roll() < chance ? bad : "ok");
  const took = (medianMs: number): number => Math.round(Math.min(5_000, longTail(dice, medianMs, 0.5)));
  const median = isMobile ? 70 : 18;
  let dueMs = 0;
  return (nowMs) => {
    if (nowMs < dueMs) return [];
    dueMs = nowMs + dice.between([4, 15]) * minuteMs;
    const { missed, slower, lost, resent } = bursts(nowMs) ? stormy : fair;
    return [
      ["net.dns_resolve", unless(missed, "timeout")],
      ["net.internet_probe", unless(2 * missed, "fail")],
      ["net.tcp_host", unless(missed, "timeout")],
      ["net.rtt_ms", took(slower * median)],
      ["net.tcp_host_ms", took(2 * slower * median)],
      ["net.loss_pct", dice.between(lost)],
      ["net.retrans_pct", dice.between(resent)],
    ];
  };
}

function createBody(dice: Dice, isMobile: boolean): (nowMs: number) => Seen {
  const hot = dice.between([24, 35]);
  const isWarm = (hour: number): boolean => hour > 10 && hour < 16;
  return (nowMs) => {
    const hour = (nowMs / hourMs + 9) % 24;
    // Carried about by day, on its dock from the evening on.
    const isDocked = !isMobile || hour < 9 || hour >= 20;
    const spent = isDocked ? 0 : Math.round((hour - 9) * 6);
    return [
      ["power.temp_c", Math.round(hot + (isWarm(hour) ? 6 : 0) + bell(dice))],
      ["power.source", isDocked ? "mains" : "battery"],
      ["power.charging", isDocked],
      ["power.battery_pct", 100 - spent],
      ["device.mem_free_mb", dice.between([90, 260])],
      ["device.cpu_pct", Math.round(Math.min(100, longTail(dice, 12, 0.8)))],
      ["clock.skew_s", Math.round(bell(dice))],
    ];
  };
}

/** What is seen at an instant, milliseconds since the morning of the first day; to be asked about once a minute. */
export function createRestlessDay(seed: number, site: Site): (nowMs: number) => Seen {
  const dice = createDice(seed, `restless ${site}`);
  const isMobile = site === "mobile";
  const parts = [
    isMobile ? createRadio(dice) : createCable(dice),
    createPath(dice, isMobile),
    createBody(dice, isMobile),
  ];
  return (nowMs) => parts.flatMap((part) => part(nowMs));
}
