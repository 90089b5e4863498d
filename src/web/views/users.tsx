/** Who may come in, and what each may do. */
import { useState } from "preact/hooks";
import type { Role, UserRequest, UsersView, UserView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { useLoaded } from "../loaded.ts";
import { NewPassword } from "../parts/new-password.tsx";
import { failureText } from "../parts/notice.tsx";
import { UserForm } from "../parts/user-form.tsx";
import { View } from "../parts/view.tsx";
import { When } from "../parts/when.tsx";

const roles = ["see", "ask", "command"] as const satisfies readonly Role[];

/** Sends a change and says what came of it. */
export function useUserChange(again: () => void) {
  const { asking, say, announce } = useApp();
  const [problem, setProblem] = useState("");
  const change = async (method: "POST" | "PATCH", name: string, request: Partial<UserRequest>): Promise<boolean> => {
    const path = method === "POST" ? "/api/users" : `/api/users/${encodeURIComponent(name)}`;
    const answer = await asking.send<UserView>(method, path, request);
    setProblem(answer.kind === "ok" ? "" : failureText(answer.failure, say));
    if (answer.kind === "ok") announce(say.users.saved(name));
    again();
    return answer.kind === "ok";
  };
  return { problem, change };
}

interface RowProps {
  readonly user: UserView;
  /** Resolves with whether it was taken. */
  change(name: string, request: Partial<UserRequest>): Promise<boolean>;
}

function Row({ user, change }: RowProps) {
  const { say, me } = useApp();
  const { users } = say;
  const { name, role, tenant, disabled, createdMs } = user;
  const isOwn = name === me.name;
  const choose = (value: string) => {
    const chosen = roles.find((known) => known === value);
    if (chosen) void change(name, { role: chosen });
  };
  return (
    <tr class={disabled ? "disabled" : ""}>
      <th scope="row">{name}</th>
      <td>
        <select
          aria-label={`${users.role}: ${name}`}
          value={role}
          disabled={isOwn}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {roles.map((known) => (
            <option key={known} value={known}>
              {say.roles[known]}
            </option>
          ))}
        </select>
      </td>
      <td>{tenant ?? users.allTenants}</td>
      <td class="wide">
        <When atMs={createdMs} />
      </td>
      <td>{disabled ? users.disabled : users.active}</td>
      <td>
        {!isOwn && (
          <span class="acts">
            <button type="button" onClick={() => void change(name, { disabled: !disabled })}>
              {disabled ? users.enable : users.disable}
            </button>
            {user.password && <NewPassword name={name} give={(password) => change(name, { password })} />}
          </span>
        )}
      </td>
    </tr>
  );
}

export function UsersPage() {
  const { say } = useApp();
  const { users: words } = say;
  const loaded = useLoaded<UsersView>("/api/users");
  const { problem, change } = useUserChange(loaded.again);
  return (
    <>
      <h1>{words.title}</h1>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <View loaded={loaded}>
        {({ users }) => (
          <>
            <table class="users">
              <caption class="unseen">{words.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.role}</th>
                  <th scope="col">{words.tenant}</th>
                  <th scope="col" class="wide">
                    {words.created}
                  </th>
                  <th scope="col">{words.state}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {users.map((user) => (
                  <Row key={user.name} user={user} change={(name, request) => change("PATCH", name, request)} />
                ))}
              </tbody>
            </table>
            <UserForm add={(request) => change("POST", request.name, request)} />
          </>
        )}
      </View>
    </>
  );
}
