/** The door: name and password, or the first account of all, made with the code that the server printed. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { LoginRequest, MeView, SetupRequest } from "../../console/api.ts";
import { titled } from "../browser.ts";
import { LanguageSwitch } from "../parts/language-switch.tsx";
import { failureText } from "../parts/notice.tsx";
import type { Session, Who } from "../session.ts";
import { type Language, wordsOf } from "../words/language.ts";

interface SignInProps {
  readonly session: Session;
  readonly who: Extract<Who, { kind: "nobody" }>;
  readonly language: Language;
  setLanguage(language: Language): void;
}

function useSignIn({ session, who, language }: SignInProps) {
  const say = wordsOf(language);
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const enter = async (request: LoginRequest | SetupRequest) => {
    setBusy(true);
    const path = who.setup ? "/api/setup" : "/api/login";
    const answer = await session.asking.send<MeView>("POST", `${path}?lang=${language}`, request);
    setBusy(false);
    if (answer.kind === "ok") {
      setProblem("");
      session.look();
    } else if (answer.failure.kind === "ended" || answer.failure.kind === "forbidden") {
      setProblem(who.setup ? say.signIn.wrongToken : say.signIn.wrong);
    } else setProblem(failureText(answer.failure, say));
  };
  return { problem, isBusy, enter };
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

export function SignIn(props: SignInProps) {
  const { who, language, setLanguage } = props;
  const say = wordsOf(language);
  const { problem, isBusy, enter } = useSignIn(props);
  const name = useRef<HTMLInputElement>(null);
  const title = who.setup ? say.signIn.setup : say.signIn.title;
  useEffect(() => titled(`${title} · ${say.product}`, language), [title, say, language]);
  useEffect(() => name.current?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    const person = { name: textOf(data, "name").trim(), password: textOf(data, "password") };
    void enter(who.setup ? { ...person, token: textOf(data, "token").trim() } : person);
  };
  return (
    <main class="door">
      <form class="card" onSubmit={submit}>
        <div class="door-top">
          <span class="brand">posdiag</span>
          <LanguageSwitch language={language} setLanguage={setLanguage} />
        </div>
        <h1>{title}</h1>
        {who.setup && <p class="soft">{say.signIn.setupHint}</p>}
        {who.ended && !problem && <p role="status">{say.signIn.ended}</p>}
        {who.setup && (
          <label>
            {say.signIn.token}
            <input name="token" required autocomplete="off" spellcheck={false} maxLength={128} />
          </label>
        )}
        <label>
          {say.signIn.name}
          <input ref={name} name="name" required autocomplete="username" autocapitalize="none" maxLength={64} />
        </label>
        <label>
          {say.signIn.password}
          <input
            name="password"
            type="password"
            required
            autocomplete={who.setup ? "new-password" : "current-password"}
            maxLength={256}
          />
        </label>
        <p class="problem" role="alert">
          {problem}
        </p>
        <button type="submit" class="main" disabled={isBusy}>
          {who.setup ? say.signIn.make : say.signIn.go}
        </button>
      </form>
    </main>
  );
}
