package parcelrecon.console.site;

import parcelrecon.console.sign.Listening;
import parcelrecon.console.sign.SignSettings;

/** What a site's configuration says about the console. */
public record ConsoleSettings(Listening listening, SignSettings sign) {

  /** Of a site that says nothing: this machine only, and one person. */
  public static final ConsoleSettings STANDARD =
      new ConsoleSettings(Listening.STANDARD, SignSettings.ONE_PERSON);

  public ConsoleSettings withPort(int port) {
    return new ConsoleSettings(listening.withPort(port), sign);
  }
}
