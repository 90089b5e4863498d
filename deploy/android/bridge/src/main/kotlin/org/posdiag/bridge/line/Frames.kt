package org.posdiag.bridge.line

import java.io.ByteArrayOutputStream
import java.io.IOException
import org.posdiag.bridge.json.jsonOf

private const val END: Byte = 0x0C

/** One message of the agent's socket: a JSON object in UTF-8 and a form feed. */
fun frame(type: String, data: Map<String, Any?>): ByteArray =
    jsonOf(linkedMapOf("type" to type, "data" to data)).toByteArray(Charsets.UTF_8) + END

/** Cuts what comes into messages. One that does not end within `longest` bytes is an IOException. */
class FrameCutter(private val longest: Int = 1 shl 20) {
    private val rest = ByteArrayOutputStream()

    fun take(chunk: ByteArray, count: Int, each: (String) -> Unit) {
        for (at in 0 until count) {
            if (chunk[at] == END) {
                each(String(rest.toByteArray(), Charsets.UTF_8))
                rest.reset()
            } else {
                rest.write(chunk[at].toInt())
            }
        }
        if (rest.size() > longest) throw IOException("a message of more than $longest bytes")
    }
}
