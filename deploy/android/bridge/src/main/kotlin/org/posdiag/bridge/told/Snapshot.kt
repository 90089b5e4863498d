package org.posdiag.bridge.told

/**
 * What Android says of modem and SIM at one instant, in its own numbers. Null: not asked, or not to be had on this version or with
 * these permissions. There is no field for IMEI, ICCID, IMSI or a telephone number.
 */
class Snapshot(
    /** Build.VERSION.SDK_INT. */
    val sdk: Int,
    /** TelephonyManager.getSimState, getDataState, getDataNetworkType. */
    val simState: Int? = null,
    val dataState: Int? = null,
    val dataNetworkType: Int? = null,
    /** ServiceState.getState, getRoaming. */
    val serviceState: Int? = null,
    val roaming: Boolean? = null,
    /** NetworkRegistrationInfo of the packet domain; system applications only. */
    val registrationState: Int? = null,
    val rejectCause: Int? = null,
    /** PreciseDataConnectionState.getLastCauseCode. */
    val dataFailCause: Int? = null,
    /** CellSignalStrengthLte, or the getSs… values of CellSignalStrengthNr: dBm and dB, and as Android has it for the ratio. */
    val rsrp: Int? = null,
    val rsrq: Int? = null,
    val rssnr: Int? = null,
    val ssSinr: Int? = null,
    /** Settings.Global.AIRPLANE_MODE_ON. */
    val airplaneMode: Boolean? = null
)
