package org.posdiag.bridge.line

import java.io.IOException
import kotlin.concurrent.thread

private const val ALIVE_MS = 20_000L
/** How often it is seen whether the agent has gone. */
private const val LOOK_MS = 1_000L
private const val FIRST_PAUSE_MS = 500L
private const val LONGEST_PAUSE_MS = 30_000L

/** For whoever shows it. `refusal` is the newest one. */
class LineState(val connected: Boolean, val told: Long, val dropped: Long, val refused: Long, val refusal: String?)

/**
 * Keeps a connection to the agent for ever and says what waits. `onConnected` is called each time the agent has answered: it may
 * have been started anew and then knows nothing, so tell again all that holds. Nothing here throws, and nobody waits for it.
 */
class Line(private val open: () -> Pipe, private val waiting: Waiting, private val onConnected: () -> Unit) {
    @Volatile private var connected = false
    @Volatile private var told = 0L
    @Volatile private var refused = 0L
    @Volatile private var refusal: String? = null
    @Volatile private var stopped = false
    private var worker: Thread? = null

    val state: LineState get() = LineState(connected, told, waiting.dropped, refused, refusal)

    fun start() {
        worker = thread(name = "posdiag", isDaemon = true) { run() }
    }

    fun stop() {
        stopped = true
        worker?.interrupt()
    }

    private fun run() {
        var pauseMs = FIRST_PAUSE_MS
        try {
            while (!stopped) {
                if (talk()) pauseMs = FIRST_PAUSE_MS
                Thread.sleep((pauseMs * (0.5 + Math.random() / 2)).toLong())
                pauseMs = minOf(2 * pauseMs, LONGEST_PAUSE_MS)
            }
        } catch (end: InterruptedException) {
            // stop()
        }
    }

    /** Until the agent is away. Whether it was there at all. */
    private fun talk(): Boolean {
        try {
            Talk(open()).use { talk ->
                // A hanging agent takes connections, too: nothing is told before it has spoken.
                talk.ask("posdiag.alive")
                connected = true
                onConnected()
                var silentMs = 0L
                while (!stopped && !talk.ended) silentMs = if (next(talk, silentMs)) 0L else silentMs + LOOK_MS
            }
        } catch (agentIsAway: IOException) {
            // Tried again.
        }
        return connected.also { connected = false }
    }

    /** Whether something was said. */
    private fun next(talk: Talk, silentMs: Long): Boolean {
        val facts = waiting.take(LOOK_MS)
        if (facts != null) tell(talk, facts)
        else if (silentMs >= ALIVE_MS) talk.ask("posdiag.alive")
        return facts != null || silentMs >= ALIVE_MS
    }

    private fun tell(talk: Talk, facts: Map<String, Any?>) {
        val word = talk.ask("posdiag.tell", facts)
        if (word == null) {
            told += 1
        } else {
            refused += 1
            refusal = word
        }
    }
}
