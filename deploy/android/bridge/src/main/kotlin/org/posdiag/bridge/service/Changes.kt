package org.posdiag.bridge.service

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.os.Build
import android.os.Handler
import android.telephony.PhoneStateListener
import android.telephony.PreciseDataConnectionState
import android.telephony.ServiceState
import android.telephony.SignalStrength
import android.telephony.TelephonyManager

/** Sent by the telephony service to everybody since Android 1; its name is not in the public SDK. */
private const val SIM_STATE_CHANGED = "android.intent.action.SIM_STATE_CHANGED"

/**
 * Calls `changed` on the handler's thread when anything of modem and SIM is another; made and ended on that thread, too, since a
 * PhoneStateListener calls back where it was made. It is old, and the one that API 26 to 35 have.
 */
@Suppress("DEPRECATION")
internal class Changes(private val context: Context, private val handler: Handler, private val changed: () -> Unit) {
    private val phone = context.getSystemService(TelephonyManager::class.java)

    /** PreciseDataConnectionState.getLastCauseCode, a DataFailCause; null where it may not be heard. */
    var lastFailCause: Int? = null
        private set

    private val listener = object : PhoneStateListener() {
        override fun onServiceStateChanged(state: ServiceState?) = changed()

        override fun onSignalStrengthsChanged(strength: SignalStrength?) = changed()

        override fun onDataConnectionStateChanged(state: Int, networkType: Int) = changed()
    }

    /** By itself: who may not hear it (READ_PRECISE_PHONE_STATE) would otherwise hear nothing at all. */
    private val preciseListener = object : PhoneStateListener() {
        override fun onPreciseDataConnectionStateChanged(state: PreciseDataConnectionState) {
            lastFailCause = state.lastCauseCode
            changed()
        }
    }

    private val receiver = object : BroadcastReceiver() {
        override fun onReceive(context: Context?, intent: Intent?) = changed()
    }

    fun start() {
        val plain = PhoneStateListener.LISTEN_SERVICE_STATE or PhoneStateListener.LISTEN_DATA_CONNECTION_STATE or
            PhoneStateListener.LISTEN_SIGNAL_STRENGTHS
        asked { phone.listen(listener, plain) }
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            asked { phone.listen(preciseListener, PhoneStateListener.LISTEN_PRECISE_DATA_CONNECTION_STATE) }
        }
        val filter = IntentFilter(SIM_STATE_CHANGED)
        filter.addAction(Intent.ACTION_AIRPLANE_MODE_CHANGED)
        context.registerReceiver(receiver, filter, null, handler)
    }

    fun stop() {
        for (one in listOf(listener, preciseListener)) asked { phone.listen(one, PhoneStateListener.LISTEN_NONE) }
        context.unregisterReceiver(receiver)
    }
}
