/** The data path. */
import { firstOf } from "../fields.ts";
import { parseCgcontrdp } from "../parse/context-dynamics.ts";
import { parseCeer, parseCgact, parseCgatt, parseCgdcont, parseCgdcontForms, parseCgpaddr } from "../parse/data.ts";
import { parseCgev } from "../parse/packet-event.ts";
import type { FactTable, Fields } from "./fact.ts";

function definitionForms(lines: readonly string[]): Fields | undefined {
  const parsed = parseCgdcontForms(lines);
  return parsed && { cid_min: parsed.cidMin, cid_max: parsed.cidMax, types: parsed.types };
}

/** Where a context has IPv4 and IPv6, the first line's addresses stand at the top. */
function dynamics(lines: readonly string[]): Fields | undefined {
  const contexts = parseCgcontrdp(lines).map((each) => ({
    cid: each.cid,
    bearer_id: each.bearerId,
    apn: each.apn,
    ip: each.address,
    mask: each.mask,
    gateway: each.gateway,
    dns1: each.dns1,
    dns2: each.dns2,
  }));
  return contexts[0] && { ...contexts[0], contexts };
}

function packetEvent(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseCgev);
  if (!parsed) return undefined;
  return {
    event: parsed.event,
    cid: parsed.cid,
    p_cid: parsed.parentCid,
    event_type: parsed.eventType,
    reason: parsed.reason,
    pdp_type: parsed.pdpType,
    pdp_addr: parsed.pdpAddress,
    class: parsed.mobileClass,
  };
}

/** `SM34` is an older layer's name for the cause that TS 24.301 counts under ESM. */
function extendedError(lines: readonly string[]): Fields | undefined {
  const parsed = parseCeer(lines);
  if (!parsed) return undefined;
  const { text, cause, layer } = parsed;
  return { text, nas_cause: cause?.cause, layer };
}

export const dataFacts: FactTable = {
  "+CGATT": (lines) => ({ attached: firstOf(lines, parseCgatt) }),
  "+CGACT": (lines) => ({ contexts: parseCgact(lines) }),
  "+CGDCONT": (lines) => ({ contexts: parseCgdcont(lines) }),
  "+CGDCONT=?": definitionForms,
  "+CGPADDR": (lines) => ({ addresses: parseCgpaddr(lines) }),
  "+CGCONTRDP": dynamics,
  "+CGEV": packetEvent,
  "+CEER": extendedError,
};
