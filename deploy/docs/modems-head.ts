/** What people have to say in docs/modems.md, before the tables. */
export const modemsHead = `# Modems

<!-- Written by deploy/docs.ts: the text from deploy/docs/modems-head.ts, the tables from src/modem and what they name. -->

Which modems posdiag knows, what each tells, and how its port is found. Nothing here was tried on a module of our own: it comes
from captures, public drivers and manuals (rules, quirks and USB ids name theirs), and is held against the simulator's personas.

## How the port is found

With \`"modem": {"port": "auto"}\`, and in \`posdiag modem probe\` and \`posdiag modem at auto\`:

\`\`\`
  /sys/class/tty            every port with a USB device behind it, and the nodes of a radio daemon
        │
        ▼
  is it a modem? ── no ──►  left alone: it may be a printer, a PIN pad, a scanner. Nothing is sent to it
        │ yes               by the maker's USB number, the driver, or a network card beside the port
        ▼
  put in order              by USB id and interface: AT, second AT, unknown, PPP, other, NMEA, diagnostics
        │
        ▼
  who has it open? ─ one ─► passed over; program and pid are named if the system shows them
        │ nobody
        ▼
  AT … OK? ──────── no ──►  the next port: NMEA, binary, silent. If all are, the one that should answer is taken,
        │ yes               so that a modem that hangs is reported as hung and not as missing
        ▼
  the modem's port          remembered as USB socket and interface (1-1.4:1.2): found again under whatever number
\`\`\`

A USB id only orders the ports, the answer is the proof. At most 16 ports are looked at, and none is begun after six seconds. A modem
on a UART is not found: nothing there tells it from a printer. Give its path and \`modem.baud\`.

## How to name it

- \`"auto"\`: nothing to set up. Best with one modem and no other program that wants it.
- \`"/dev/posdiag-modem"\`: the name that [the udev rule](../deploy/70-posdiag-modem.rules) gives to the AT port; it
  knows the ids of the table below that have one. Best where ModemManager runs too.
- \`"/dev/ttyUSB2"\`: works, and after a reconnection the same USB interface is opened under its new number, with a note in
  \`posdiag status\`. At the next start the number may be another port's.

## Sharing the modem with ModemManager, pppd and others

Two programs on one port read each other's answers. posdiag opens its port exclusively and does not open one that another program
has; it says who that is, and tries again. Give it a port of its own:

- the modem's second AT port, by path, or by \`auto\`, which passes over the one that is taken;
- or keep ModemManager off one port, as the udev rule does where the modem has a second one (\`ID_MM_PORT_IGNORE\`), or off the whole modem (\`mmcli --inhibit-device\`);
- pppd dials on the PPP port and leaves the AT ports free.

Echo and report settings belong to the port they are set on, on most modems; the radio belongs to all. Do not let two programs restart
or re-attach one modem: leave \`recovery.enabled\` off where a connection manager does so.
Where Android's radio daemon owns the modem, an application tells of it: [android.md](android.md).

## The time that the network tells

Is the terminal's clock not synchronised, and within 5 s of what the network told the modem, its records say so (clock quality \`network\`, for a day or until somebody sets
the clock). The modem is asked after its start and then once an hour; nothing is switched on for that and no clock is set. Modules that keep the network's time only when they
are told to (\`AT+CTZU\`) say nothing of use until somebody does. Why no more comes of it: [decision 67](adr/0067-time-from-the-network.md).

## A modem that is not listed

It works with the profile \`generic\`: SIM, registration with its reject cause, bearer, APN and signal come from 3GPP TS 27.007.
What is missing is what makers name in their own ways: temperature, byte counters, the card's contact. To teach it:

1. \`posdiag modem probe\` says which profile fits and why, and shows each question with its answer. Identities are cut to four
   characters in it; cell, address and APN are not.
2. \`posdiag modem at auto\` takes the maker's own commands by hand; with JSON lines on standard input it keeps replies in a file.
3. \`posdiag modem parse\` shows what posdiag reads from a reply.
4. The replies become transcripts, the commands a profile: [CONTRIBUTING.md](../CONTRIBUTING.md), "A vendor profile" and "A capture
   from a real modem".

## What every modem tells

| what | asked with | reported by itself |
|---|---|---|
| alive | \`AT\` | |
| SIM, its lock, its absence | \`AT+CPIN?\`, and the tray's contact where a family has one | table of reports, below |
| ICCID (kept as a print only) | by family | |
| strength | \`AT+CSQ\` | |
| registration, serving cell | \`AT+CEREG?\`, \`AT+C5GREG?\`, \`AT+CGREG?\`, \`AT+CREG?\` | \`+CEREG\` |
| reject cause | with the registration (\`AT+CEREG=3\`), else \`AT+CEER\` | |
| bearer, why it is refused | \`AT+CGACT?\`, \`AT+CEER\` | \`+CGEV\` |
| APN | \`AT+CGDCONT?\` | |

All of it in one line of commands where the modem takes several, else one after the other. Temperature, supply and bytes once a minute.
A command the modem refuses is not asked again with every look. One whose answer needs a card is not sent without one.
`;
