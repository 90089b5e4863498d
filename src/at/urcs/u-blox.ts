/** u-blox (SARA-R4/R5, LARA-R6, TOBY-L2 AT manuals; ubxlib; ModemManager's ublox plugin). */
import { integerOf } from "../fields.ts";
import { fieldsIn, inserted, notices, type Urc, type UrcTable } from "./urc-table.ts";

/** 0: no card; the others say in which state the card is. */
function simState(line: string): Urc | undefined {
  const state = integerOf(fieldsIn(line)[0]);
  return inserted(state === undefined ? undefined : state !== 0);
}

export const ubloxUrcs: UrcTable = {
  "+UUSIMSTAT": { name: "sim_presence", read: simState },
  // `<profile>`: of the module's own stack, so that no context of ours is named.
  "+UUPSDD": { name: "bearer", read: () => ({ kind: "bearer", up: false, cid: undefined }) },
  "+UUPSDA": {
    name: "bearer",
    read: (line) => ({ kind: "bearer", up: integerOf(fieldsIn(line)[0]) === 0, cid: undefined }),
  },
  "+UREG": { name: "radio_access", alone: true },
  ...notices("temperature", ["+UUSTS"]),
  ...notices("ip_stack", ["+UUSOCL", "+UUSORD", "+UUSORF", "+UUSOLI", "+UUSOCO", "+UUHTTPCR", "+UUFTPCR", "+UUMQTTC"]),
  ...notices("ping_result", ["+UUPING", "+UUPINGER"]),
  ...notices("location", ["+UULOC", "+UUGIND"]),
  ...notices("call", ["+UCALLSTAT", "+UUDTMFD"]),
  ...notices("message", ["+UMWI"]),
  ...notices("update", ["+UUFWINSTALL", "+UFOTASTAT", "+ULWM2MSTAT"]),
};
