package org.posdiag.bridge.service

import android.net.LocalSocket
import android.net.LocalSocketAddress
import java.io.IOException
import org.posdiag.bridge.line.Pipe

/** The agent's socket: a file, not a name in Android's abstract namespace. Throws an IOException when nobody listens there. */
fun openLocalPipe(path: String): Pipe {
    val socket = LocalSocket()
    try {
        socket.connect(LocalSocketAddress(path, LocalSocketAddress.Namespace.FILESYSTEM))
    } catch (refused: IOException) {
        socket.close()
        throw refused
    }
    return LocalPipe(socket)
}

private class LocalPipe(private val socket: LocalSocket) : Pipe {
    override fun read(into: ByteArray): Int = socket.inputStream.read(into)

    override fun write(bytes: ByteArray) = socket.outputStream.write(bytes)

    override fun close() {
        try {
            // On older versions `close` alone does not wake a thread that reads.
            socket.shutdownInput()
        } catch (alreadyGone: IOException) {
            // Closed below.
        }
        socket.close()
    }
}
