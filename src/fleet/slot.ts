/** One terminal as the mind keeps it: what it told, how that looks, and which incident explains it. */
import type { Cell, Stage } from "./cell.ts";
import { type Member, mostOpenFaults, type PaymentsTold, type Told } from "./member.ts";
import { type Look, looks, type Standing, standingOf, type Trouble, troubleOf, troubles } from "./trouble.ts";

/** How it stands in one look. */
export interface View {
  /** Since when it fails; undefined: it does not. */
  sinceMs: number | undefined;
  /** As it is counted. */
  stage: Stage;
  /** Of the newest change, so that an alarm set before it is known to be out of date. */
  change: number;
}

export interface Slot {
  member: Member;
  cells: readonly Cell[];
  /** In thousandths: terminals of one shop count less, for what ails one often ails all. */
  weight: number;
  /** Undefined until it was heard of. */
  online: boolean | undefined;
  /** When it came online last. */
  onlineMs: number;
  /** Open cases. */
  faults: readonly string[];
  readonly troubles: Record<Trouble, number>;
  /** What its payments look like, when none was answered. */
  paid: Trouble | undefined;
  readonly views: Readonly<Record<Look, View>>;
  /** Which incident explains its trouble. */
  incident: string | undefined;
  /** Left over of an incident that has ended: explained until it is well. */
  spent: boolean;
  /** It fails somehow, and nothing explains it. */
  isOpen: boolean;
}

/** Most terminals have none: one for all of them. */
const none: readonly string[] = [];

const view = (): View => ({ sinceMs: undefined, stage: "out", change: 0 });

export function createSlot(member: Member): Slot {
  return {
    member,
    cells: [],
    weight: 0,
    online: undefined,
    onlineMs: 0,
    faults: none,
    troubles: { silent: 0, radio: 0, path: 0, line: 0, power: 0, host: 0, bank: 0, program: 0, own: 0 },
    paid: undefined,
    views: { air: view(), way: view(), host: view(), any: view() },
    incident: undefined,
    spent: false,
    isOpen: false,
  };
}

/** Two payments without an answer and none with one: the application has told how far they got, whatever the cases say. */
function troubleOfPayments({ payments }: PaymentsTold): Trouble | undefined {
  if (payments.approved + payments.refused > 0) return undefined;
  if (payments.unanswered >= 2) return "host";
  return payments.unsent >= 2 ? "path" : undefined;
}

function pay(slot: Slot, told: PaymentsTold): void {
  if (slot.paid) slot.troubles[slot.paid] -= 1;
  slot.paid = troubleOfPayments(told);
  if (slot.paid) slot.troubles[slot.paid] += 1;
}

function fault(slot: Slot, id: string, isOpen: boolean): boolean {
  const trouble = troubleOf(id);
  if (!trouble || slot.faults.includes(id) === isOpen) return true;
  if (isOpen && slot.faults.length >= mostOpenFaults) return false;
  slot.faults = isOpen ? [...slot.faults, id] : slot.faults.filter((each) => each !== id);
  slot.troubles[trouble] += isOpen ? 1 : -1;
  return true;
}

function stand(slot: Slot, faults: readonly string[]): boolean {
  for (const each of slot.faults) if (!faults.includes(each)) fault(slot, each, false);
  return faults.map((each) => fault(slot, each, true)).every(Boolean);
}

/** False where there was no room for what it told. */
export function hear(slot: Slot, told: Told): boolean {
  if (told.kind === "payments") pay(slot, told);
  else if (told.kind === "presence") {
    if (told.online && slot.online !== true) slot.onlineMs = told.atMs;
    slot.online = told.online;
    slot.troubles.silent = told.online ? 0 : 1;
  } else if (told.kind === "standing") return stand(slot, told.faults);
  else return fault(slot, told.fault, told.kind === "opened");
  return true;
}

const isUnheard = (slot: Slot): boolean =>
  slot.online === undefined && troubles.every((trouble) => slot.troubles[trouble] === 0);

export const standing = (slot: Slot, look: Look): Standing =>
  isUnheard(slot) ? "out" : standingOf(look, slot.troubles);

/** Keeps since when each look fails. */
export function date(slot: Slot, atMs: number): void {
  for (const look of looks) {
    const { [look]: seen } = slot.views;
    if (standing(slot, look) === "failing") seen.sinceMs ??= atMs;
    else seen.sinceMs = undefined;
  }
}

export const isWell = (slot: Slot): boolean => looks.every((look) => slot.views[look].sinceMs === undefined);
