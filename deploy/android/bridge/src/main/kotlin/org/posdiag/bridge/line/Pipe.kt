package org.posdiag.bridge.line

import java.io.Closeable

/** An open connection to the agent. `close` must wake a thread that reads. */
interface Pipe : Closeable {
    /** -1 at the end. */
    fun read(into: ByteArray): Int

    fun write(bytes: ByteArray)
}
