/** Commands of 3GPP TS 27.007 and V.250. Time limits: Quectel EC2x AT manual, which prints the shortest. */
import { type Row, row, setting, simMs, withSim } from "../command.ts";

/** Detaching and attaching may wait for the network. */
const networkMs = 75_000;
const restartMs = 15_000;

export const standardCommands = {
  AT: setting,
  ATE0: setting,
  ATV1: setting,
  "AT+CMEE=1": setting,
  "AT+CEREG=2": setting,
  "AT+CEREG=3": setting,
  "AT+CGEREP=2,1": setting,
  ATI: row("+GMI", "any"),
  "AT+CGMI": row("+CGMI", "any"),
  "AT+CGMM": row("+CGMM", "any"),
  "AT+CGMR": row("+CGMR", "any"),
  "AT+CGSN": row("+CGSN", "any"),
  "AT+CPIN?": row("+CPIN", "named", { deadlineMs: simMs }),
  "AT+CCID": row("+CCID", "any", withSim),
  "AT+ICCID": row("+ICCID", "any", withSim),
  "AT+CIMI": row("+CIMI", "any", withSim),
  "AT+CSQ": row("+CSQ", "named"),
  "AT+CESQ": row("+CESQ", "named"),
  "AT+CREG?": row("+CREG", "named"),
  "AT+CGREG?": row("+CGREG", "named"),
  "AT+CEREG?": row("+CEREG", "named"),
  "AT+C5GREG?": row("+C5GREG", "named"),
  "AT+CGACT?": row("+CGACT", "named", withSim),
  "AT+CGDCONT?": row("+CGDCONT", "named", withSim),
  "AT+CGPADDR": row("+CGPADDR", "named", withSim),
  "AT+CEER": row("+CEER", "any", withSim),
  "AT+COPS?": row("+COPS", "named", { deadlineMs: simMs }),
  "AT+CBC": row("+CBC", "named"),
  "AT+CCLK?": row("+CCLK", "named"),
  "AT+CGATT=0": { ...setting, deadlineMs: networkMs },
  "AT+CGATT=1": { ...setting, deadlineMs: networkMs },
  "AT+CFUN=0": { ...setting, deadlineMs: restartMs },
  "AT+CFUN=4": { ...setting, deadlineMs: restartMs },
  "AT+CFUN=1": { ...setting, deadlineMs: restartMs },
  "AT+CFUN=1,1": { ...setting, deadlineMs: restartMs },
  // Reserved for manufacturers by 27.007 §8.2; where these restart the module, its profile or a quirk says so.
  "AT+CFUN=15": { ...setting, deadlineMs: restartMs },
  "AT+CFUN=16": { ...setting, deadlineMs: restartMs },
} as const satisfies Record<string, Row>;
