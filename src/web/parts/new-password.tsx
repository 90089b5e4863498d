/** A new password for somebody who has lost theirs. The server ends their sessions with it. */
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";

interface NewPasswordProps {
  readonly name: string;
  /** Resolves with whether it was taken. */
  give(password: string): Promise<boolean>;
}

export function NewPassword({ name, give }: NewPasswordProps) {
  const { say } = useApp();
  const { users, account } = say;
  const [isOpen, setOpen] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const isTaken = await give(String(new FormData(form).get("password") ?? ""));
    if (isTaken) setOpen(false);
  };
  if (!isOpen) {
    return (
      <button type="button" onClick={() => setOpen(true)} aria-label={`${account.fresh}: ${name}`}>
        {account.fresh}
      </button>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label>
        <span class="unseen">{`${account.fresh}: ${name}`}</span>
        <input
          name="password"
          type="password"
          required
          minLength={10}
          maxLength={200}
          autocomplete="new-password"
          placeholder={account.freshHint}
        />
      </label>
      <button type="submit">{account.change}</button>
      <button type="button" onClick={() => setOpen(false)}>
        {users.cancel}
      </button>
    </form>
  );
}
