package parcelrecon.console.page;

import java.util.regex.Pattern;

/** A path of this console to go back to, never one of somebody else's. */
public final class OwnPath {

  private static final int LENGTH_MAX = 2_000;

  /** One slash and no second one, no backslash, and nothing a header would end at. */
  private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

  private OwnPath() {}

  /** The path as given where it is one of ours, else the home page. */
  public static String of(String given) {
    return given.length() <= LENGTH_MAX && PATH.matcher(given).matches() ? given : "/";
  }
}
