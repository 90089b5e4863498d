package org.posdiag.bridge.feed

import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.nio.file.Files
import java.nio.file.StandardCopyOption

/**
 * Writes beside the file and renames over it: the agent sees the old file or the new one, never half of one. Not synced to the flash:
 * after a loss of power the next one is written within two minutes.
 */
class FeedFile(private val file: File) {
    var failed = 0L
        private set

    /** Whether it is there now. The folder is the agent's; where it is not yet, this fails and is tried again with the next. */
    fun write(feed: Feed): Boolean = try {
        val beside = File(file.path + ".part")
        FileOutputStream(beside).use { it.write(feed.text().toByteArray(Charsets.UTF_8)) }
        Files.move(beside.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
        true
    } catch (notWritten: IOException) {
        failed += 1
        false
    }
}
