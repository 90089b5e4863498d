/**
 * The prompt of +CMGS (3GPP TS 27.005 §3.5.1): once it is open everything typed is message text, and no command is obeyed,
 * until Ctrl-Z sends it or ESC gives it up.
 */
const CR = 0x0d;
const ESC = 0x1b;
const CTRL_Z = 0x1a;

export interface TextPrompt {
  open(): void;
  close(): void;
  /** What the modem says to these bytes, and those after the end of the text, which are commands again. */
  take(bytes: Buffer): { readonly reply: string; readonly rest: Buffer };
}

export function createTextPrompt(): TextPrompt {
  let isOpen = false;
  return {
    open: () => {
      isOpen = true;
    },
    close: () => {
      isOpen = false;
    },
    take: (bytes) => {
      if (!isOpen) return { reply: "", rest: bytes };
      const end = bytes.findIndex((byte) => byte === ESC || byte === CTRL_Z);
      const text = end < 0 ? bytes : bytes.subarray(0, end);
      const prompts = "\r\n> ".repeat(text.filter((byte) => byte === CR).length);
      if (end < 0) return { reply: prompts, rest: Buffer.alloc(0) };
      isOpen = false;
      // A message nobody addressed cannot be sent: 304 is "invalid PDU mode parameter" (TS 27.005 §3.2.5).
      const final = bytes[end] === ESC ? "\r\nOK\r\n" : "\r\n+CMS ERROR: 304\r\n";
      return { reply: prompts + final, rest: bytes.subarray(end + 1) };
    },
  };
}
