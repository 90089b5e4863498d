/**
 * Our own I/O failing, as one error type with a closed list of codes. The world saying no (a modem's error, a refused
 * connection) is data and never thrown; a bug is thrown as it is. Tests match codes, never wording.
 */
export const errorCatalogue = {
  CONFIG_INVALID: { exit: 78, text: "the configuration has errors" },
  AGENT_UNREACHABLE: { exit: 69, text: "no agent answers on the local socket" },
  AGENT_ALREADY_RUNS: { exit: 75, text: "another agent already serves this socket or outbox" },
  INPUT_UNREADABLE: { exit: 66, text: "the file cannot be read" },
  INPUT_INVALID: { exit: 65, text: "the input is not what this command reads" },
  OUTPUT_FAILED: { exit: 73, text: "the file cannot be written" },
  USAGE: { exit: 64, text: "wrong use of the command line" },
  PORT_BUSY: { exit: 75, text: "another program holds the serial port" },
  PORT_DENIED: { exit: 77, text: "no permission to open the serial port" },
  PORT_GONE: { exit: 69, text: "the serial port is not there" },
  PORT_SILENT: { exit: 69, text: "no modem answers on the serial port" },
  PORT_FAILED: { exit: 74, text: "the serial port failed" },
  OUTBOX_FAILED: { exit: 74, text: "the outbox cannot be read or written" },
  STORE_FAILED: { exit: 74, text: "the database cannot be used" },
  IPC_FAILED: { exit: 74, text: "the local socket cannot be opened" },
  CATALOGUE_BROKEN: { exit: 70, text: "the fault catalogue is broken" },
  CARD_DATA: { exit: 70, text: "it holds what may be card data" },
  RECORD_INVALID: { exit: 70, text: "a record does not fit its wire format" },
} as const satisfies Record<string, { exit: number; text: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

export class AgentError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail ? `${errorCatalogue[code].text}: ${detail}` : errorCatalogue[code].text, options);
    this.name = "AgentError";
    this.code = code;
  }

  /** Process exit code after sysexits.h. */
  get exit(): number {
    return errorCatalogue[this.code].exit;
  }
}

/** Narrows an unknown error; with a code, to that code. */
export function isAgentError(error: unknown, code?: ErrorCode): error is AgentError {
  return error instanceof AgentError && (code === undefined || error.code === code);
}

/** The system's short error code (ENOENT, EACCES, …) of an unknown error, if it carries one. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
