/** The profiles known, generic last. */
import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";
import { quectel } from "./quectel.ts";

export const profiles: readonly VendorProfile[] = [quectel, generic];
