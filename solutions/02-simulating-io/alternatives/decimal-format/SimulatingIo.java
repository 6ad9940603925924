// Alternative: DecimalFormat with symbols of its own, for those who prefer a pattern.
package structured.simulatingio;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.doubles(1, 1, 5).sum() * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var threeDecimals = new DecimalFormat("0.000", DecimalFormatSymbols.getInstance(Locale.ROOT));
        var seconds = threeDecimals.format(wait.toNanos() / 1e9);
        return "I/O Task " + id + " has been completed after " + seconds + " seconds.";
    }
}
