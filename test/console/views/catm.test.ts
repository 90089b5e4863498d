import type { TerminalView } from "../../../src/console/api.ts";
import { statusReport, statusReportXml } from "../../../src/console/views/catm.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("console/views/catm");

const nothing = { modem: { manufacturer: null, model: "EC20<&>\"'\u0001", revision: null } };

function view(own: Partial<TerminalView> = {}): TerminalView {
  const row = { serial: "PX7-00042", online: true, severity: 4, version: "0.1.0", seenMs: 0 };
  return JSON.parse(JSON.stringify({ atMs: 1_000, row, identity: nothing, verdicts: [], commands: [], ...own }));
}

test("what terminals say cannot end an element or begin one, and control characters have no place in XML", () => {
  const xml = statusReportXml(view());
  assert.match(xml, "<Id>EC20&lt;&amp;&gt;&quot;&apos; </Id>");
  assert.not(/\p{Cc}/u.test(xml.replaceAll("\n", "")));
});

test("errors are bounded texts; what cannot be said in its codes is left out", () => {
  const verdict = {
    fault: "sim.absent",
    family: "sim",
    severity: 4,
    probability: 1,
    openedMs: 0,
    name: "卡".repeat(300),
  };
  const command = (verb: string, state: string) => ({ verb, state, updatedMs: 0, reasonText: null });
  const commands = [
    command("bundle", "succeeded"),
    command("recover", "timed_out"),
    command("bundle", "running"),
    command("hold", "succeeded"),
  ];
  const report = JSON.parse(
    JSON.stringify(statusReport(view(JSON.parse(JSON.stringify({ verdicts: [verdict], commands }))))),
  );
  const content = report.StsRpt.StsRpt.DataSet.Cntt;
  assert.equal([content.Errs[0].length, content.Errs[0].startsWith("sim.absent 99% 1970-")], [140, true]);
  assert.equal(
    content.Evt.map((event: { Rslt: string; ActnId: { ActnTp: string } }) => [event.Rslt, event.ActnId.ActnTp]),
    [
      ["SUCC", "UPLD"],
      ["TIMO", "RSTR"],
    ],
  );
  assert.equal(
    content.POICmpnt.map((part: { Tp: string; Sts: { Sts: string } }) => [part.Tp, part.Sts.Sts]),
    [
      ["TERM", "DACT"],
      ["APLI", "OPER"],
      ["DVCE", "DACT"],
    ],
  );
});

test.run();
