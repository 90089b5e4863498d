/** One question to the terminal: where it stands, live, and its answer once it is whole. */
import { useState } from "preact/hooks";
import type { CommandDetailView, CommandView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { clockTime } from "../format.ts";
import { useLoaded } from "../loaded.ts";
import { lookUp } from "../look-up.ts";
import { CommandResult } from "./command-result.tsx";
import { View } from "./view.tsx";
import { When } from "./when.tsx";

/** Of the states; others are as bad as `failed`. */
const looks: Readonly<Record<string, string>> = {
  queued: "waits",
  sent: "waits",
  accepted: "waits",
  running: "runs",
  succeeded: "good",
};

function wordsText(words: CommandView["words"]): string {
  const parts = Object.entries(words).filter(([, value]) => value !== "" && value !== false);
  return parts.map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(", ") : String(value)}`).join(" · ");
}

function Progress({ command }: { readonly command: CommandView }) {
  const { say, nowMs } = useApp();
  const { deadlineMs, step, cameBytes, resultBytes, final } = command;
  const kb = (bytes: number) => (bytes / 1_000).toFixed(1);
  const isComing = cameBytes < resultBytes && !command.hasResult;
  return (
    <>
      {step && !final && <span class="step">{step}</span>}
      {!final && deadlineMs !== null && <small>{say.commands.until(clockTime(deadlineMs, nowMs, say))}</small>}
      {isComing && (
        <small>
          <progress value={cameBytes} max={resultBytes} aria-label={say.commands.show} />{" "}
          {say.commands.progress(kb(cameBytes), kb(resultBytes))}
        </small>
      )}
    </>
  );
}

function Result({ command }: { readonly command: CommandView }) {
  const { say } = useApp();
  // It does not change any more: once is enough.
  const loaded = useLoaded<CommandDetailView>(`/api/commands/${command.id}`, 0);
  return (
    <View loaded={loaded} rows={3}>
      {(detail) => {
        if (detail.damaged) return <p class="problem">{say.commands.damaged}</p>;
        return detail.result === undefined ? (
          <p class="soft">{say.commands.noResult}</p>
        ) : (
          <CommandResult value={detail.result} />
        );
      }}
    </View>
  );
}

interface CommandItemProps {
  readonly command: CommandView;
  readonly isNewest: boolean;
}

export function CommandItem({ command, isNewest }: CommandItemProps) {
  const { say } = useApp();
  const { commands } = say;
  const { id, verb, verbName, words, who, issuedMs, updatedMs, state, stateText, reasonText, hasResult } = command;
  const [chosen, setOpen] = useState<boolean>();
  const isOpen = chosen ?? (isNewest && verb !== "bundle");
  return (
    <li class="command">
      <div class="command-head">
        <b>{verbName ?? verb ?? say.unknown}</b>
        <span class={`pill ${lookUp(looks, state) ?? "bad"}`}>{stateText}</span>
        <small>
          <When atMs={issuedMs ?? updatedMs} /> {who ? commands.by(who) : commands.elsewhere}
        </small>
      </div>
      <small class="soft">{wordsText(words)}</small>
      {reasonText && <p class="problem">{reasonText}</p>}
      <Progress command={command} />
      {hasResult && (
        <div class="buttons">
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? commands.hide : commands.show}
          </button>
          <a class="button" href={`/api/commands/${id}/bundle`} download={`${command.serial}-${verb ?? "result"}.json`}>
            {commands.download}
          </a>
        </div>
      )}
      {hasResult && isOpen && <Result command={command} />}
    </li>
  );
}
