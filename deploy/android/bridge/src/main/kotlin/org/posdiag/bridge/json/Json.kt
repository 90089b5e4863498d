package org.posdiag.bridge.json

/** JSON text of null, Boolean, Number, String, or a Map with names of these. Anything else is a mistake of the program. */
fun jsonOf(value: Any?): String = when (value) {
    null -> "null"
    is Boolean, is Int, is Long -> value.toString()
    is Double -> if (value.isNaN() || value.isInfinite()) "null" else value.toString()
    is String -> quoted(value)
    is Map<*, *> -> value.entries.joinToString(",", "{", "}") { (name, held) -> "${quoted(name.toString())}:${jsonOf(held)}" }
    else -> throw IllegalArgumentException("no JSON for ${value.javaClass.name}")
}

/** No control character stays bare: a form feed ends a message. */
private fun quoted(text: String): String {
    val all = StringBuilder("\"")
    for (one in text) when {
        one == '"' || one == '\\' -> all.append('\\').append(one)
        one < ' ' -> all.append(String.format("\\u%04x", one.code))
        else -> all.append(one)
    }
    return all.append('"').toString()
}
