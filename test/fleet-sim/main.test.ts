import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { assert, suite } from "../front-door/suite.ts";
import { createAedes } from "../support/aedes.ts";
import { loader } from "../support/loader.ts";

const test = suite("fleet-sim/main", { timeoutMs: 60_000 });
const main = fileURLToPath(new URL("main.ts", import.meta.url));

interface Program {
  type(line: string): void;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it has said this. */
  says(text: string): Promise<void>;
  /** Exit code and everything that it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

function start(args: readonly string[]): Program {
  const child = spawn(process.execPath, ["--import", loader, main, ...args], { stdio: "pipe" });
  let said = "";
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      for (const look of looks) look();
    });
  }
  return {
    signal: (name) => void child.kill(name),
    type: (line) => void child.stdin.write(`${line}\n`),
    says: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (said.includes(text)) resolve();
        };
        looks.add(look);
        look();
      }),
    ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, said }))),
  };
}

test("runs, does what is typed, and ends in good order", async () => {
  await using broker = await createAedes();
  await broker.start();
  const url = `mqtt://127.0.0.1:${broker.port}`;
  const usual = ["--terminals", "8", "--ramp", "0", "--every", "1", "--ack", "puback"];
  const program = start(["--broker", url, ...usual, "--trouble", "issuer:bankA@10m"]);
  await program.says("issuer:bankA=out is to come");
  await program.says("8 connected of 8 on of 8");
  program.type("carrier 46000 down");
  await program.says("carrier:46000=data is let loose");
  program.type("show FS-00001");
  await program.says("FS-00001 of shop-00001");
  program.type("quit");
  const { code, said } = await program.ended;
  assert.is(code, 0, said);
  assert.match(said, "ending");
});

test("a signal that comes twice ends it in good order too", async () => {
  await using broker = await createAedes();
  await broker.start();
  const program = start(["--broker", `mqtt://127.0.0.1:${broker.port}`, "--terminals", "5", "--ramp", "0"]);
  await program.says("5 terminals in");
  program.signal("SIGTERM");
  program.signal("SIGTERM");
  const { code, said } = await program.ended;
  assert.is(code, 0, said);
  assert.match(said, "ending");
});

test("wrong use is said in a line", async () => {
  const { code, said } = await start([]).ended;
  assert.is(code, 64);
  assert.match(said, "--broker URL is needed; see npm run fleet -- --help");
  const other = await start(["--broker", "mqtt://127.0.0.1:1", "--trouble", "weather:bad"]).ended;
  assert.is(other.code, 1);
  assert.match(other.said, "no trouble is called weather");
});

test.run();
