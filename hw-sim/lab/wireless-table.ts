/** /proc/net/wireless as the kernel prints it (wireless_seq_printf_stats in net/wireless/wext-proc.c). */

const HEAD = `Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
 face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
`;

/** cfg80211_wireless_stats: the level counts between these two, dBm; the quality is how far it is above the lower one. */
const [FAINT, LOUD] = [-110, -40];
/** No driver of mac80211 tells noise here: a byte of 0 counts as 256 below. */
const NO_NOISE = -256;

function line(name: string, levels: string): string {
  const counts = [0, 0, 0, 0, 0].map((count) => String(count).padStart(6)).join(" ");
  return `${name.padStart(6)}: 0000  ${levels}  ${counts}   ${"0".padStart(6)}\n`;
}

const field = (value: number, mark: "." | " "): string => `${String(value).padStart(3)}${mark}`;

/** `rssi` in dBm; null when the interface is not associated: then the kernel has no figures, and prints nought. */
export function wirelessTable(name: string, rssi: number | null): string {
  const levels =
    rssi === null
      ? [field(0, " "), field(0, " "), field(0, " ")]
      : [field(Math.max(FAINT, Math.min(LOUD, rssi)) - FAINT, "."), field(rssi, "."), field(NO_NOISE, " ")];
  return HEAD + line(name, levels.join("  "));
}
