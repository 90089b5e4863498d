/** Asking the terminal: what one wants to know or do, and what has come of it so far. */
import { useEffect, useRef } from "preact/hooks";
import type { TerminalView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { AskForm } from "./ask-form.tsx";
import { CommandItem } from "./command-item.tsx";

/** Says aloud when a command has ended while one looks. */
function useEndings({ commands }: TerminalView): void {
  const { announce, say } = useApp();
  const seen = useRef<ReadonlyMap<string, boolean>>();
  useEffect(() => {
    const before = seen.current;
    const ended = commands.find(({ id, final }) => final && before?.get(id) === false);
    seen.current = new Map(commands.map(({ id, final }) => [id, final]));
    if (ended) announce(say.commands.news(ended.verbName ?? "", ended.stateText));
  }, [commands, announce, say]);
}

function WhyNot() {
  const { me, say } = useApp();
  if (!me.commands.on) {
    return (
      <p class="hint">
        {say.commands.off} {me.commands.why}
      </p>
    );
  }
  if (me.role === "see") return <p class="hint">{say.commands.roleSee}</p>;
  return me.role === "ask" ? <p class="hint">{say.commands.roleAsk}</p> : null;
}

export function Ask({ view }: { readonly view: TerminalView }) {
  const { say, me } = useApp();
  const { commands: words } = say;
  useEndings(view);
  const mayAny = me.commands.on && me.role !== "see";
  return (
    <section class="card ask" aria-labelledby="ask">
      <h2 id="ask">{words.title}</h2>
      <WhyNot />
      {mayAny && !view.row.online && <p class="hint">{words.offline}</p>}
      {mayAny && <AskForm tenant={view.row.tenant} serial={view.row.serial} verbs={me.commands.verbs} />}
      <h3>{words.recent}</h3>
      {view.commands.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="commands">
        {view.commands.map((command, index) => (
          <CommandItem key={command.id} command={command} isNewest={index === 0} />
        ))}
      </ul>
    </section>
  );
}
