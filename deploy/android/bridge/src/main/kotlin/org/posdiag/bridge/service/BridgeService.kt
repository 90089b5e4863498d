package org.posdiag.bridge.service

import android.app.Service
import android.content.Intent
import android.os.Build
import android.os.Handler
import android.os.HandlerThread
import android.os.IBinder
import android.os.SystemClock
import java.io.File
import org.posdiag.bridge.R
import org.posdiag.bridge.feed.Feed
import org.posdiag.bridge.feed.FeedFile
import org.posdiag.bridge.line.Line
import org.posdiag.bridge.line.Waiting
import org.posdiag.bridge.told.batterySignals
import org.posdiag.bridge.told.telephonyFacts

/** What the agent has heard ages: at least twice a minute (docs/android.md). */
private const val TELL_MS = 25_000L
/** Changes come in bursts, signal strengths above all. */
private const val GATHER_MS = 1_000L
/** Half of the `feed.stale_s` that is the default, and a little less. */
private const val FEED_MS = 120_000L

/** Tells the agent of modem and SIM over its socket, and of battery and readers by its feed, for as long as the terminal is on. */
class BridgeService : Service() {
    private val worker = HandlerThread("posdiag-bridge")
    private lateinit var handler: Handler
    private lateinit var telephony: TelephonySource
    private lateinit var changes: Changes
    private lateinit var feedFile: FeedFile
    private lateinit var line: Line
    private val waiting = Waiting()
    private var dueMs = Long.MAX_VALUE
    private var shown = ""

    override fun onCreate() {
        super.onCreate()
        shown = textOf(this, null)
        startForeground(NOTIFICATION, noticeOf(this, shown))
        worker.start()
        handler = Handler(worker.looper)
        telephony = TelephonySource(this)
        feedFile = FeedFile(File(getString(R.string.feed_path)))
        val socket = getString(R.string.socket_path)
        line = Line({ openLocalPipe(socket) }, waiting) { handler.post { tellWithin(0) } }
        handler.post {
            changes = Changes(this, handler) { tellWithin(GATHER_MS) }
            changes.start()
            line.start()
            tellWithin(0)
            writeFeed()
        }
    }

    override fun onStartCommand(intent: Intent?, flags: Int, startId: Int): Int = START_STICKY

    override fun onBind(intent: Intent?): IBinder? = null

    override fun onDestroy() {
        line.stop()
        handler.post { changes.stop() }
        worker.quitSafely()
        super.onDestroy()
    }

    private val tell = Runnable {
        dueMs = Long.MAX_VALUE
        // While nobody listens it would only grow old.
        if (line.state.connected) waiting.put(telephonyFacts(telephony.snapshot(changes.lastFailCause)))
        showWhatChanged()
        tellWithin(TELL_MS)
    }

    private fun showWhatChanged() {
        val text = textOf(this, line.state)
        if (text != shown) show(this, text)
        shown = text
    }

    /** The earliest wish counts, so that a burst of changes cannot put it off for ever. On the worker's thread only. */
    private fun tellWithin(delayMs: Long) {
        val atMs = SystemClock.uptimeMillis() + delayMs
        if (atMs >= dueMs) return
        dueMs = atMs
        handler.removeCallbacks(tell)
        handler.postAtTime(tell, atMs)
    }

    private fun writeFeed() {
        val signals = askBattery(this)?.let(::batterySignals) ?: emptyMap()
        feedFile.write(Feed(signals, readerTotals(), Build.DISPLAY, bootReason()))
        handler.postDelayed({ writeFeed() }, FEED_MS)
    }

    private fun readerTotals(): Map<String, Long> = try {
        readerCounters(this).totals().byName()
    } catch (ofTheVendor: Exception) {
        // Whatever the vendor's SDK throws: the battery is told all the same.
        emptyMap()
    }
}
