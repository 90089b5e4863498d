package org.posdiag.bridge.service

import android.content.Context
import android.os.Build
import android.provider.Settings
import android.telephony.CellInfoLte
import android.telephony.CellSignalStrengthLte
import android.telephony.CellSignalStrengthNr
import android.telephony.TelephonyManager
import org.posdiag.bridge.told.Snapshot

/** Asks the telephony service. Every answer may be missing; what is missing is not told, which is not "no". */
internal class TelephonySource(private val context: Context) {
    private val phone = context.getSystemService(TelephonyManager::class.java)

    fun snapshot(lastFailCause: Int?): Snapshot {
        val service = asked { phone.serviceState }
        val packets = if (service != null && Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) PacketRegistration(service) else null
        val lte = asked(::lteSignal)
        val nr = asked(::nrSignal)
        return Snapshot(
            sdk = Build.VERSION.SDK_INT,
            simState = asked { phone.simState },
            dataState = asked { phone.dataState },
            dataNetworkType = asked { phone.dataNetworkType },
            serviceState = service?.state,
            roaming = service?.roaming,
            registrationState = packets?.state,
            rejectCause = packets?.rejectCause,
            dataFailCause = lastFailCause,
            rsrp = lte?.rsrp ?: nr?.ssRsrp,
            rsrq = lte?.rsrq ?: nr?.ssRsrq,
            rssnr = lte?.rssnr,
            ssSinr = nr?.ssSinr,
            airplaneMode = Settings.Global.getInt(context.contentResolver, Settings.Global.AIRPLANE_MODE_ON, 0) == 1
        )
    }

    private fun lteSignal(): CellSignalStrengthLte? =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q) {
            phone.signalStrength?.getCellSignalStrengths(CellSignalStrengthLte::class.java)?.firstOrNull()
        } else {
            phone.allCellInfo?.filterIsInstance<CellInfoLte>()?.firstOrNull { it.isRegistered }?.cellSignalStrength
        }

    private fun nrSignal(): CellSignalStrengthNr? =
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.Q) null
        else phone.signalStrength?.getCellSignalStrengths(CellSignalStrengthNr::class.java)?.firstOrNull()
}
