package org.posdiag.bridge.service

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent

/** Starts the service when the terminal has started, and after an update of this application. */
class BootReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent?) {
        context.startForegroundService(Intent(context, BridgeService::class.java))
    }
}
