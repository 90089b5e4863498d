/** The card: its state, its numbers, and its files. */
import { firstOf } from "../fields.ts";
import { parseImsi } from "../parse/identity.ts";
import { parseClck, parseCpin, parseIccid } from "../parse/sim.ts";
import { parseCrsm, parseCsim, serviceProvider } from "../parse/sim-file.ts";
import type { Asked, FactTable, Fields } from "./fact.ts";

function pin(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseCpin);
  return parsed && { cpin: parsed.text, sim_state: parsed.state, usable: parsed.state === "ready" };
}

function iccid(lines: readonly string[]): Fields {
  return { iccid: firstOf(lines, parseIccid) };
}

/** Files of TS 31.102 by the number in the command. */
const spnFile = "28486";
const iccidFile = "12258";

function file(lines: readonly string[], { command }: Asked): Fields | undefined {
  const parsed = firstOf(lines, parseCrsm);
  if (!parsed) return undefined;
  const asked = command ?? "";
  return {
    sw1: parsed.sw1,
    sw2: parsed.sw2,
    data: parsed.data,
    ...(asked.includes(spnFile) && { spn: serviceProvider(parsed.data) }),
    ...(asked.includes(iccidFile) && iccid(lines)),
  };
}

function card(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseCsim);
  return parsed && { sw: parsed.status, pin_left: parsed.triesLeft, blocked: parsed.blocked };
}

export const simFacts: FactTable = {
  "+CPIN": pin,
  "+CCID": iccid,
  "+QCCID": iccid,
  "+ICCID": iccid,
  "+CICCID": iccid,
  "+ZICCID": iccid,
  "#CCID": iccid,
  "^ICCID": iccid,
  "!ICCID": iccid,
  $MYCCID: iccid,
  "+CRSM": file,
  "+CSIM": card,
  "+CIMI": (lines) => {
    const imsi = parseImsi(lines);
    return { imsi, mcc: imsi?.slice(0, 3) };
  },
  "+CLCK": (lines) => {
    const locked = firstOf(lines, parseClck);
    return locked === undefined ? undefined : { locked };
  },
};
