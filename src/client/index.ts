/** The client library as a payment application gets it; `npm run build` makes one file of it. */
export type { Operation } from "../model/alarm.ts";
export type { AlarmListView, AlarmView } from "../model/alarm-view.ts";
export type { QuestionView, TestReport } from "../model/test-view.ts";
export type { DiagnosisView, VerdictView } from "../model/view.ts";
export { type Aliases, type AliasOptions, createAliases } from "./aliases.ts";
export type { ClientCounters, ClientOptions, Reply } from "./contract.ts";
export type { Facts } from "./facts.ts";
export { connect, type Posdiag } from "./posdiag.ts";
export type { Reader } from "./reader.ts";
export { type Observation, type TelephonySnapshot, telephonyObservations } from "./telephony.ts";
export type {
  HostFacts,
  KeyFacts,
  PlaceFacts,
  Printer,
  SessionFacts,
  SoftwareFacts,
  Terminal,
} from "./terminal.ts";
export type { CardFacts, Transaction, TransactionEnd, TransactionStart } from "./transaction.ts";
