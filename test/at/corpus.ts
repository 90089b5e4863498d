/** What the parsers make of one transcript, under the field names of the transcripts. */

import { causeOfCme } from "../../src/at/causes.ts";
import { cmeMeaning } from "../../src/at/codes.ts";
import { commandFor } from "../../src/at/commands.ts";
import { type Effect, newExchange, type Outcome, stepExchange } from "../../src/at/exchange.ts";
import { classifyLine } from "../../src/at/line.ts";
import { parseCeer, parseCgact, parseCgatt, parseCgdcont, parseCgev, parseCgpaddr } from "../../src/at/parse/data.ts";
import { firstText, parseAti, parseImei, parseImsi } from "../../src/at/parse/identity.ts";
import { parseCops, parseNetworkSearch } from "../../src/at/parse/operator.ts";
import { parseCesq, parseCsq } from "../../src/at/parse/radio.ts";
import { parseRegistration } from "../../src/at/parse/registration.ts";
import { type Cell, parseQcsq, parseServingCell } from "../../src/at/parse/serving-cell.ts";
import { parseCpin, parseIccid, parseQsimstat, simStateOfCme } from "../../src/at/parse/sim.ts";
import { parseUrc } from "../../src/at/urc.ts";

export interface Transcript {
  readonly id: string;
  readonly command: string | null;
  readonly context: "read" | "urc" | "test";
  readonly reply: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

export interface Heard {
  readonly outcome: Outcome | undefined;
  readonly info: readonly string[];
  readonly urcs: readonly string[];
  readonly unknown: readonly string[];
}

/** Plays a reply through the exchange, as the session does. */
export function hear({ command, reply }: Transcript): Heard {
  let state = newExchange;
  if (command !== null) state = stepExchange(state, { kind: "send", command: commandFor(command) }).state;
  const effects: Effect[] = [];
  for (const text of reply.split(/[\r\n]+/)) {
    const line = classifyLine(text, command ?? undefined);
    const step = line ? stepExchange(state, { kind: "line", line }) : { state, effects: [] };
    state = step.state;
    effects.push(...step.effects);
  }
  const outcome = effects.flatMap((effect) => (effect.kind === "settle" ? [effect.outcome] : []))[0];
  return {
    outcome,
    info: outcome?.kind === "ok" ? outcome.info : [],
    urcs: effects.flatMap((effect) => (effect.kind === "urc" ? [effect.text] : [])),
    unknown: effects.flatMap((effect) => (effect.kind === "unknown" ? [effect.text] : [])),
  };
}

type Fields = Record<string, unknown>;

function registration(lines: readonly string[], { command }: Transcript): Fields {
  const parsed = lines.map(parseRegistration).find((each) => each !== undefined);
  if (!parsed) return { kind: command?.match(/C5?[GE]?REG/)?.[0] };
  const area = parsed.domain === "CREG" || parsed.domain === "CGREG" ? { lac: parsed.area } : { tac: parsed.area };
  const rest = { ci: parsed.cell, act: parsed.act, rat: parsed.access };
  const cause = { cause_type: parsed.causeType, reject_cause: parsed.rejectCause };
  const { domain: kind, n, stat, state, registered } = parsed;
  return { kind, n, stat, state, registered, ...area, ...rest, ...cause };
}

function csq(lines: readonly string[]): Fields {
  const parsed = lines.map(parseCsq).find((each) => each !== undefined);
  if (!parsed) return { is_test_response: lines.length > 0 };
  const { rssiRaw, berRaw, rssiDbm, rssiBound, ber } = parsed;
  return { rssi_raw: rssiRaw, ber_raw: berRaw, rssi_dbm: rssiDbm, rssi_bound: rssiBound, ber };
}

function cesq(lines: readonly string[]): Fields {
  const parsed = lines.map(parseCesq).find((each) => each !== undefined);
  if (!parsed) return {};
  const names = ["rxlev", "ber", "rscp", "ecno", "rsrq", "rsrp", "ss_rsrq", "ss_rsrp", "ss_sinr"];
  return {
    ...Object.fromEntries(names.map((name, at) => [`${name}_raw`, parsed.raw[at]])),
    rxlev_dbm: parsed.rxlevDbm,
    ber: parsed.ber,
    rscp_dbm: parsed.rscpDbm,
    ecno_db: parsed.ecnoDb,
    rsrq_db: parsed.rsrqDb,
    rsrp_dbm: parsed.rsrpDbm,
    ss_rsrq_db: parsed.ssRsrqDb,
    ss_rsrp_dbm: parsed.ssRsrpDbm,
    ss_sinr_db: parsed.ssSinrDb,
    rsrp_bound: parsed.raw[5] === 0 ? "lt -140 dBm" : undefined,
    rsrq_bound: parsed.raw[4] === 0 ? "lt -19.5 dB" : undefined,
  };
}

function qcsq(lines: readonly string[]): Fields {
  const parsed = lines.map(parseQcsq).find((each) => each !== undefined);
  if (!parsed) return {};
  return {
    sysmode: parsed.sysmode,
    rssi_dbm: parsed.rssiDbm,
    rsrp_dbm: parsed.rsrpDbm,
    rsrq_db: parsed.rsrqDb,
    sinr_raw: parsed.sinrRaw,
    sinr_db: parsed.sinrDb,
  };
}

function cellFields(cell: Cell | undefined): Fields {
  if (!cell) return {};
  const channels = { arfcn: cell.channel, uarfcn: cell.channel, earfcn: cell.channel };
  const areas = { lac: cell.area, tac: cell.area, pci: cell.physical, psc: cell.physical };
  const { rat, duplex, mcc, mnc, cell: cellId, band } = cell;
  const quality = { rsrp_dbm: cell.rsrpDbm, rsrq_db: cell.rsrqDb, rssi_dbm: cell.rssiDbm, sinr_db: cell.sinrDb };
  const power = { rscp_dbm: cell.rscpDbm, ecio_db: cell.ecioDb };
  return { rat, duplex, mcc, mnc, cell_id: cellId, band, ...channels, ...areas, ...quality, ...power };
}

function qeng(lines: readonly string[]): Fields {
  const parsed = parseServingCell(lines);
  return { state: parsed?.state, ...cellFields(parsed?.cell), nr: cellFields(parsed?.nr) };
}

function cops(lines: readonly string[], { context }: Transcript): Fields {
  if (context === "test") {
    const networks = parseNetworkSearch(lines);
    return {
      networks,
      networks_count: networks.length,
      current_numeric: networks.find(({ stat }) => stat === 2)?.numeric,
      forbidden_numeric: networks.filter(({ stat }) => stat === 3).map(({ numeric }) => numeric),
    };
  }
  const parsed = parseCops(lines);
  const { mode, format, act } = parsed ?? {};
  const names = { operator_name: parsed?.name, operator_short: parsed?.short, operator_numeric: parsed?.numeric };
  return { mode, format, act, ...names, lines: lines.length, rat: act === 7 ? "LTE" : undefined };
}

function pin(lines: readonly string[]): Fields {
  const parsed = lines.map(parseCpin).find((each) => each !== undefined);
  return parsed ? { cpin: parsed.text, sim_state: parsed.state, usable: parsed.state === "ready" } : {};
}

function identity(lines: readonly string[]): Fields {
  const imsi = parseImsi(lines);
  return {
    ...parseAti(lines),
    imei: parseImei(lines),
    imsi,
    mcc: imsi?.slice(0, 3),
    iccid: lines.map(parseIccid).find((each) => each !== undefined),
    revision_first_line: firstText(lines),
  };
}

function packetEvent(lines: readonly string[]): Fields {
  const parsed = lines.map(parseCgev).find((each) => each !== undefined);
  return { event: parsed?.event, cid: parsed?.cid, pdp_type: parsed?.pdpType, pdp_addr: parsed?.pdpAddress };
}

function extendedError(lines: readonly string[]): Fields {
  const parsed = parseCeer(lines);
  const layer = /\bSM\d/.test(parsed?.text ?? "") ? "SM" : parsed?.cause?.layer.toUpperCase();
  return { text: parsed?.text, nas_cause: parsed?.cause?.cause, layer };
}

function presence(lines: readonly string[]): Fields {
  const parsed = lines.map(parseQsimstat).find((each) => each !== undefined);
  return { enabled: parsed?.enabled ? 1 : 0, inserted: parsed?.inserted };
}

const byName: Readonly<Record<string, (lines: readonly string[], transcript: Transcript) => Fields>> = {
  reg: registration,
  csq,
  cesq,
  qcsq,
  qeng,
  cops,
  cpin: pin,
  iccid: identity,
  imsi: identity,
  imei: identity,
  ident: identity,
  cgdcont: (lines) => ({ contexts: parseCgdcont(lines) }),
  cgact: (lines) => ({ contexts: parseCgact(lines) }),
  cgpaddr: (lines) => ({ addresses: parseCgpaddr(lines) }),
  cgatt: (lines) => ({ attached: lines.map(parseCgatt).find((each) => each !== undefined) }),
  cgev: packetEvent,
  ceer: extendedError,
  qsimstat: presence,
  urc: (lines) => {
    const urc = lines.map(parseUrc).find((each) => each !== undefined);
    return { urc: urc?.kind === "notice" ? urc.name : urc?.kind };
  },
};

function finalFields({ outcome, urcs, unknown }: Heard): Fields {
  if (!outcome) return {};
  const supported = !(outcome.kind === "unsupported" || (outcome.kind === "cme" && outcome.code === 4));
  const common = { urcs, trailing: unknown[0], supported };
  if (outcome.kind === "cms") return { ...common, final: "CMS", cms: outcome.code, text: outcome.text };
  if (outcome.kind !== "cme") return { ...common, final: outcome.kind === "ok" ? "OK" : "ERROR" };
  const code = outcome.code ?? -1;
  const cause = { cme_name: cmeMeaning(code), nas_cause: causeOfCme(code)?.cause };
  return {
    ...common,
    final: "CME",
    cme: outcome.code,
    ...cause,
    sim_state: simStateOfCme(code),
    sim_state_hint: "absent",
  };
}

export function understand(transcript: Transcript): Fields {
  const heard = hear(transcript);
  const lines = transcript.command === null ? heard.urcs : heard.info;
  const parse = byName[transcript.id.replace(/-\d+$/, "")];
  return { ...finalFields(heard), ...parse?.(lines, transcript) };
}
