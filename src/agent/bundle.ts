/** Everything that support needs for a fault, in one value that fits the largest result. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { systemCode } from "../base/errors.ts";
import type { Config } from "../config/config.ts";
import { viewDiagnosis, viewReading } from "../diagnosis-view.ts";
import { resultLimit } from "../model/command.ts";
import type { Parts } from "./agent.ts";
import { alarmListView } from "./alarm-view.ts";
import { type Bundle, fitted } from "./bundle-size.ts";
import { clean } from "./command-result.ts";
import { clockQuality, hashOf } from "./identity.ts";
import type { Site } from "./site.ts";
import { statusOf } from "./status.ts";

/** Who could be somebody else with it. */
const secret = /username|password|terminal_id|merchant_id|client_id/;
/** Some minutes of a recording, which is a tenth of it compressed. */
const mostRecorded = 524_288;

function openConfig(config: Config): Bundle {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, secret.test(key) ? "set" : value]));
}

/** The newest lines of a file; none where it is not there. */
function tailOf(path: string, mostBytes: number): readonly string[] {
  try {
    const file = openSync(path, "r");
    try {
      const { size } = fstatSync(file);
      const buffer = Buffer.alloc(Math.min(size, mostBytes));
      readSync(file, buffer, 0, buffer.length, size - buffer.length);
      const lines = buffer.toString("utf8").split("\n").slice(0, -1);
      return size > buffer.length ? lines.slice(1) : lines;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return [];
  }
}

/** What was measured: before the newest faults, the recording where there is one, and what the book holds of every signal. */
function measurements(site: Site, { thinker, flights }: Parts): Bundle {
  const nowMs = site.clock.monoMs();
  const path = site.config["record.file"];
  return {
    before: flights.flights(),
    readings: thinker.book
      .newest()
      .flatMap(({ signal }) => thinker.book.of(signal))
      .map((reading) => viewReading(reading, nowMs)),
    record: path === undefined ? [] : tailOf(path, mostRecorded),
  };
}

function gather(site: Site, parts: Parts): Bundle {
  const { config, clock, version } = site;
  const { knowledge, brain, alarms, probes } = parts;
  const { texts, catalogue } = knowledge;
  const wallMs = clock.wallMs();
  return {
    made: {
      at: new Date(wallMs).toISOString(),
      clock: clockQuality(wallMs),
      mono_s: Math.floor(clock.monoMs() / 1_000),
    },
    versions: { agent: version, node: process.version, catalogue: hashOf(catalogue) },
    config: openConfig(config),
    diagnosis: viewDiagnosis(brain.diagnosis(), "en", { texts }),
    alarms: alarmListView(alarms, { language: "en", texts, all: true }),
    status: statusOf(site, parts),
    ...measurements(site, parts),
    modem: probes.transcript(),
    log: site.logTail?.() ?? [],
  };
}

export function makeBundle(site: Site, parts: Parts): Bundle {
  const cleaned = Object.entries(gather(site, parts)).map(([name, section]) => [
    name,
    clean(section, site.cardData) ?? "withheld",
  ]);
  return fitted(Object.fromEntries(cleaned), resultLimit);
}
