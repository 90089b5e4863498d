package org.posdiag.bridge.line

import java.io.Closeable
import java.io.IOException
import java.util.concurrent.ArrayBlockingQueue
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread

private const val ANSWER_SECONDS = 6L
private val REQUEST = Regex("\"request\":(\\d+)")
private val REFUSED = Regex("\"refused\":\"([a-z_]+)\"")

/** What the agent said to one message: null when it took it, else its word (docs/payment-application.md, "refused"). */
private class Heard(val request: Long, val refusal: String?)

/** One connection, one message under way at a time: what lies in the socket of a hanging agent cannot be taken back. */
class Talk(private val pipe: Pipe) : Closeable {
    private val heard = ArrayBlockingQueue<Heard>(16)
    private var last = 0L

    /** Nothing comes any more. */
    @Volatile var ended = false
        private set

    init {
        thread(name = "posdiag-reader", isDaemon = true) { read() }
    }

    /** The agent's refusal, or null. An IOException when it does not answer within six seconds. */
    fun ask(type: String, data: Map<String, Any?> = emptyMap()): String? {
        last += 1
        pipe.write(frame(type, linkedMapOf<String, Any?>("request" to last) + data))
        val endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS)
        while (true) {
            val answer = heard.poll(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS) ?: throw IOException("the agent does not answer")
            if (answer.request == last) return answer.refusal
        }
    }

    override fun close() = pipe.close()

    private fun read() {
        val chunk = ByteArray(4096)
        val cutter = FrameCutter()
        try {
            while (true) {
                val count = pipe.read(chunk)
                if (count < 0) return
                cutter.take(chunk, count, ::hear)
            }
        } catch (end: IOException) {
            // The other thread sees `ended`, and closes the pipe.
        } finally {
            ended = true
        }
    }

    private fun hear(message: String) {
        val request = REQUEST.find(message)?.groupValues?.get(1)?.toLongOrNull() ?: return
        heard.offer(Heard(request, REFUSED.find(message)?.groupValues?.get(1)))
    }
}
