package org.posdiag.bridge.feed

import org.posdiag.bridge.json.jsonOf

/** What the agent takes as a version (docs/feed.md); anything else would only be passed over. */
private val VERSION = Regex("[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}")
private val REASON = Regex("[a-z][a-z_]{0,23}(?:,[a-z0-9_.-]{1,24}){0,4}")

/**
 * The feed's file (docs/feed.md). `signals`: names of the agent's signals; `totals`: counters that only grow, of the vendor's
 * service. What Android calls its build goes in where it has the form of a version, blanks taken out.
 */
class Feed(
    val signals: Map<String, Any>,
    val totals: Map<String, Long> = emptyMap(),
    val osVersion: String? = null,
    val bootReason: String? = null
) {
    fun text(): String {
        val all = linkedMapOf<String, Any?>("feed" to 1)
        osVersion?.replace(Regex("[^0-9A-Za-z.+_-]+"), "_")?.takeIf(VERSION::matches)?.let { all["os_version"] = it }
        bootReason?.takeIf(REASON::matches)?.let { all["boot_reason"] = it }
        all["signals"] = signals
        if (totals.isNotEmpty()) all["totals"] = totals
        return jsonOf(all)
    }
}
