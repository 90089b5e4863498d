package org.posdiag.bridge.line

import java.util.concurrent.ArrayBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicLong

private const val MOST = 128
private const val FRESH_NANOS = 5_000_000_000L

/**
 * What is to be told and could not be yet: at most 128 messages, none older than five seconds. The agent dates what it hears when
 * it hears it, so that an old one would be a wrong one. What is thrown away is counted.
 */
class Waiting(most: Int = MOST, private val freshNanos: Long = FRESH_NANOS, private val nanoTime: () -> Long = System::nanoTime) {
    private class Message(val facts: Map<String, Any?>, val atNanos: Long)

    private val queue = ArrayBlockingQueue<Message>(most)
    private val thrown = AtomicLong()

    val dropped: Long get() = thrown.get()

    /** Never waits: the oldest makes room. */
    fun put(facts: Map<String, Any?>) {
        val message = Message(facts, nanoTime())
        while (!queue.offer(message)) if (queue.poll() != null) thrown.incrementAndGet()
    }

    /** The oldest that is still fresh; null when there is none within so many milliseconds. */
    fun take(waitMs: Long): Map<String, Any?>? {
        var message = queue.poll(waitMs, TimeUnit.MILLISECONDS)
        while (message != null && nanoTime() - message.atNanos > freshNanos) {
            thrown.incrementAndGet()
            message = queue.poll()
        }
        return message?.facts
    }
}
