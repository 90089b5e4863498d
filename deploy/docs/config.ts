/** docs/config.md, from the table of keys. */
import { definitions, keys } from "../../src/config/config.ts";
import { allowed, type KeyDefinition } from "../../src/config/key.ts";
import { code, table } from "./markdown.ts";

const head = `# Configuration

<!-- Written by deploy/docs.ts from src/config/schema.ts. Change the table, not this file. -->

The agent reads one file, JSON with comments: \`posdiag agent --config FILE\`. Keys are nested in the file (\`{"modem": {"port": …}}\`)
and written flat here. [\`deploy/config.example.jsonc\`](../deploy/config.example.jsonc) is a file to start from.
\`posdiag config check FILE\` prints every error at once with its key, what is allowed, line and column, and exits with 78.

Beside the range of each key these are checked:

- \`reference.host\` and \`reference.port\`, \`uplink.tls.cert_file\` and one of \`uplink.tls.key_file\` and \`uplink.tls.key_uri\`: both or neither.
- \`uplink.password_file\` needs \`uplink.username\`; \`uplink.tls.*\` needs \`mqtts://\`.
- \`reference.host\` is not the acquirer's host, and \`acquirer.address\` does not contradict an address in \`acquirer.host\`.
- \`acquirer.alt_address\` and \`acquirer.alt_port\`, \`acquirer.cert_file\` and \`acquirer.key_file\`: both or neither; these, \`acquirer.ca_file\`
  and \`acquirer.server_name\` need \`acquirer.tls\`.
- \`probes.level\` 3 and 4 need \`acquirer.consent\`, 4 also \`acquirer.terminal_id\` and \`acquirer.merchant_id\`; 5 and 6 do not exist.
- \`network.private\` forbids \`reference.*\`; budgets of an hour are not above those of the day.
- A port stands in its own key, not behind the host.
- Certificates and keys, where \`config check\` runs: that they can be read and parsed, and that a key belongs to its certificate.
- \`acquirer.codes_file\`, where \`config check\` runs: that it gives each code a meaning there is.
- \`catalogue.file\`, where \`config check\` runs: everything that [docs/catalogue-file.md](catalogue-file.md) asks of it.
- \`commands.allow\` needs \`commands.keys_file\`; that file, where \`config check\` runs: that it is a list of keys.
- The quick pace of \`modem.poll_*\` and \`network.check_*\` is not slower than the slow one.
- No key is given twice, and no key is unknown.
`;

function usual(definition: KeyDefinition): string {
  const { unless } = definition;
  if (unless) return `required unless ${code(unless.key)} is ${unless.is.map((value) => `"${value}"`).join(" or ")}`;
  if (definition.required) return "required";
  return definition.default === undefined ? "" : code(JSON.stringify(definition.default));
}

export function configDocument(): string {
  const groups = [...new Set(keys.map((key) => key.split(".")[0] ?? key))];
  const sections = groups.map((group) => {
    const rows = keys
      .filter((key) => key.startsWith(`${group}.`))
      .map((key) => [code(key), usual(definitions[key]), allowed(definitions[key]), definitions[key].text]);
    return `\n## ${group}\n\n${table(["key", "default", "allowed", ""], rows)}`;
  });
  return head + sections.join("");
}
