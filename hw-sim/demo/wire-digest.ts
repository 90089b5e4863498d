/** What is worth showing of the modem's wire: lines it did not say while all was well, each once. */
import type { Bench } from "../bench.ts";
import { dim } from "./screen.ts";

export interface WireDigest {
  begin(): void;
  /** The new lines since `begin`, oldest first. */
  end(): readonly string[];
}

/** Whether a line is the answer to a command rather than something the modem says unasked. */
function isAnswer(line: string, command: string): boolean {
  const [name = ""] = command.replace(/^AT/, "").split(/[=?]/);
  return line.includes("ERROR") || (name !== "" && line.startsWith(name));
}

export function createWireDigest(bench: Bench): WireDigest {
  const usual = new Set<string>();
  let news: Set<string> | undefined;
  let command = "";
  bench.onWire(({ direction, text }) => {
    if (direction === "to_modem") {
      command = text;
    } else if (text !== "OK" && text !== command) {
      const said = isAnswer(text, command) ? `${dim(`${command} →`)} ${text}` : text;
      if (!usual.has(said)) (news ?? usual).add(said);
    }
  });
  return {
    begin: () => {
      news = new Set();
    },
    end: () => {
      const told = [...(news ?? [])];
      news = undefined;
      return told;
    },
  };
}
