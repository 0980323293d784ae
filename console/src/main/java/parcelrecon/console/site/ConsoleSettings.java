package parcelrecon.console.site;

import java.net.InetAddress;
import parcelrecon.console.sign.SignSettings;

/**
 * What a site's configuration says about the console.
 *
 * @param address where it listens
 * @param port 0 for any free one
 */
public record ConsoleSettings(InetAddress address, int port, SignSettings sign) {

  public static final int STANDARD_PORT = 8080;
}
