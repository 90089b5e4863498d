/** A new person: name, password, what they may do, and whose terminals they see. */
import { useState } from "preact/hooks";
import type { Role, UserRequest } from "../../console/api.ts";
import { useApp } from "../app-context.ts";

const roles = ["see", "ask", "command"] as const satisfies readonly Role[];

interface UserFormProps {
  /** Resolves with whether it was taken. */
  add(request: UserRequest): Promise<boolean>;
}

export function UserForm({ add }: UserFormProps) {
  const { say } = useApp();
  const { users } = say;
  const [role, setRole] = useState<Role>("see");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const isTaken = await add({
      name: text("name"),
      role,
      tenant: text("tenant") || null,
      password: String(data.get("password") ?? "") || null,
    });
    if (isTaken) form.reset();
  };
  return (
    <form class="card user-form" onSubmit={(event) => void submit(event)}>
      <h2>{users.add}</h2>
      <label>
        {users.name}
        <input name="name" required maxLength={64} autocomplete="off" autocapitalize="none" />
      </label>
      <label>
        {users.password}
        <input name="password" type="password" minLength={10} maxLength={200} autocomplete="new-password" />
        <small>{users.passwordHint}</small>
      </label>
      <label>
        {users.tenant}
        <input name="tenant" maxLength={64} autocomplete="off" placeholder={users.allTenants} />
      </label>
      <fieldset>
        <legend>{users.role}</legend>
        {roles.map((known) => (
          <label key={known} class="check">
            <input type="radio" name="role" checked={known === role} onChange={() => setRole(known)} />
            <span>
              <b>{say.roles[known]}</b> <small>{say.roleHints[known]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="main">
        {users.save}
      </button>
    </form>
  );
}
