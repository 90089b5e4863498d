/** docs/doctor.md, from the texts of the checks. */
import type { Said } from "../../src/doctor/text.ts";
import { common } from "../../src/doctor/texts/common.ts";
import { checkIds, checkTexts } from "../../src/doctor/texts.ts";
import { code, table } from "./markdown.ts";

const head = `# Is this installation sound?

<!-- Written by deploy/docs.ts from src/doctor/texts. Change the texts, not this file. -->

\`posdiag doctor\` checks an installation: after posdiag was put into an image, and when support asks somebody who stands before the terminal.

\`\`\`sh
posdiag doctor                      # as root, to see everything
posdiag doctor --lang zh-CN
posdiag doctor --offline --json     # nothing leaves the machine; for programs
\`\`\`

Each check is \`ok\`, \`warn\`, \`fail\` or \`skipped\`, with what was found, and where something is wrong why it matters and one thing to do. The checks run beside each
other, each with a deadline, and the whole takes at most 20 seconds; after 3 seconds standard error says what is waited for. Exit code 0: nothing fails; 1: a
check fails; 64: wrong use; 78: the configuration is not there. Warnings do not fail.

\`--json\` gives \`{"version","outcome","counts","checks":[{"id","outcome","reason","found","why","do","details","values","ms"}]}\`. Ids and reasons, below, stay the same from
version to version; sentences do not, and come in the language of \`--lang\`.

## What it leaves alone

- The acquirer's host: nothing is sent there, not even a name is asked for.
- The port of a running agent: the agent is asked how its modem is. Only where nobody listens at the socket (\`ENOENT\`, \`ECONNREFUSED\`) is the port opened,
  after a look at who else holds it. An agent that does not answer, or may not be asked, is taken to hold it.
- The broker's session of a running agent: it says itself whether it is connected. Name, port and TLS are tried all the same, without CONNECT, so that no broker puts the
  agent out: one that makes the client identifier of the certificate ([broker.md](broker.md)) would. Without an agent a client of its own name signs in, clean, without a
  will, and goes again. Over \`mqtts\` the password is sent only after the broker's certificate was found good.
- Keys in a security module: nothing signs in there, because a wrong PIN counts.
- Identities and secrets: runs of ten digits or hexadecimal letters are cut to the last four, and no content of a key or password is printed.

## As whom

Rights are judged for the agent's user, not for whoever runs the check: that of the service (\`User=\`, \`SupplementaryGroups=\`), else \`posdiag\`, else whoever asks; or \`--user\`. Only mode
bits and groups of /etc/passwd and /etc/group are looked at; access control lists, SELinux and other name services are not. What the asking user
may not see is \`skipped\`, with the way to see it. A port that is not opened is also not proved.
`;

function rows(said: Readonly<Record<string, Said>>): readonly (readonly string[])[] {
  return Object.entries(said).map(([reason, { is, en }]) => [code(reason), is, en[0], en[1] ?? ""]);
}

const columns = ["reason", "outcome", "found", "to do"] as const;

export function doctorDocument(): string {
  const sections = checkIds.map((id) => {
    const { title, why, said } = checkTexts[id]();
    return `\n### ${code(id)}: ${title.en}\n\n${why.en}\n\n${table([...columns], rows(said))}`;
  });
  return `${head}\n## Checks\n${sections.join("")}\n### any\n\n${table([...columns], rows(common()))}`;
}
