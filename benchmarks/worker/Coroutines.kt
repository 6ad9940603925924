import com.sun.management.OperatingSystemMXBean
import java.io.File
import java.lang.management.ManagementFactory
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking

/** One process of the measurement in Kotlin: the same as Waits.java, by `async` and `awaitAll` in one scope, on the default dispatcher. */
fun main(args: Array<String>) {
    val (tasks, milliseconds, calls) = args.drop(2).map { it.toInt() }
    for (call in 1..calls) {
        val worked = worked()
        val start = System.nanoTime()
        val results = runBlocking(Dispatchers.Default) {
            List(tasks) { i ->
                async {
                    delay(milliseconds.toLong())
                    i
                }
            }.awaitAll()
        }
        val beyond = System.nanoTime() - start - milliseconds * 1_000_000L
        check(results == List(tasks) { it }) { "wrong results" }
        val status = File("/proc/self/status")
        val peak = if (status.exists()) status.readLines().first { it.startsWith("VmHWM:") }.filter { it.isDigit() } else "-1"
        println("$call $beyond ${worked() - worked} $peak")
    }
}

private fun worked() = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean::class.java).processCpuTime
