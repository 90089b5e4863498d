import { sentence } from "../../hw-sim/nmea-port.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("sentences");
test("carry the checksum of the examples in NMEA 0183 texts", () => {
  assert.is(sentence("GPGSV,1,1,00"), "$GPGSV,1,1,00*79\r\n");
  assert.is(
    sentence("GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,"),
    "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n",
  );
});
test.run();
