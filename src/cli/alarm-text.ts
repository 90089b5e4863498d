/** Alarms for a person: a row each, and below it what is odd about one. */
import type { AlarmListView, AlarmView } from "../model/alarm-view.ts";
import type { Language } from "../model/text.ts";
import { alarmWords } from "./alarm-words.ts";
import { duration, table } from "./table.ts";

export function formatAlarms({ alarms, left_out }: AlarmListView, language: Language): string {
  const say = alarmWords[language];
  const rest = left_out === 0 ? "" : `${say.leftOut(left_out)}\n`;
  if (alarms.length === 0) return `${say.none}\n${rest}`;
  return `${table([say.head, ...alarms.flatMap((alarm) => alarmRows(alarm, language))], 0)}${rest}`;
}

export function formatAlarm(alarm: AlarmView, language: Language): string {
  return table(alarmRows(alarm, language), 0);
}

function alarmRows(alarm: AlarmView, language: Language): string[][] {
  const say = alarmWords[language];
  const name = `${alarm.alarm_text} (${faultOf(alarm)})`;
  return [
    [
      String(alarm.id),
      say.severities[alarm.perceived_severity],
      name,
      stateOf(alarm, language),
      dateOf(alarm.last_raised, language),
      say.times(alarm.occurrences),
      operatorOf(alarm, language),
    ],
    ...remarks(alarm, language).map((remark) => ["", "", `  ${remark}`]),
  ];
}

function faultOf({ alarm_type_id, alarm_type_qualifier }: AlarmView): string {
  return [alarm_type_id, alarm_type_qualifier].filter(Boolean).join(".");
}

function stateOf({ is_cleared, is_confirmed }: AlarmView, language: Language): string {
  const say = alarmWords[language];
  if (is_cleared) return say.cleared;
  return is_confirmed ? say.lasts : say.unconfirmed;
}

function dateOf(time: string | null, language: Language): string {
  return time === null ? alarmWords[language].undated : time.replace("T", " ").replace("Z", "");
}

function operatorOf({ operator_state, operator, shelved_for_s }: AlarmView, language: Language): string {
  const say = alarmWords[language];
  const who = operator === null || operator === "agent" ? [] : [say.operators[operator]];
  const left = shelved_for_s === null ? [] : [say.shelvedFor(duration(shelved_for_s, language))];
  return [say.states[operator_state], ...who, ...left].join(", ");
}

function remarks(alarm: AlarmView, language: Language): readonly string[] {
  const say = alarmWords[language];
  return [
    ...(alarm.recurrent ? [say.recurrent(alarm.raises_24h)] : []),
    ...(alarm.chattering ? [say.chattering] : []),
    ...alarm.was.map(({ text, until }) => say.was(text, dateOf(until, language))),
    ...(alarm.operator_text === "" ? [] : [alarm.operator_text]),
  ];
}
