/** The way to the broker in `posdiag status`: how it is, what it has cost, and what is still sent. */
import type { DataUseView } from "../model/data-view.ts";
import type { UplinkStatus } from "../model/view.ts";
import { duration } from "./table.ts";

/** Why less than everything is sent. */
const dataReasons: Readonly<Record<string, string>> = {
  none: "",
  month: ", because the month's budget is nearly used",
  configured: ", because it is configured so",
};
const dataRungs: Readonly<Record<DataUseView["rung"], string>> = {
  full: "everything is sent",
  events: "only events are sent",
  snapshot: "one snapshot a day is sent, and what is about money",
};

function dataRows({ month_bytes, day_bytes, budget_bytes, rung, reason }: DataUseView): string[][] {
  const of = budget_bytes === 0 ? "no budget" : `budget ${budget_bytes}`;
  return [
    ["data", `${month_bytes} bytes this month (${of}), ${day_bytes} today`],
    ["", `${dataRungs[rung]}${dataReasons[reason] ?? ""}`],
  ];
}

export function uplinkRows(uplink: UplinkStatus): string[][] {
  const error = uplink.last_error === null ? "" : `, last error ${uplink.last_error}`;
  const state = `${uplink.state} for ${duration(uplink.since_s)}, ${uplink.sent} sent${error}`;
  return [["uplink", `${state}, ping every ${duration(uplink.keepalive_s)}`], ...dataRows(uplink.data)];
}
