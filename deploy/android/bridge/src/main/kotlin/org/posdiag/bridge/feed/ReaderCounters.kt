package org.posdiag.bridge.feed

/**
 * What the vendor's SDK counts of the card readers since they were built, or since somebody set it back: numbers that only grow. Null:
 * this device has no such counter. Which of Landi's counters is which: docs/feed.md.
 */
class ReaderTotals(
    val chipPowerUpOk: Long? = null,
    val chipPowerUpFailed: Long? = null,
    val stripeSwipes: Long? = null,
    val stripeOk: Long? = null,
    val stripeFailed: Long? = null,
    val contactlessOk: Long? = null,
    val contactlessFailed: Long? = null
) {
    /** By the names of the feed's `totals`. */
    fun byName(): Map<String, Long> = listOf(
        "icc_powerup_ok" to chipPowerUpOk, "icc_powerup_fail" to chipPowerUpFailed, "mag_swipes" to stripeSwipes,
        "mag_ok" to stripeOk, "mag_fail" to stripeFailed, "nfc_ok" to contactlessOk, "nfc_fail" to contactlessFailed
    ).mapNotNull { (name, count) -> count?.takeIf { it >= 0 }?.let { name to it } }.toMap()
}

/** To be written by whoever has the vendor's SDK, and returned by `readerCounters` in service/Vendor.kt. */
interface ReaderCounters {
    /** Called every two minutes on a thread that may wait. What it throws costs this reading and nothing else. */
    fun totals(): ReaderTotals
}
