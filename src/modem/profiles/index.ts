/** The profiles known: of one maker the special before the general, generic last. */
import type { VendorProfile } from "../profile.ts";
import { cinterion } from "./cinterion.ts";
import { fibocomQualcomm } from "./fibocom-qualcomm.ts";
import { fibocomUnisoc } from "./fibocom-unisoc.ts";
import { generic } from "./generic.ts";
import { huawei } from "./huawei.ts";
import { meig } from "./meig.ts";
import { neoway } from "./neoway.ts";
import { quectel } from "./quectel.ts";
import { quectelAsr } from "./quectel-asr.ts";
import { quectelUnisoc } from "./quectel-unisoc.ts";
import { sierra } from "./sierra.ts";
import { simcomAsr } from "./simcom-asr.ts";
import { simcomQualcomm } from "./simcom-qualcomm.ts";
import { telit } from "./telit.ts";
import { ublox } from "./u-blox.ts";
import { unisoc } from "./unisoc.ts";
import { xmm } from "./xmm.ts";
import { zte } from "./zte.ts";

export const profiles: readonly VendorProfile[] = [
  quectelUnisoc,
  quectelAsr,
  quectel,
  simcomAsr,
  simcomQualcomm,
  fibocomUnisoc,
  xmm,
  fibocomQualcomm,
  meig,
  neoway,
  ublox,
  telit,
  huawei,
  zte,
  sierra,
  cinterion,
  unisoc,
  generic,
];
