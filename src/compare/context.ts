/** What words mean that depend on what has happened: the same text is another matter after another event. */
import { type Reading, reading } from "../model/reading.ts";
import { counterWordIn } from "./counter-words.ts";
import type { Happening } from "./happening.ts";
import { screenReading } from "./screen.ts";

/** An application that cuts the tracks itself knows more than the head, which read something. */
const shortTrack =
  /(磁道|磁条|二磁|三磁).{0,8}(为空|缺失|不全|过短|太短|长度|不完整)|track.{0,12}(empty|missing|short|incomplete)/i;
const noTrack = /(无|没有|读不到).{0,4}(磁道|磁条)|no track/i;
/** So near to the words. */
const togetherMs = 15_000;

function trackReading({ value, atMs }: Reading, happenings: readonly Happening[]): Reading | undefined {
  if (typeof value !== "string") return undefined;
  const last = happenings.findLast(({ said }) => said("reader.mag_event") !== undefined);
  const seen = last && atMs - last.atMs <= togetherMs ? last.said("reader.mag_event") : undefined;
  if (shortTrack.test(value) && (seen === "ok" || seen === undefined))
    return reading("reader.mag_event", "too_short", atMs);
  return noTrack.test(value) && seen !== "no_data" ? reading("reader.mag_event", "no_data", atMs) : undefined;
}

function expiryReading({ value, atMs }: Reading): Reading | undefined {
  const soon = typeof value === "string" && counterWordIn(value) === "card_expires_soon";
  return soon ? reading("txn.expiry", "soon", atMs) : undefined;
}

/** The screen shows the last payment's words for long: they are a new event only where the application tells none. */
function isFresh(happenings: readonly Happening[]): boolean {
  return !happenings.some(({ said }) => said("reader.mag_event") !== undefined);
}

export function inContext(heard: Reading, happenings: readonly Happening[]): readonly Reading[] {
  switch (heard.signal) {
    case "operator.screen_text": {
      const track = isFresh(happenings) ? trackReading(heard, happenings) : undefined;
      const said = [track, expiryReading(heard), screenReading(heard, happenings)];
      return said.flatMap((each) => each ?? []);
    }
    case "txn.local_error":
      return [trackReading(heard, happenings), expiryReading(heard)].flatMap((each) => each ?? []);
    case "txn.rc_text":
      return [expiryReading(heard)].flatMap((each) => each ?? []);
    case "operator.report":
      return happenings.length === 0 ? [reading("compare.taken_back", false, heard.atMs)] : [];
    default:
      return [];
  }
}
