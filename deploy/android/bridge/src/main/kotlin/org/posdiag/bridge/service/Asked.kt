package org.posdiag.bridge.service

/**
 * What Android answers, or null where this application may not ask (SecurityException), where this terminal has no telephony
 * (UnsupportedOperationException, since Android 15), or where the telephony service has just died (the others).
 */
internal fun <T> asked(question: () -> T?): T? = try {
    question()
} catch (notAllowed: SecurityException) {
    null
} catch (noTelephony: UnsupportedOperationException) {
    null
} catch (away: IllegalStateException) {
    null
}
