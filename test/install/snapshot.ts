/** What is left of a package that was purged: the difference of two listings, less what is nobody's fault. */

interface Exception {
  readonly line: RegExp;
  readonly why: string;
}

/** Differences that do not come from the package, or that Debian wants. */
export const exceptions: readonly Exception[] = [
  { line: /^file . \d+ \S+ \/var\/log\//, why: "logs of the time when it was there" },
  { line: /^file . \d+ \S+ \/var\/lib\/dpkg\//, why: "dpkg's own books" },
  { line: /^file . \d+ \S+ \/var\/lib\/systemd\//, why: "systemd's own state: clock, random seed, timers" },
  { line: /^file . \d+ \S+ \/var\/cache\//, why: "caches that are made again" },
  { line: /(?:\/etc\/(?:passwd|group|shadow|gshadow)-)(?:\s|$)/, why: "the copies that every change of users leaves" },
  { line: /^file d 700 root:root \/lost\+found/, why: "the file system's own" },
];

export interface Left {
  /** As `diff` marks them: `<` was there before and is gone, `>` was not there before. */
  readonly lines: readonly string[];
  /** How many differences were expected, by reason. */
  readonly expected: Readonly<Record<string, number>>;
}

/** `diff` is what diff(1) says, in its usual form. */
export function whatIsLeft(diff: string): Left {
  const lines: string[] = [];
  const expected: Record<string, number> = {};
  for (const marked of diff.split("\n").filter((line) => /^[<>] /.test(line))) {
    const exception = exceptions.find(({ line }) => line.test(marked.slice(2)));
    if (exception) expected[exception.why] = (expected[exception.why] ?? 0) + 1;
    else lines.push(marked);
  }
  return { lines, expected };
}
