/** What a payment application tells posdiag: a signal and its value, in posdiag's words. */
export interface Fact {
  readonly signal: string;
  readonly value: string | number | boolean;
}

export type Tell = (fact: Fact) => void;

/** Steps of the way that only matter when they fail: going well is told once, after it did not. */
const QUIET = ["net.dns_resolve", "net.tcp_host", "host.tls", "line.dial_result"] as const;

/** Passes facts on, without the good news that is none. */
export function createTeller(tell: Tell): Tell {
  const failing = new Set<string>();
  return (fact) => {
    const { signal, value } = fact;
    if (QUIET.some((quiet) => quiet === signal)) {
      if (value !== "ok") failing.add(signal);
      else if (!failing.delete(signal)) return;
    }
    tell(fact);
  };
}
