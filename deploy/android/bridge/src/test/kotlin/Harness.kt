/**
 * The bridge without Android, for our own tests: the same connection, queue, words and feed, on a JVM of 16 or later. Commands come on
 * the standard input, one a line, answers on the standard output.
 *
 *   snapshot sdk=33 simState=1 …   prints the facts as JSON
 *   battery level=84 scale=100 …   prints the feed's signals as JSON
 *   connect PATH                   keeps a connection to the agent's socket; prints "connected" each time it answers
 *   tell sdk=33 simState=1 …       tells these facts
 *   feed PATH level=84 …           writes the feed's file
 *   state                          prints what the connection counts, as JSON
 */
import java.io.File
import java.io.IOException
import java.net.StandardProtocolFamily
import java.net.UnixDomainSocketAddress
import java.nio.ByteBuffer
import java.nio.channels.SocketChannel
import org.posdiag.bridge.feed.Feed
import org.posdiag.bridge.feed.FeedFile
import org.posdiag.bridge.feed.ReaderTotals
import org.posdiag.bridge.json.jsonOf
import org.posdiag.bridge.line.Line
import org.posdiag.bridge.line.Pipe
import org.posdiag.bridge.line.Waiting
import org.posdiag.bridge.told.Battery
import org.posdiag.bridge.told.Snapshot
import org.posdiag.bridge.told.batterySignals
import org.posdiag.bridge.told.telephonyFacts

private class ChannelPipe(path: String) : Pipe {
    private val channel = SocketChannel.open(StandardProtocolFamily.UNIX)

    init {
        try {
            channel.connect(UnixDomainSocketAddress.of(path))
        } catch (refused: IOException) {
            channel.close()
            throw refused
        }
    }

    override fun read(into: ByteArray): Int = channel.read(ByteBuffer.wrap(into))

    override fun write(bytes: ByteArray) {
        val left = ByteBuffer.wrap(bytes)
        while (left.hasRemaining()) channel.write(left)
    }

    override fun close() = channel.close()
}

private class Fields(words: List<String>) {
    private val held = words.associate { it.substringBefore('=') to it.substringAfter('=') }

    fun int(name: String): Int? = held[name]?.toInt()

    fun flag(name: String): Boolean? = held[name]?.toBoolean()
}

private fun snapshotOf(words: List<String>): Snapshot = Fields(words).run {
    Snapshot(
        int("sdk") ?: 0, int("simState"), int("dataState"), int("dataNetworkType"), int("serviceState"), flag("roaming"),
        int("registrationState"), int("rejectCause"), int("dataFailCause"), int("rsrp"), int("rsrq"), int("rssnr"), int("ssSinr"),
        flag("airplaneMode")
    )
}

private fun batteryOf(words: List<String>): Battery = Fields(words).run {
    Battery(
        int("level"), int("scale"), int("plugged"), int("status"), int("health"), int("voltage"), int("temperature"),
        int("currentNow"), int("cycles")
    )
}

private val waiting = Waiting()
private lateinit var line: Line

private fun connect(path: String) {
    line = Line({ ChannelPipe(path) }, waiting) { println("connected") }
    line.start()
}

private fun writeFeed(path: String, words: List<String>) {
    val totals = ReaderTotals(chipPowerUpOk = 48_210, chipPowerUpFailed = 1_904, contactlessOk = 90_233).byName()
    println(FeedFile(File(path)).write(Feed(batterySignals(batteryOf(words)), totals, "PX7 11.0.4 release-keys", "reboot,userrequested")))
}

private fun state(): String = line.state.run {
    jsonOf(mapOf("connected" to connected, "told" to told, "dropped" to dropped, "refused" to refused, "refusal" to refusal))
}

fun main() {
    for (text in generateSequence(::readlnOrNull)) {
        val words = text.split(' ').filter { it.isNotEmpty() }
        val rest = words.drop(1)
        when (words.firstOrNull()) {
            "snapshot" -> println(jsonOf(telephonyFacts(snapshotOf(rest))))
            "battery" -> println(jsonOf(batterySignals(batteryOf(rest))))
            "connect" -> connect(rest[0])
            "tell" -> waiting.put(telephonyFacts(snapshotOf(rest)))
            "feed" -> writeFeed(rest[0], rest.drop(1))
            "state" -> println(state())
            else -> println("unknown command")
        }
    }
}
