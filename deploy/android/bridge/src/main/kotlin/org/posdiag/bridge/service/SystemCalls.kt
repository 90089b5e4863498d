package org.posdiag.bridge.service

import android.annotation.TargetApi
import android.os.Build
import android.telephony.NetworkRegistrationInfo
import android.telephony.ServiceState

/**
 * Calls that are for system applications only, or younger than API 30: found by name, so that the application builds against the public
 * SDK and says nothing where they are not to be had.
 */
@TargetApi(Build.VERSION_CODES.R)
internal class PacketRegistration(service: ServiceState) {
    private val info: NetworkRegistrationInfo? = service.networkRegistrationInfoList
        .filter { it.transportType == TRANSPORT_WWAN && it.domain and NetworkRegistrationInfo.DOMAIN_PS != 0 }
        .firstOrNull()

    val state: Int? get() = numberOf("getRegistrationState")
    val rejectCause: Int? get() = numberOf("getRejectCause")

    private fun numberOf(call: String): Int? = try {
        info?.javaClass?.getMethod(call)?.invoke(info) as? Int
    } catch (notForUs: ReflectiveOperationException) {
        null
    }

    private companion object {
        /** AccessNetworkConstants.TRANSPORT_TYPE_WWAN. */
        const val TRANSPORT_WWAN = 1
    }
}

/** `sys.boot.reason`, which Android makes of the boot loader's; null where the image does not let this application read it. */
internal fun bootReason(): String? = try {
    val call = Class.forName("android.os.SystemProperties").getMethod("get", String::class.java)
    (call.invoke(null, "sys.boot.reason") as? String)?.takeIf { it.isNotEmpty() }
} catch (notForUs: ReflectiveOperationException) {
    null
}
