package parcelrecon.console.site;

import java.net.URI;
import java.util.Optional;
import parcelrecon.console.sign.Listening;
import parcelrecon.console.sign.SignSettings;
import parcelrecon.due.Sla;

/**
 * What a site's configuration says about the console.
 *
 * @param sla until when mismatches have to be decided
 * @param url where people reach it, without a slash at its end; absent where nobody has said
 */
public record ConsoleSettings(Listening listening, SignSettings sign, Sla sla, Optional<URI> url) {

  /** Of a site that says nothing: this machine only, and one person. */
  public static final ConsoleSettings STANDARD =
      new ConsoleSettings(Listening.STANDARD, SignSettings.ONE_PERSON, Sla.NONE, Optional.empty());

  /** Of a site where nothing is ever due. */
  public ConsoleSettings(Listening listening, SignSettings sign) {
    this(listening, sign, Sla.NONE, Optional.empty());
  }

  public ConsoleSettings withPort(int port) {
    return new ConsoleSettings(listening.withPort(port), sign, sla, url);
  }
}
