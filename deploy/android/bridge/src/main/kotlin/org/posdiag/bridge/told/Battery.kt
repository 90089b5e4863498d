package org.posdiag.bridge.told

/** What ACTION_BATTERY_CHANGED and BatteryManager say, in their own numbers and units; null: not to be had. */
class Battery(
    val level: Int? = null,
    val scale: Int? = null,
    /** BatteryManager.BATTERY_PLUGGED_…; 0 is on battery. */
    val plugged: Int? = null,
    /** BatteryManager.BATTERY_STATUS_…. */
    val status: Int? = null,
    /** BatteryManager.BATTERY_HEALTH_…. */
    val health: Int? = null,
    /** Millivolts; some devices say volts. */
    val voltage: Int? = null,
    /** Tenths of a degree Celsius. */
    val temperature: Int? = null,
    /** BATTERY_PROPERTY_CURRENT_NOW, microamperes; its sign differs between devices. */
    val currentNow: Int? = null,
    /** EXTRA_CYCLE_COUNT, API 34; 0 and below: not counted. */
    val cycles: Int? = null
)

private const val CHARGING = 2
private const val DISCHARGING = 3
private const val NOT_CHARGING = 4
private const val FULL = 5

/** Below this a voltage is not in millivolts. */
private const val LEAST_MV = 1_000
private const val MICRO_PER_MILLI = 1_000
private const val FULL_PERCENT = 100

/** BATTERY_HEALTH_… as the agent takes the kernel's words of the same: cold of the moment is no wear. 1 is "unknown". */
private val HEALTH = mapOf(2 to "good", 3 to "overheat", 4 to "dead", 5 to "poor", 6 to "poor", 7 to "good")

/** For the feed's `signals`; what is not known is left out there. */
fun batterySignals(told: Battery): Map<String, Any> {
    val signals = LinkedHashMap<String, Any>()
    told.plugged?.let { signals["power.source"] = if (it == 0) "battery" else "mains" }
    val charging = chargingOf(told.status)
    charging?.let { signals["power.charging"] = it }
    percentOf(told)?.let { signals["power.battery_pct"] = it }
    told.voltage?.takeIf { it >= LEAST_MV }?.let { signals["power.battery_mv"] = it }
    told.health?.let { HEALTH[it] }?.let { signals["power.battery_health"] = it }
    told.temperature?.let { signals["power.temp_c"] = it / 10.0 }
    told.cycles?.takeIf { it > 0 }?.let { signals["power.battery_cycles"] = it }
    told.currentNow?.takeIf { charging == true && it != Int.MIN_VALUE }?.let {
        signals["power.charge_current_ma"] = Math.abs(it) / MICRO_PER_MILLI
    }
    return signals
}

private fun chargingOf(status: Int?): Boolean? = when (status) {
    CHARGING -> true
    DISCHARGING, NOT_CHARGING, FULL -> false
    else -> null
}

private fun percentOf(told: Battery): Int? {
    val level = told.level ?: return null
    val scale = told.scale ?: return null
    return if (scale > 0 && level in 0..scale) FULL_PERCENT * level / scale else null
}
