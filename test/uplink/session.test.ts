import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { assert, suite } from "../front-door/suite.ts";
import { createMosquitto } from "../support/mosquitto.ts";
import { createUplinkBench, until } from "./bench.ts";

const test = suite("uplink/session, read with stock tools", {
  timeoutMs: 20_000,
  needs: ["mosquitto", "mosquitto_sub", "protoc", "bash"],
});
const root = fileURLToPath(new URL("../..", import.meta.url));

/** `mosquitto_sub … | protoc --decode=…`: ends with the first message on the topic. */
function decodeFirst(port: number, topic: string, message: string): { readonly shown: Promise<string> } {
  const [type, file] = message.split("@");
  const line = 'mosquitto_sub -p "$1" -t "$2" -C 1 -N | protoc --decode="posdiag.v1.$3" -I proto "proto/posdiag/v1/$4"';
  const args = ["-c", line, "bash", String(port), topic, type ?? "", file ?? ""];
  const child: ChildProcess = spawn("bash", args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { shown: new Promise((resolve) => child.on("close", () => resolve(text))) };
}

test("mosquitto_sub and protoc show the report and the states with our .proto files only", async () => {
  await using broker = await createMosquitto();
  await broker.start();
  await using bench = await createUplinkBench(broker.port);
  bench.start();
  await until(() => bench.uplink.status().state === "connected");
  // Retained states come to whoever asks later; a report to whoever was there.
  const birth = await decodeFirst(broker.port, bench.topic("state/birth"), "Birth@state.proto").shown;
  assert.match(birth, /serial: "SN-0042"/);
  assert.match(birth, /modem_model: "EC25"/);
  const alive = await decodeFirst(broker.port, bench.topic("state/alive"), "Alive@state.proto").shown;
  assert.match(alive, /online: true/);

  const waiting = decodeFirst(broker.port, bench.topic("up/evt"), "Report@report.proto");
  let shown = "";
  void waiting.shown.then((text) => {
    shown = text;
  });
  while (shown === "") {
    await bench.report();
    await until(() => bench.outbox.pendingCount() === 0);
  }
  for (const line of [/seq: \d+/, /kind: KIND_OPENED/, /fault_number: 1\n/, /probability_e4: 9995/])
    assert.match(shown, line);
  assert.match(shown, /word_number: 26\n\s+signal_number: 22/); // sim.state: absent.
});

test.run();
