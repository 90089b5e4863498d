/** serialport-gsm as a running client; its folder is the first argument, the port the second. */
const { createInterface } = require("node:readline");
const { createRequire } = require("node:module");

const [, , folder, path] = process.argv;
const { Modem } = createRequire(`${folder}/`)("serialport-gsm");
const modem = Modem();
const options = {
  baudRate: 115200,
  autoDeleteOnReceive: false,
  enableConcatenation: false,
  incomingCallIndication: false,
};

const signal = () => new Promise((resolve) => modem.getNetworkSignal(resolve));
const ask = (command) => new Promise((resolve) => modem.executeCommand(command, resolve, false, 5000));
/** What posdiag's look asks, one command after the other: it has no call of its own for these. */
const status = ["AT+CPIN?", "AT+CSQ", "AT+CEREG?", "AT+QCSQ", "AT+CGACT?"];

modem.open(path, options, (error) => {
  if (error) process.exit(1);
  modem.initializeModem(() => process.stdout.write("ready\n"));
});

createInterface({ input: process.stdin })
  .on("line", async (poll) => {
    const before = performance.now();
    if (poll === "csq") await signal();
    else for (const command of status) await ask(command);
    process.stdout.write(`${performance.now() - before}\n`);
  })
  .on("close", () => process.exit(0));
