/** The parts of the manual page that no command's help has. */
import { schema } from "../../src/config/schema.ts";
import { item, literal, manualDate, paragraph, section } from "./roff.ts";

const optionItems = [
  item("-h, --help", "The whole help of a command; without one, the list of commands."),
  item("--version", "Prints the version."),
  item("--config FILE", "The agent's configuration; commands that ask a running agent take its socket from there."),
  item("--socket PATH", `The agent's socket. Default: ${schema["ipc.socket"].default}.`),
  item("--lang LANG", "`zh-CN` or `en`."),
  item("--json", "JSON for programs instead of a table."),
].join("");

export const head = `.\\" Written by deploy/docs.ts from the commands' help. Change that, not this file.
.TH POSDIAG 1 "${manualDate}" posdiag "User Commands"
.ad l
${section("NAME")}posdiag \\- find on a POS terminal why payments fail
${section("SYNOPSIS")}.B posdiag
.I COMMAND
.RI [ OPTIONS ]
.br
.B posdiag
.IR COMMAND " " \\fB\\-\\-help\\fR
.br
.B posdiag \\-\\-version
${section("DESCRIPTION")}${paragraph(
  "posdiag runs on a smart POS terminal, reads its modem over the serial port, watches the way to the acquirer's host, listens to the payment " +
    "application, finds why payments fail, tells the merchant one thing to do, and reports to vendor support over MQTT. `posdiag agent` is the " +
    "part that runs all the time, as the service posdiag; the other commands ask it, check an installation, or are for support.",
)}${section("OPTIONS")}${optionItems}${section("OVERVIEW")}`;

export const files = [
  ["/etc/posdiag/config.jsonc", "Configuration, JSON with comments: posdiag.jsonc(5)."],
  ["/var/lib/posdiag", "What waits for the broker, memory, alarms, commands."],
  [schema["ipc.socket"].default, "Socket for the payment application and for these commands."],
  [schema["probes.hold_file"].default, "While it is there no host is visited."],
] as const;

export const environment = [
  ["LC_ALL, LC_MESSAGES, LANG", "The language of the output, where neither an option nor the configuration says it."],
  ["NO_COLOR", "Not empty: no colours."],
  ["NOTIFY_SOCKET, INVOCATION_ID", "From systemd(1): the agent says that it is ready and lives."],
  ["POSDIAG_SUPERVISED", "Not empty: whoever started the agent starts it again when it ends, as systemd would."],
  ["POSDIAG_ROOT", "Folder whose sys, dev and proc are looked at in place of this machine's; for benches."],
] as const;

/** sysexits.h, as errors.ts and the commands use it. */
export const exits = [
  [0, "Done."],
  [1, "The answer is no: a check fails, there is no such terminal, a replay differs."],
  [64, "Wrong use of the command line."],
  [65, "The input is not what the command reads."],
  [66, "A file cannot be read."],
  [69, "No agent, or no modem, answers."],
  [70, "A bug."],
  [73, "A file cannot be written."],
  [74, "A port, socket, outbox or database cannot be used."],
  [75, "Somebody else has it, or there was no answer in time: try again."],
  [77, "No permission for the port."],
  [78, "The configuration has errors, or is not there."],
] as const;

const examples = [
  ["What is wrong, in English:", "posdiag diagnose --lang en"],
  ["Is this installation sound?", "posdiag doctor"],
  ["Is this configuration?", "posdiag config check /etc/posdiag/config.jsonc"],
  ["Which modem is there (stop the agent first)?", "posdiag modem probe"],
] as const;

export const seeAlso = `${examples.map(([text, line]) => `${paragraph(text)}${literal([line])}`).join("")}${section(
  "SEE ALSO",
)}.BR posdiag.jsonc (5),
.BR systemctl (1),
.BR journalctl (1),
.BR mosquitto (8)
.PP
/usr/share/doc/posdiag
`;
