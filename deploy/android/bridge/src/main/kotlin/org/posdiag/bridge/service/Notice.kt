package org.posdiag.bridge.service

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import org.posdiag.bridge.R
import org.posdiag.bridge.line.LineState

/** A foreground service must show something: one quiet line, which says how it stands. */
internal const val NOTIFICATION = 1
private const val CHANNEL = "posdiag"

internal fun noticeOf(context: Context, text: String): Notification {
    val channel = NotificationChannel(CHANNEL, context.getString(R.string.channel), NotificationManager.IMPORTANCE_MIN)
    managerOf(context).createNotificationChannel(channel)
    return Notification.Builder(context, CHANNEL)
        .setSmallIcon(android.R.drawable.stat_sys_warning)
        .setContentTitle(context.getString(R.string.app_name))
        .setContentText(text)
        .setOnlyAlertOnce(true)
        .setOngoing(true)
        .build()
}

internal fun show(context: Context, text: String) = managerOf(context).notify(NOTIFICATION, noticeOf(context, text))

private fun managerOf(context: Context) = context.getSystemService(NotificationManager::class.java)

internal fun textOf(context: Context, state: LineState?): String = when {
    state == null || !state.connected -> context.getString(R.string.away)
    state.refusal != null -> context.getString(R.string.refused, state.refusal, state.refused)
    else -> context.getString(R.string.connected, state.dropped)
}
