/** One's own account: what one may do here, and another password. */
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { failureText } from "../parts/notice.tsx";

/** Bounds that the server has, too. */
const passwordLength = { minLength: 10, maxLength: 200 };

function PasswordForm() {
  const { say, language, asking, announce } = useApp();
  const { account } = say;
  const [told, setTold] = useState({ problem: "", done: "" });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const data = new FormData(form);
    const request = { old: String(data.get("old") ?? ""), password: String(data.get("password") ?? "") };
    const answer = await asking.send("POST", `/api/me/password?lang=${language}`, request);
    if (answer.kind === "failed") {
      const isWrong = answer.failure.kind === "ended";
      setTold({ problem: isWrong ? account.wrong : failureText(answer.failure, say), done: "" });
      return;
    }
    form.reset();
    setTold({ problem: "", done: account.changed });
    announce(account.changed);
  };
  return (
    <form class="card user-form" onSubmit={(event) => void submit(event)}>
      <h2>{account.password}</h2>
      <label>
        {account.old}
        <input name="old" type="password" required maxLength={200} autocomplete="current-password" />
      </label>
      <label>
        {account.fresh}
        <input name="password" type="password" required {...passwordLength} autocomplete="new-password" />
        <small>{account.freshHint}</small>
      </label>
      {told.problem && (
        <p class="problem" role="alert">
          {told.problem}
        </p>
      )}
      {told.done && <p>{told.done}</p>}
      <button type="submit" class="main">
        {account.change}
      </button>
    </form>
  );
}

export function Account() {
  const { say, me } = useApp();
  const { account, users } = say;
  return (
    <>
      <h1>{me.name}</h1>
      <section class="card" aria-label={account.title}>
        <dl class="facts short">
          <div>
            <dt>{users.role}</dt>
            <dd>
              <b>{say.roles[me.role]}</b> <span class="soft">{say.roleHints[me.role]}</span>
            </dd>
          </div>
          <div>
            <dt>{users.tenant}</dt>
            <dd>{me.tenant ?? users.allTenants}</dd>
          </div>
        </dl>
      </section>
      {me.by === "password" ? <PasswordForm /> : <p class="soft">{account.byProxy}</p>}
    </>
  );
}
