/** Who may do what on which topic. Both brokers' lists, and the table in docs/broker.md, say this and nothing else. */

interface Access {
  /** How the document says it. */
  readonly who: string;
  /** Whose name is part of the topic: one terminal of many. */
  readonly isTerminal: boolean;
  /** Below `pos/v1/<tenant>/<serial>/`. */
  readonly write: readonly string[];
  /** Topics that are heard; `+` where the filter has it. */
  readonly read: readonly string[];
}

const allThatIsSaid = ["up/+", "state/+"];

export const access = {
  terminal: {
    who: "a terminal, of its own",
    isTerminal: true,
    write: ["up/evt", "up/met", "up/hist", "up/res", "state/birth", "state/alive", "state/faults"],
    read: ["down/cmd", "down/ack", "down/hint"],
  },
  collector: {
    who: "`collector`, of all",
    isTerminal: false,
    write: ["down/ack", "down/hint"],
    read: allThatIsSaid,
  },
  support: { who: "`support`, of all", isTerminal: false, write: ["down/cmd"], read: allThatIsSaid },
  console: { who: "`console`, of all", isTerminal: false, write: ["down/cmd"], read: [] },
} as const satisfies Readonly<Record<string, Access>>;

export type Name = keyof typeof access;
const names = ["terminal", "collector", "support", "console"] as const satisfies readonly Name[];

/** Lines of a Mosquitto access list without comments, `%u` for the certificate's name (mosquitto.conf(5), acl_file). */
export function mosquittoLines(wanted: "terminals" | "services"): readonly string[] {
  return names
    .filter((name) => access[name].isTerminal === (wanted === "terminals"))
    .flatMap((name) => {
      const { isTerminal, read, write } = access[name];
      const [word, place] = isTerminal ? ["pattern", "%u"] : ["topic", "+/+"];
      const lines = (act: "read" | "write", leaves: readonly string[]) =>
        leaves.map((leaf) => `${word} ${act} pos/v1/${place}/${leaf}`);
      return [...(isTerminal ? [] : [`user ${name}`]), ...lines("write", write), ...lines("read", read)];
    });
}

const terminalName = "^[A-Za-z0-9_.-]{1,64}/[A-Za-z0-9_.-]{1,64}$";

/** Rules of EMQX's acl.conf, one a text, without comments and breaks of lines. */
export function emqxRules(): readonly string[] {
  const rules = names.flatMap((name) => {
    const { isTerminal, read, write } = access[name];
    const who = isTerminal ? `{username, {re, "${terminalName}"}}` : `{username, "${name}"}`;
    const place = isTerminal ? "$" + "{username}" : "+/+";
    const rule = (act: "publish" | "subscribe", leaves: readonly string[]) =>
      leaves.length === 0
        ? []
        : [`{allow, ${who}, ${act}, [${leaves.map((leaf) => `"pos/v1/${place}/${leaf}"`).join(", ")}]}.`];
    return [...rule("publish", write), ...rule("subscribe", read)];
  });
  return [...rules, "{deny, all}."];
}

/** Rows of the table in docs/broker.md. */
export function documentRows(): readonly string[] {
  const cell = (leaves: readonly string[]) => leaves.map((leaf) => `\`${leaf}\``).join(" ") || "–";
  return names.map((name) => `| ${access[name].who} | ${cell(access[name].write)} | ${cell(access[name].read)} |`);
}
