/** The form of a question: a verb by what one wants, its words, and once more "really?" before anything is changed. */
import { useState } from "preact/hooks";
import type { CommandRequest, CommandView, VerbView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { checkWords, initialWords, type Typed } from "../word-check.ts";
import { Confirm } from "./confirm.tsx";
import { failureText } from "./notice.tsx";
import { WordField } from "./word-field.tsx";

interface AskFormProps {
  readonly tenant: string;
  readonly serial: string;
  readonly verbs: readonly VerbView[];
}

interface ChoiceProps {
  readonly verbs: readonly VerbView[];
  readonly title: string;
  readonly chosen: string;
  choose(verb: VerbView): void;
}

function Choice({ verbs, title, chosen, choose }: ChoiceProps) {
  if (verbs.length === 0) return null;
  return (
    <fieldset class="verbs">
      <legend>{title}</legend>
      <div class="verb-list">
        {verbs.map((verb) => (
          <label key={verb.verb} class={verb.may ? "" : "forbidden"}>
            <input
              type="radio"
              name="verb"
              value={verb.verb}
              checked={verb.verb === chosen}
              disabled={!verb.may}
              onChange={() => choose(verb)}
            />
            <span>{verb.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function useAsk({ tenant, serial }: AskFormProps) {
  const { asking, say, language, announce } = useApp();
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const ask = async (verb: VerbView, words: CommandRequest["words"]) => {
    setBusy(true);
    setProblem("");
    const path = `/api/terminals/${encodeURIComponent(tenant)}/${encodeURIComponent(serial)}/commands?lang=${language}`;
    const request: CommandRequest = { verb: verb.verb, ...(words ? { words } : {}) };
    const answer = await asking.send<CommandView>("POST", path, request);
    setBusy(false);
    if (answer.kind === "ok") announce(say.commands.sent(verb.name));
    else setProblem(failureText(answer.failure, say));
  };
  return { problem, isBusy, ask };
}

export function AskForm(props: AskFormProps) {
  const { say, language } = useApp();
  const { verbs, serial } = props;
  const [name, setName] = useState(verbs.find(({ may }) => may)?.verb ?? "");
  const verb = verbs.find((one) => one.verb === name);
  const [typed, setTyped] = useState<Typed>(initialWords(verb?.words ?? [], language));
  const [isTried, setTried] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const { problem, isBusy, ask } = useAsk(props);
  const checked = checkWords(typed, verb?.words ?? [], say);
  const choose = (chosen: VerbView) => {
    setName(chosen.verb);
    setTyped(initialWords(chosen.words, language));
    setTried(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!verb || isBusy || Object.keys(checked.problems).length > 0) return;
    if (verb.reads) void ask(verb, checked.words);
    else setConfirming(true);
  };
  return (
    <form class="ask-form" onSubmit={submit} noValidate aria-label={say.commands.want}>
      <Choice verbs={verbs.filter(({ reads }) => reads)} title={say.commands.asks} chosen={name} choose={choose} />
      <Choice verbs={verbs.filter(({ reads }) => !reads)} title={say.commands.changes} chosen={name} choose={choose} />
      {verb && <p class="soft about">{verb.about}</p>}
      {verb?.words.map((word) => (
        <WordField
          key={`${name} ${word.name}`}
          word={word}
          value={typed[word.name] ?? ""}
          problem={isTried ? checked.problems[word.name] : undefined}
          type={(value) => setTyped((before) => ({ ...before, [word.name]: value }))}
        />
      ))}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class={verb?.reads === false ? "main careful" : "main"} disabled={isBusy || !verb}>
        {isBusy ? say.commands.sending : verb?.reads === false ? say.commands.sendChange : say.commands.send}
      </button>
      {isConfirming && verb && (
        <Confirm
          text={say.commands.confirm(verb.name, serial)}
          about={verb.about}
          answer={(isYes) => {
            setConfirming(false);
            if (isYes) void ask(verb, checked.words);
          }}
        />
      )}
    </form>
  );
}
