/**
 * What a reply says, as plain fields: the form in which `posdiag modem parse` and `modem at` print it and transcripts
 * expect it. Field names are a contract; numbers are in the unit of their name, and unknown is null, never a number.
 */

/** How a text came: in answer to reading or executing a command, to `=?`, or unasked. The same text can mean two things. */
export type Context = "read" | "test" | "urc";

export interface Asked {
  readonly command: string | null;
  readonly context: Context;
}

export type Fields = Readonly<Record<string, unknown>>;

/** All information lines of one reply, or one unsolicited line → its fields; undefined when it is not what it is named. */
export type FactReader = (lines: readonly string[], asked: Asked) => Fields | undefined;

/**
 * By name: of the command for replies (`+CSQ`, `I` for ATI; `+COPS=?` for what answers its test form), of the line for
 * unsolicited ones, or the whole line in capitals (`PB DONE`) where it has no name.
 */
export type FactTable = Readonly<Record<string, FactReader>>;
