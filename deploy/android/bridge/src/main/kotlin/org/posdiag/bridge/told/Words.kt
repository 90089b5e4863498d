package org.posdiag.bridge.told

/**
 * Android's constants in the agent's words: android.telephony, values that are part of its public interface or of its interface for
 * system applications. The agent's own table is src/client/android-words.ts; a test holds this one against it. A number that is not
 * here is "Android does not know": null.
 */
internal object Words {
    /** TelephonyManager.SIM_STATE_…; LOADED (10) and PRESENT (11) are for system applications. */
    val simState = mapOf(
        1 to "absent", 2 to "pin_required", 3 to "puk_required", 4 to "error", 5 to "ready", 6 to "busy",
        7 to "error", 8 to "error", 9 to "error", 10 to "ready", 11 to "busy"
    )

    /** TelephonyManager.DATA_…: while it disconnects or changes over, data does not, or does, still flow. */
    val dataState = mapOf(0 to "inactive", 1 to "activating", 2 to "active", 3 to "suspended", 4 to "inactive", 5 to "active")

    /** ServiceState.STATE_…: out of service leaves open whether it searches or was refused. */
    val serviceState = mapOf(0 to "home", 1 to "unregistered", 2 to "emergency_only", 3 to "unregistered")

    /** NetworkRegistrationInfo.REGISTRATION_STATE_…: the numbers of +CREG (3GPP TS 27.007 7.2), with 6 for emergency. */
    val registration = mapOf(
        0 to "unregistered", 1 to "home", 2 to "searching", 3 to "denied", 5 to "roaming", 6 to "emergency_only"
    )

    /** TelephonyManager.NETWORK_TYPE_…: CDMA and Wi-Fi have no word. */
    val networkType = mapOf(
        1 to "gsm", 2 to "gsm", 3 to "wcdma", 8 to "wcdma", 9 to "wcdma", 10 to "wcdma", 13 to "lte", 15 to "wcdma",
        16 to "gsm", 17 to "wcdma", 19 to "lte", 20 to "nr"
    )
}
