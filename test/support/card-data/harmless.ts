/** What really goes through each door and each way out, from a seed: nothing of it is card data. */
import { createHash } from "node:crypto";
import type { Random } from "../../../src/base/random.ts";
import { catalogue } from "../../../src/faults/index.ts";
import { isObservable } from "../../../src/ipc/observation.ts";
import { isPlausible, isSignalId, type SignalId, signals } from "../../../src/model/signal.ts";
import type { Scalar } from "../../../src/model/signal-shape.ts";
import { between, digitsOf, pick } from "./numbers.ts";

const hexOf = (random: Random, length: number): string =>
  Array.from({ length }, () => between(random, 0, 15).toString(16)).join("");
const instant = (random: Random): number => between(random, 1_704_067_200_000, 1_956_528_000_000);
const address = (random: Random): string => Array.from({ length: 4 }, () => between(random, 0, 255)).join(".");

/** Texts that fit the patterns in the vocabulary, as applications and probes write them. */
const words: readonly ((random: Random) => string)[] = [
  (random) => digitsOf(random, 2),
  (random) => pick(random, ["A0", "Z3", "N7", "91", "00"]),
  (random) => `c${between(random, 1, 9_999)}`,
  (random) => pick(random, ["icbc", "i3", "bank_b", "G-12"]),
  (random) => hexOf(random, 4).toUpperCase(),
  (random) => `B${between(random, 1, 5)}b${between(random, 1, 8)}`,
  (random) => `${between(random, 0, 9)}.${between(random, 0, 99)}.${between(random, 0, 9_999)}`,
  (random) => `${between(random, 0, 900)}/${between(random, 1, 900)}`,
  () => "ok",
  (random) => `rc:${digitsOf(random, 2)}`,
  () => "TLSv1.2",
  () => "eth0",
];

function numberIn(random: Random, min: number, max: number): number {
  const value = min + random() * (max - min);
  const whole = Math.round(value);
  return pick(random, [
    whole,
    whole,
    Math.round(value * 10) / 10,
    Math.min(max, Math.max(min, between(random, 0, 9_999))),
  ]);
}

/** A value that the signal may have. */
export function anyValue(random: Random, signal: SignalId): Scalar {
  const { shape } = signals[signal];
  switch (shape.kind) {
    case "number":
      return numberIn(random, shape.min, shape.max);
    case "flag":
      return random() < 0.5;
    case "one_of":
      return pick(random, shape.values);
    case "text": {
      const fitting = words.map((word) => word(random)).filter((text) => isPlausible(signal, text));
      return fitting.length > 0 ? pick(random, fitting) : "";
    }
  }
}

const all: readonly SignalId[] = Object.keys(signals).filter(isSignalId);
const told = all.filter((signal) => isObservable(signal));

/** A message of a payment application, with an event's name. */
export function message(random: Random): { readonly type: string; readonly data: object } {
  const request = random() < 0.5 ? {} : { request: between(random, 0, random() < 0.5 ? 200 : 0xffff_ffff) };
  const kind = random();
  if (kind < 0.1) return { type: "posdiag.diagnose", data: { ...request, lang: "zh-CN", active: false } };
  if (kind < 0.4) {
    const signal = pick(random, told);
    return { type: "posdiag.observe", data: { ...request, signal, value: anyValue(random, signal) } };
  }
  const picked = Array.from({ length: between(random, 1, 32) }, () => pick(random, told));
  const data = Object.fromEntries(picked.map((signal) => [signal, anyValue(random, signal)]));
  return { type: "posdiag.tell", data: { ...request, ...data } };
}

const faults = Object.keys(catalogue.faults);

/** Fields of the agent's log, as its parts write them. */
export const lines: readonly ((random: Random) => Readonly<Record<string, string | number | boolean>>)[] = [
  (random) => ({
    event: "case_opened",
    case: between(random, 1, 4_000_000),
    fault: pick(random, faults),
    probability: random(),
  }),
  (random) => ({ event: "agent_started", pending: between(random, 0, 100_000) }),
  (random) => ({
    event: "uplink.record_refused",
    boot: hexOf(random, 16),
    seq: between(random, 1, 4_000_000_000),
    code: between(random, 128, 162),
  }),
  (random) => ({
    event: "outbox.damaged",
    cutBytes: between(random, 0, 9_999_999),
    brokenStores: between(random, 0, 3),
  }),
  (random) => ({ event: "outbox.dropped", records: between(random, 1, 100_000) }),
  (random) => ({
    event: "recovery.tried",
    rung: "reattach",
    fault: pick(random, faults),
    reply: "ok",
    helped: "yes",
    seconds: between(random, 1, 9_000),
  }),
  (random) => ({
    event: "modem.reports_redirected",
    request: 'AT+QURCCFG="urcport","usbat"',
    accepted: random() < 0.5,
  }),
  (random) => ({
    event: "systemd_notify_failed",
    error: `Error: Command failed: systemd-notify --pid=${between(random, 1, 4_194_304)}`,
  }),
  (random) => ({ event: "memory.file_failed", doing: "write", code: pick(random, ["ENOSPC", "EIO", "EROFS"]) }),
  () => ({
    event: "config.file_unusable",
    key: "acquirer.ca_file",
    what: "/etc/posdiag/ca.pem is not readable (EACCES)",
  }),
  (random) => ({
    event: "ipc_handler_failed",
    request: "observe",
    error: `TypeError: x at /opt/posdiag/posdiag.cjs:${between(random, 1, 90_000)}:${between(random, 1, 120)}`,
  }),
];

/** Texts that stand in answers, logs and reports, or that people copy out of them. */
export const texts: readonly ((random: Random) => string)[] = [
  (random) => new Date(instant(random)).toISOString(),
  (random) =>
    `${new Date(instant(random)).toISOString().slice(0, 19).replace("T", " ")} up ${between(random, 0, 9_999_999)} s`,
  (random) => String(instant(random)),
  (random) => `t=${instant(random)} n=${between(random, 0, 99_999)}`,
  (random) => String(random()),
  (random) => `${random()} ${random() * 100} ${-random() * 140}`,
  (random) => `¥${(random() * 100_000).toFixed(2)}`,
  (random) => `amount ${between(random, 1, 9_999_999)} fen`,
  (random) =>
    `${between(random, 0, 99)}.${between(random, 0, 99)}.${between(random, 0, 9_999)}-rc.${between(random, 0, 9)}`,
  (random) => `${address(random)}:${between(random, 1, 65_535)}`,
  (random) => `${address(random)} ${address(random)} ${address(random)}`,
  (random) => `route ${address(random)}/${between(random, 0, 32)} via ${address(random)} dev wwan0`,
  (random) => (hexOf(random, 12).match(/../g) ?? []).join(":"),
  (random) => `2001:db8:${hexOf(random, 4)}::${hexOf(random, 4)}`,
  (random) => `${hexOf(random, 8)}-${hexOf(random, 4)}-4${hexOf(random, 3)}-a${hexOf(random, 3)}-${hexOf(random, 12)}`,
  (random) => createHash("sha256").update(String(random())).digest("hex"),
  (random) => createHash("sha256").update(String(random())).digest("hex").slice(0, 12),
  (random) => `PX7-${digitsOf(random, 5)}`,
  (random) => `SN${digitsOf(random, 8)}`,
  (random) => `rsrp ${Array.from({ length: between(random, 3, 12) }, () => -between(random, 60, 130)).join(" ")} dBm`,
  (random) => Array.from({ length: between(random, 3, 12) }, () => -between(random, 60, 130)).join(", "),
  (random) =>
    `+QENG: "servingcell","NOCONN","LTE","FDD",460,0${between(random, 0, 9)},${hexOf(random, 7).toUpperCase()},${between(random, 0, 503)},${between(random, 0, 65_535)},3,5,5,${hexOf(random, 4).toUpperCase()},-${between(random, 60, 130)},-${between(random, 3, 20)},-${between(random, 40, 100)},${between(random, 0, 30)},28`,
  (random) => `+CEREG: 2,1,"${hexOf(random, 4).toUpperCase()}","${hexOf(random, 8).toUpperCase()}",7`,
  (random) => `+CSQ: ${between(random, 0, 31)},99`,
  () => "+CGSN: ###############",
  () => "IMEI …0012, card …5678, IMSI …9012",
  (random) => pick(random, ["cmnet", "3gnet", "ctlte", "cmiot.hb", "internet"]),
  (random) => pick(random, faults),
  (random) => pick(random, all),
  (random) => `/var/lib/posdiag/outbox/${String(between(random, 0, 9_999_999)).padStart(10, "0")}.seg`,
  (random) => `pos/v1/bench/PX7-${digitsOf(random, 5)}/up/evt`,
  (random) => `EC25EFAR06A${digitsOf(random, 2)}M4G_${digitsOf(random, 2)}.${digitsOf(random, 3)}`,
  (random) =>
    `cell ${between(random, 0, 268_435_455)} tac ${between(random, 0, 65_535)} earfcn ${between(random, 0, 262_143)}`,
  (random) => `seq ${between(random, 0, 4_294_967_295)} of ${between(random, 0, 4_294_967_295)}`,
  (random) => `rc=${digitsOf(random, 2)} trace=${digitsOf(random, 6)} batch=${digitsOf(random, 6)}`,
  () => "请联系收单机构。交易未成功，请勿重复刷卡。",
];
