/** What people say of the network. They say one thing of many that are so: what is not said is not known. */
import type { ObservationDefinition } from "../../model/catalogue.ts";
import type { SignalId } from "../../model/signal.ts";
import { says } from "./one-at-a-time.ts";

const said =
  (signal: SignalId) =>
  (leak: number, is: string): ObservationDefinition => ({
    when: says(signal, is),
    class: "human",
    leak,
  });

const signal = said("compare.told_signal");
const others = said("compare.told_others");
const change = said("compare.told_change");

export const networkWordObservations = {
  told_no_sim: signal(3e-3, "no_sim"),
  told_sim_code: signal(1e-4, "sim_code"),
  told_place: signal(0.06, "place"),
  told_by_turns: signal(0.03, "by_turns"),
  told_no_bars: signal(0.08, "gone"),
  told_weak_bars: signal(0.06, "weak"),
  told_full_bars: signal(0.08, "full"),
  told_slow: signal(0.1, "slow"),
  told_way_in_vain: others(0.03, "other_way_fails"),
  told_way_works: others(0.05, "other_way_works"),
  told_street: others(0.015, "street"),
  told_phone_too: others(0.015, "phone_too"),
  told_shop_out: others(0.015, "shop_out"),
  told_shop_fine: others(0.06, "shop_fine"),
  told_password: change(2e-3, "password"),
  told_maintenance: change(0.02, "maintenance"),
  told_firewall: change(1e-3, "firewall"),
  told_router_new: change(0.03, "router_new"),
  told_portal: change(2e-3, "portal"),
  told_line_dead: change(1e-3, "line_dead"),
  told_line_engaged: change(2e-3, "line_engaged"),
  told_cable: change(0.01, "cable"),
  told_digging: change(5e-3, "digging"),
  told_dropped: change(0.02, "dropped"),
  told_unpaid: change(0.03, "unpaid"),
  told_crowd: change(0.06, "crowd"),
  told_streaming: change(0.03, "streaming"),
  told_restart_in_vain: change(0.08, "restart_in_vain"),
  told_restarted: change(0.05, "restart_helped"),
  told_month: change(0.08, "month"),
} as const satisfies Record<string, ObservationDefinition>;
