package org.posdiag.bridge.told

/** CellInfo.UNAVAILABLE. */
private const val UNAVAILABLE = Int.MAX_VALUE
/** Since Android 11 getRssnr is in whole decibels; before, in tenths. */
private const val WHOLE_DECIBELS = 30
/** 3GPP TS 24.008 10.5.6.6; what is above comes from the modem or from Android, and 36 is an ordinary end. */
private val BEARER_CAUSES = 8..112
private const val REGULAR_DEACTIVATION = 36

/** Signal → value, in the agent's words (docs/android.md). A null is said: Android was asked and does not know. */
fun telephonyFacts(told: Snapshot): Map<String, Any?> {
    val facts = LinkedHashMap<String, Any?>()
    told.simState?.let { facts["sim.state"] = Words.simState[it] }
    addRegistration(told, facts)
    addBearer(told, facts)
    told.dataNetworkType?.let { facts["modem.rat"] = Words.networkType[it] }
    told.rsrp?.let { facts["modem.rsrp_dbm"] = level(it) }
    told.rsrq?.let { facts["modem.rsrq_db"] = level(it) }
    addRatio(told, facts)
    told.airplaneMode?.let { facts["modem.airplane_mode"] = it }
    return facts
}

private fun level(said: Int): Int? = if (said == UNAVAILABLE) null else said

/** The registration of the packet domain tells more; the service state is what every application may ask. */
private fun registrationOf(told: Snapshot): String? {
    val precise = told.registrationState?.let { Words.registration[it] }
    val service = told.serviceState?.let { Words.serviceState[it] }
    return precise ?: if (service == "home" && told.roaming == true) "roaming" else service
}

private fun addRegistration(told: Snapshot, facts: MutableMap<String, Any?>) {
    if (told.registrationState == null && told.serviceState == null) return
    val registered = registrationOf(told)
    facts["modem.reg_state"] = registered
    if (registered == "home" || registered == "roaming") facts["modem.reject_cause"] = null
    else told.rejectCause?.let { facts["modem.reject_cause"] = if (it == 0) null else it }
}

private fun bearerCause(said: Int): Int? = if (said in BEARER_CAUSES && said != REGULAR_DEACTIVATION) said else null

/** A bearer that is up has no cause, and one that the network refused is not merely down. */
private fun addBearer(told: Snapshot, facts: MutableMap<String, Any?>) {
    val cause = told.dataFailCause?.let(::bearerCause)
    val said = told.dataState
    val state = said?.let { Words.dataState[it] }
    if (said != null) facts["modem.pdp_state"] = if (state == "inactive" && cause != null) "rejected" else state
    if (said != null && state != "inactive") facts["modem.pdp_cause"] = null
    else if (told.dataFailCause != null) facts["modem.pdp_cause"] = cause
}

private fun addRatio(told: Snapshot, facts: MutableMap<String, Any?>) {
    val lte = told.rssnr?.let(::level)
    if (lte != null) facts["modem.sinr_db"] = if (told.sdk < WHOLE_DECIBELS) lte / 10.0 else lte
    else if (told.ssSinr != null) facts["modem.sinr_db"] = level(told.ssSinr)
    else if (told.rssnr != null) facts["modem.sinr_db"] = null
}
