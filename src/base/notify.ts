/**
 * What systemd wants to hear from a service (sd_notify(3)): that it is ready, that it lives, what it does. Node has no
 * datagram sockets of the unix family, so systemd-notify says it, which is why the unit needs NotifyAccess=all.
 */

export interface NotifierOptions {
  /** Value of NOTIFY_SOCKET; without it, as outside systemd, every call does nothing. */
  readonly socket: string | undefined;
  /** Runs systemd-notify with these arguments and the agent's environment. Must end within a bounded time. */
  readonly run: (args: readonly string[]) => Promise<void>;
  /** Told when systemd-notify could not be run; the watchdog will then end the agent. */
  readonly failed: (error: unknown) => void;
}

export interface Notifier {
  ready(): void;
  /** One line for `systemctl status`. */
  status(text: string): void;
  /** Call at least twice per WatchdogSec, and only while the agent does its work. */
  alive(): void;
  stopping(): void;
  /** Resolves when everything said so far was handed over. */
  settled(): Promise<void>;
}

/** One process at a time; what is said meanwhile goes with the next, of each kind the newest. */
export function createNotifier({ socket, run, failed }: NotifierOptions): Notifier {
  let waiting = new Map<string, string>();
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (waiting.size > 0) {
      const assignments = [...waiting].map(([name, value]) => `${name}=${value}`);
      waiting = new Map();
      await run(assignments).catch(failed);
    }
    working = undefined;
  }

  function tell(name: string, value: string): void {
    if (!socket) return;
    waiting.set(name, value);
    working ??= work();
  }

  return {
    ready: () => tell("READY", "1"),
    status: (text) => tell("STATUS", text.replace(/\p{Cc}+/gu, " ")),
    alive: () => tell("WATCHDOG", "1"),
    stopping: () => tell("STOPPING", "1"),
    settled: async () => {
      await working;
    },
  };
}
