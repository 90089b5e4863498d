/** Who is there and what one may do: accounts, sessions, the trail, and news that something changed. */
import type { CommandsView } from "./command.ts";

/** Each may do what those before it may. `ask`: verbs that only read. `command`: all verbs, and accounts. */
export type Role = "see" | "ask" | "command";

export interface ErrorView {
  readonly error: { readonly code: ErrorCode; readonly message: string };
}

export type ErrorCode =
  | "bad_request"
  | "unauthorized"
  | "forbidden"
  | "csrf"
  | "not_found"
  | "conflict"
  | "too_large"
  | "too_many"
  | "commands_off"
  | "unavailable"
  | "internal";

/** Of `POST /api/login`. */
export interface LoginRequest {
  readonly name: string;
  readonly password: string;
}

/** Of `POST /api/setup`, while there is no account: `token` is what the server printed when it started. */
export interface SetupRequest extends LoginRequest {
  readonly token: string;
}

/** Of `GET /api/start`, for everybody: what the page has to show first. */
export interface StartView {
  /** Nobody has an account yet: the first one is made with the printed token. */
  readonly setup: boolean;
  /** Changes when the page's files do. Also in the header `x-posdiag-assets` of every answer. */
  readonly assets: string;
}

/** Of `GET /api/me`, `POST /api/login` and `POST /api/setup`. */
export interface MeView {
  readonly name: string;
  readonly role: Role;
  /** Sees this tenant's terminals only; null: all. */
  readonly tenant: string | null;
  /** Goes into `x-csrf-token` of every request but GET. */
  readonly csrf: string;
  readonly languages: readonly string[];
  /** How the session came about; a `proxy` one has no sign-out. */
  readonly by: "password" | "proxy";
  readonly commands: CommandsView;
}

/** Of `GET /api/audit`. Newest first. */
export interface AuditView {
  /** At most 100. */
  readonly rows: readonly AuditRow[];
  readonly next?: string;
}

export interface AuditRow {
  readonly id: number;
  readonly atMs: number;
  readonly who: string;
  /** `login`, `login_failed`, `logout`, `command`, `bundle`, `user_added`, `user_changed` … */
  readonly what: string;
  readonly text: string;
  readonly tenant: string | null;
  readonly serial: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Of `GET /api/users`. */
export interface UsersView {
  readonly users: readonly UserView[];
}

export interface UserView {
  readonly name: string;
  readonly role: Role;
  readonly tenant: string | null;
  readonly disabled: boolean;
  readonly createdMs: number;
  /** Has a password; else comes by the proxy only. */
  readonly password: boolean;
}

/** Of `POST /api/users`; `PATCH /api/users/:name` takes any of them but the name. A new password ends the person's sessions. */
export interface UserRequest {
  readonly name: string;
  readonly role: Role;
  readonly tenant?: string | null;
  readonly password?: string | null;
  readonly disabled?: boolean;
}

/** Data of an event `changed` of `GET /api/live?terminal=TENANT/SERIAL` or `?fleet`. */
export interface LiveChange {
  readonly what: "terminal" | "fleet" | "command" | "incident";
  readonly atMs: number;
  /** Of a command: its id. */
  readonly id?: string;
}

/** Data of an event `hello`, the first: when it differs from the page's own, the page is stale. */
export interface LiveHello {
  readonly assets: string;
}
