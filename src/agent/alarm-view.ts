/** Alarms as the local socket gives them, in the language of whoever asks. */
import type { Alarm } from "../alarms/alarm.ts";
import { ranks } from "../alarms/alarm.ts";
import type { Alarms } from "../alarms/alarms.ts";
import type { Instant, Now } from "../alarms/instant.ts";
import { typeOf } from "../alarms/kind.ts";
import { rhythmOf } from "../alarms/rhythm.ts";
import { standingOf } from "../alarms/shelf.ts";
import type { TextBook } from "../faults/text.ts";
import type { AlarmListView, AlarmsStatus, AlarmView } from "../model/alarm-view.ts";
import type { Language } from "../model/text.ts";
import type { DiagnosisView } from "../model/view.ts";

function date({ wallMs }: Instant): string | null {
  return wallMs === null ? null : `${new Date(wallMs).toISOString().slice(0, 19)}Z`;
}

/** For whom an alarm is put into words. */
export interface Wording {
  readonly language: Language;
  readonly texts: TextBook;
}

export function alarmView(alarm: Alarm, { language, texts }: Wording, now: Now): AlarmView {
  const nameOf = (fault: string) => texts.textOf(fault, language).name;
  const type = typeOf(alarm.fault);
  const rhythm = rhythmOf(alarm, now);
  const said = standingOf(alarm, now);
  return {
    id: alarm.id,
    ...{ resource: type.resource, alarm_type_id: type.id, alarm_type_qualifier: type.qualifier },
    alarm_text: nameOf(alarm.fault),
    perceived_severity: alarm.severity,
    ...{ is_cleared: alarm.isCleared, is_confirmed: alarm.isConfirmed, is_root_cause: alarm.isRootCause },
    ...{ event_type: type.eventType, probable_cause: type.probableCause },
    probability: Math.round(alarm.probability * 1_000) / 1_000,
    time_created: date(alarm.created),
    last_raised: date(alarm.lastRaised),
    last_changed: date(alarm.lastChanged),
    clock: alarm.lastChanged.clock,
    occurrences: alarm.occurrences,
    ...{ raises_24h: rhythm.raisesDay, flaps_24h: rhythm.flapsDay },
    ...{ recurrent: rhythm.isRecurrent, chattering: rhythm.isChattering, untold: alarm.untold },
    ...{ operator_state: said.state, operator: said.by, operator_time: said.at && date(said.at) },
    ...{ operator_text: said.note, shelved_for_s: said.shelvedForS },
    was: alarm.was.map(({ fault, until }) => ({ fault, text: nameOf(fault), until: date(until) })),
    status_change: alarm.changes.map(({ at, severity }) => ({ time: date(at), perceived_severity: severity })),
    status_changes_dropped: alarm.changesDropped,
  };
}

/** Lasting before cleared, severe before slight; the newest first among equals. */
function inOrder(alarms: readonly Alarm[]): readonly Alarm[] {
  return alarms
    .toReversed()
    .toSorted(
      (a, b) => Number(a.isCleared) - Number(b.isCleared) || (a.isCleared ? 0 : ranks[b.severity] - ranks[a.severity]),
    );
}

/** `all`: also what is cleared, and what a person has closed. */
export function alarmListView(
  alarms: Pick<Alarms, "all" | "now">,
  { all, ...wording }: Wording & { readonly all: boolean },
): AlarmListView {
  const now = alarms.now();
  const known = inOrder(alarms.all());
  const shown = known.filter((alarm) => all || isActive(alarm, now));
  return {
    alarms: shown.map((alarm) => alarmView(alarm, wording, now)),
    left_out: known.length - shown.length,
  };
}

function isActive(alarm: Alarm, now: Now): boolean {
  return !alarm.isCleared && standingOf(alarm, now).state !== "closed";
}

export function alarmsStatus(alarms: Pick<Alarms, "all" | "now" | "counts">): AlarmsStatus {
  const now = alarms.now();
  const known = alarms.all();
  const active = known.filter((alarm) => isActive(alarm, now));
  const inState = (...states: readonly string[]) =>
    active.filter((alarm) => states.includes(standingOf(alarm, now).state)).length;
  const { withheld, forgotten, file } = alarms.counts();
  return {
    active: active.length,
    unacknowledged: inState("none", "un-shelved"),
    unconfirmed: active.filter(({ isConfirmed }) => !isConfirmed).length,
    shelved: inState("shelved"),
    recurrent: known.filter((alarm) => rhythmOf(alarm, now).isRecurrent).length,
    known: known.length,
    ...{ withheld, forgotten },
    file: { written: file.written, failed: file.failed, set_aside: file.setAside },
  };
}

/** How often a fault was raised in 24 hours, where it is recurrent. */
export function recurrenceOf(fault: string, alarms: Pick<Alarms, "of" | "now">): { readonly recurrent_24h?: number } {
  const alarm = alarms.of(fault);
  const rhythm = alarm && rhythmOf(alarm, alarms.now());
  return rhythm?.isRecurrent ? { recurrent_24h: rhythm.raisesDay } : {};
}

export function withRecurrence(view: DiagnosisView, alarms: Pick<Alarms, "of" | "now">): DiagnosisView {
  return {
    ...view,
    verdicts: view.verdicts.map((verdict) => ({ ...verdict, ...recurrenceOf(verdict.fault, alarms) })),
  };
}
