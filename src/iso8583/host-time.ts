/** The host's date and time, which have no year, beside the terminal's. */
import type { EchoAnswer } from "./echo.ts";

/** The instant that the terminal's local time zone makes of it; undefined for 29 February in a year that has none. */
function instant(
  year: number,
  [month, day, hour, minute, second]: NonNullable<EchoAnswer["time"]>,
): number | undefined {
  const date = new Date(year, month - 1, day, hour, minute, second);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : undefined;
}

/**
 * Terminal minus host in whole seconds, by the year that brings them closest: at a turn of the year they may be in different
 * ones. A clock that is wrong by whole years shows no skew here; its certificates show it.
 */
export function skewS(time: NonNullable<EchoAnswer["time"]>, wallMs: number): number | undefined {
  const year = new Date(wallMs).getFullYear();
  const skews = [year - 1, year, year + 1].flatMap((each) => {
    const hostMs = instant(each, time);
    return hostMs === undefined ? [] : [Math.round((wallMs - hostMs) / 1_000)];
  });
  return skews.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
}
