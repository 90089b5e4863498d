/** `posdiag data install` as a process of its own, for it may become another user. */
import { dataInstallCommand } from "../../src/cli/data-install.ts";
import { runCaptured } from "./captured-io.ts";

const { exit, err } = await runCaptured(dataInstallCommand, process.argv.slice(2));
process.stderr.write(err);
process.exitCode = exit;
