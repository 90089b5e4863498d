package org.posdiag.bridge.service

import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.os.BatteryManager
import org.posdiag.bridge.told.Battery

/** BatteryManager.EXTRA_CYCLE_COUNT, since API 34. */
private const val CYCLE_COUNT = "android.os.extra.CYCLE_COUNT"

/** Null where the terminal has no battery, or Android has not looked yet. */
internal fun askBattery(context: Context): Battery? {
    // Without a receiver it only returns the newest: ACTION_BATTERY_CHANGED is sticky.
    val said = context.registerReceiver(null, IntentFilter(Intent.ACTION_BATTERY_CHANGED)) ?: return null
    if (!said.getBooleanExtra(BatteryManager.EXTRA_PRESENT, true)) {
        return Battery(plugged = number(said, BatteryManager.EXTRA_PLUGGED))
    }
    return Battery(
        level = number(said, BatteryManager.EXTRA_LEVEL),
        scale = number(said, BatteryManager.EXTRA_SCALE),
        plugged = number(said, BatteryManager.EXTRA_PLUGGED),
        status = number(said, BatteryManager.EXTRA_STATUS),
        health = number(said, BatteryManager.EXTRA_HEALTH),
        voltage = number(said, BatteryManager.EXTRA_VOLTAGE),
        temperature = number(said, BatteryManager.EXTRA_TEMPERATURE),
        currentNow = context.getSystemService(BatteryManager::class.java)
            ?.getIntProperty(BatteryManager.BATTERY_PROPERTY_CURRENT_NOW),
        cycles = number(said, CYCLE_COUNT)
    )
}

private fun number(said: Intent, name: String): Int? = if (said.hasExtra(name)) said.getIntExtra(name, 0) else null
