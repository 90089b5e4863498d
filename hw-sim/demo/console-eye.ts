/** Somebody who looks at the console: signs in over real HTTP, and notes when the page's data has each fault of the terminal. */
import { performance } from "node:perf_hooks";
import type { Office } from "./office.ts";

export interface ConsoleEye {
  /** Looks from now on, again and again, until `rest`; what it saw before is forgotten. */
  look(): void;
  /** When the fault was there first, undefined when it is not there by `endMs`; monotonic milliseconds of the demo's clock. */
  seen(fault: string, endMs: number): Promise<number | undefined>;
  rest(): void;
}

const betweenMs = 100;

/** What the answer of GET /api/terminals/… has of interest here. */
interface View {
  readonly verdicts?: readonly { readonly fault?: unknown }[];
}

async function signIn({ url, name, password }: Office): Promise<string> {
  const answer = await fetch(`${url}/api/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, password }),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || cookie === undefined) throw new Error(`the console refused to sign in: ${answer.status}`);
  return cookie.split(";", 1)[0] ?? "";
}

/** `terminal`: tenant/serial. */
export async function openConsoleEye(office: Office, terminal: string): Promise<ConsoleEye> {
  const cookie = await signIn(office);
  const firstMs = new Map<string, number>();
  let isLooking = false;
  const read = async (): Promise<void> => {
    const answer = await fetch(`${office.url}/api/terminals/${terminal}?lang=en`, { headers: { cookie } });
    if (!answer.ok) return;
    const { verdicts = [] }: View = JSON.parse(await answer.text());
    for (const { fault } of verdicts) {
      if (typeof fault === "string" && !firstMs.has(fault)) firstMs.set(fault, performance.now());
    }
  };
  const keepLooking = async (): Promise<void> => {
    while (isLooking) {
      await read();
      await new Promise((resolve) => setTimeout(resolve, betweenMs));
    }
  };
  return {
    look: () => {
      firstMs.clear();
      if (isLooking) return;
      isLooking = true;
      void keepLooking();
    },
    seen: async (fault, endMs) => {
      while (!firstMs.has(fault) && performance.now() < endMs) {
        await new Promise((resolve) => setTimeout(resolve, betweenMs));
      }
      const atMs = firstMs.get(fault);
      return atMs !== undefined && atMs <= endMs ? atMs : undefined;
    },
    rest: () => {
      isLooking = false;
    },
  };
}
