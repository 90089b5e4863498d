/**
 * Every key of the configuration: what it holds, its default, and what is allowed. The file is nested, the keys are
 * written flat; `docs/config.md`, the sample file and the checks all come from this table.
 */
import type { KeyDefinition } from "./key.ts";
import { acquirerKeys } from "./schema/acquirer.ts";
import { alarmKeys } from "./schema/alarms.ts";
import { catalogueKeys } from "./schema/catalogue.ts";
import { commandKeys } from "./schema/commands.ts";
import { dataKeys } from "./schema/data.ts";
import { deviceKeys } from "./schema/device.ts";
import { lastResortKeys } from "./schema/last-resort.ts";
import { modemKeys } from "./schema/modem.ts";
import { probeKeys } from "./schema/probes.ts";
import { readerKeys } from "./schema/reader.ts";
import { recordKeys } from "./schema/record.ts";
import { uplinkKeys } from "./schema/uplink.ts";

const alias = {
  type: "text",
  pattern: /^(?!.*\d{12})[A-Za-z0-9_-]{1,32}$/,
  allowed: "1 to 32 of A-Z a-z 0-9 _ -, never 12 digits in a row",
} as const;
/** By which terminals are compared with their like. */
const group = (text: string) => ({ ...alias, text }) as const;
/** Linux, IFNAMSIZ: 15 characters; no slash, no space. */
const networkInterface = {
  type: "text",
  pattern: /^(?!\.)[A-Za-z0-9_.:-]{1,15}$/,
  allowed: "the name of a network interface, at most 15 characters",
} as const;
const tries = { type: "integer", unit: "", min: 0 } as const;
const seconds = { type: "number", unit: "s" } as const;

export const schema = {
  "terminal.tenant": { ...alias, required: true, text: "Whose terminal it is; first part of every topic." },
  "terminal.serial": { ...alias, required: true, text: "Serial number of the terminal; second part of every topic." },
  "terminal.shop": group(
    "Shop in which it stands, as support knows it: terminals of one shop are compared with others. Default: not said.",
  ),
  "terminal.region": group("Region, as support knows it. Default: not said."),
  "terminal.acquirer": group("Acquirer, as support knows it. Default: not said."),
  "terminal.printer": { type: "flag", default: true, text: "Whether it has a printer of its own." },
  "terminal.dial_up": { type: "flag", default: false, text: "Whether it dials over a telephone line." },

  ...modemKeys,
  ...acquirerKeys,
  ...catalogueKeys,

  "network.dns": { type: "servers", text: "Name servers to ask. Default: those of the system." },
  "network.dns_alt": { type: "servers", text: "Second opinion, asked when the first ones fail." },
  "network.check_slow_s": {
    ...seconds,
    min: 10,
    max: 3_600,
    default: 60,
    text: "A reading of the way counts in full for two and a half times as long, and less after that.",
  },
  "network.check_quick_s": {
    ...seconds,
    min: 1,
    max: 60,
    default: 3,
    text: "Seconds between the three looks at the way to the host after a failure.",
  },
  "network.interface": {
    ...networkInterface,
    text: "Interface of the way to the host. Default: that of the default route.",
  },
  "network.private": {
    type: "flag",
    default: false,
    text: "A private APN or line: no public name servers, and nothing but the acquirer is to be reached.",
  },
  "network.proxy": {
    type: "flag",
    default: false,
    text: "Whether the payment application goes through a proxy.",
  },
  "network.wpa_dir": {
    type: "path",
    text: "Folder of wpa_supplicant's control sockets. Default: where wpa_cli looks.",
  },

  ...probeKeys,
  ...deviceKeys,
  ...readerKeys,
  ...recordKeys,

  ...uplinkKeys,

  "outbox.dir": { type: "path", default: "/var/lib/posdiag/outbox", text: "Directory of the records that wait." },
  "outbox.max_mb": {
    type: "integer",
    unit: "MB",
    min: 1,
    max: 1_024,
    default: 16,
    text: "Most it may take on disk; the least important is dropped first.",
  },
  "outbox.max_records": {
    type: "integer",
    unit: "",
    min: 100,
    max: 1_000_000,
    default: 50_000,
    text: "Most records it may hold.",
  },
  "outbox.max_age_days": {
    type: "integer",
    unit: "days",
    min: 1,
    max: 365,
    default: 30,
    text: "Oldest record it may hold.",
  },

  ...lastResortKeys,

  "sim.plan_mb": {
    type: "number",
    unit: "MB",
    min: 1,
    max: 10_000_000,
    text: "Data plan of the SIM a month, in megabytes of 1024 times 1024 bytes, as carriers count.",
  },
  "sim.plan_day": {
    type: "integer",
    unit: "",
    min: 1,
    max: 28,
    default: 1,
    text: "Day of the month on which the plan begins anew, by the terminal's local time.",
  },
  "sim.activated": {
    type: "text",
    pattern: /^20\d\d-(?!02-3|(?:0[469]|11)-31)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
    allowed: "a day as YYYY-MM-DD",
    text: "Day on which the SIM was activated. Without it the age of a SIM is known when it has been here for 350 days.",
  },
  "sim.pair_settle_days": {
    type: "integer",
    unit: "days",
    min: 1,
    max: 30,
    default: 3,
    text: "On so many days a SIM must carry data in another module, or a new SIM in this one, to count as in order.",
  },
  "sim.interface": {
    ...networkInterface,
    text: "Network interface of the modem, whose bytes are counted when the modem does not count them. Default: found by its name.",
  },
  "memory.file": {
    type: "path",
    text: "What is remembered over restarts. Default: `memory.json` beside `outbox.dir`.",
  },
  "memory.save_every_s": {
    type: "integer",
    unit: "s",
    min: 60,
    max: 86_400,
    default: 900,
    text: "Least seconds between writes of counters; a power cut forgets what came since. Each write wears the flash.",
  },

  ...alarmKeys,
  ...commandKeys,
  ...dataKeys,

  "recovery.enabled": {
    type: "flag",
    default: false,
    text: "Whether the agent may attach anew, switch the radio off and on, and restart the modem. Only with a payment application that tells of its payments.",
  },
  "recovery.reattach_per_day": { ...tries, max: 24, default: 6, text: "Most times a day (UTC) that it attaches anew." },
  "recovery.radio_per_day": {
    ...tries,
    max: 12,
    default: 4,
    text: "Most times a day that it switches the radio off and on.",
  },
  "recovery.reset_per_day": { ...tries, max: 6, default: 2, text: "Most times a day that it restarts the modem." },

  "ipc.socket": { type: "socket", default: "/run/posdiag/posdiag.sock", text: "Socket for the payment application." },
  "ipc.group": {
    type: "text",
    pattern: /^[A-Za-z_][A-Za-z0-9_-]{0,31}$/,
    allowed: "the name of a group in /etc/group",
    text: "Group that may use the socket; the agent must be a member of it. Default: the agent's own.",
  },
  "ipc.max_peers": {
    type: "integer",
    unit: "",
    min: 1,
    max: 64,
    default: 8,
    text: "Connections at a time that have said something; 32 more may wait to.",
  },

  "system.root": {
    type: "folder",
    text: "Folder that holds `sys`, `proc`, `run`, `etc` and `var`. Default: `/`; another one for benches.",
  },

  "merchant.language": { type: "choice", values: ["zh-CN", "en"], default: "zh-CN", text: "Language of the merchant." },
  "log.level": {
    type: "choice",
    values: ["error", "warning", "notice", "info", "debug"],
    default: "info",
    text: "Least severity that is logged.",
  },
} as const satisfies Readonly<Record<string, KeyDefinition>>;

export type Key = keyof typeof schema;
