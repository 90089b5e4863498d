/** A process of hostile peers. Argument: JSON. Says what it has sent, one JSON object a line; ends when its input ends. */
import { attackAll, emptySent, sitAll } from "../../support/siege/peers.ts";

interface Orders {
  readonly socket: string;
  readonly seed: number;
  readonly peers: number;
  readonly sits: boolean;
  readonly without: readonly string[];
}

const { sits, ...orders }: Orders = JSON.parse(process.argv[2] ?? "{}");
const stop = new AbortController();
const sent = emptySent();
const tell = () => void process.stdout.write(`${JSON.stringify(sent)}\n`);
process.stdin.resume().once("end", () => {
  stop.abort();
  setTimeout(() => {
    tell();
    process.exit(0);
  }, 500);
});
process.stdout.on("error", () => process.exit(0));
setInterval(tell, 200);
await (sits ? sitAll : attackAll)({ ...orders, stop: stop.signal }, sent);
