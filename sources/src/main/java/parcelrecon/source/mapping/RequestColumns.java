package parcelrecon.source.mapping;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Columns taken out of the request of a call, as access logs write it: {@code POST
 * /counter/pick-up?parcel=P1 HTTP/1.1}, or the target alone.
 *
 * <ul>
 *   <li>{@code @method}; absent where the target stands alone
 *   <li>{@code @path}: all before the question mark, as it is written
 *   <li>{@code @path:N}: its N-th segment from 1, decoded
 *   <li>{@code @query:NAME}: a parameter, decoded; a list where it stands several times
 * </ul>
 */
public final class RequestColumns {

  private static final String METHOD = "@method";
  private static final String PATH = "@path";
  private static final String SEGMENT = "@path:";
  private static final String PARAMETER = "@query:";

  private static final Pattern COLUMN =
      Pattern.compile("@method|@path|@path:[1-9][0-9]?|@query:.+", Pattern.DOTALL);

  private static final String PROTOCOL = " HTTP/";
  private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*");
  private static final char NOT_UTF_8 = '\uFFFD';

  private RequestColumns() {}

  /**
   * What is written so that it cannot be decoded: any other value for a filter, else unreadable.
   */
  record Undecoded(String text) {}

  public static boolean isOne(String column) {
    return COLUMN.matcher(column).matches();
  }

  /**
   * @param request null when absent
   * @return null when absent
   */
  public static Object value(String request, String column) {
    if (request == null) {
      return null;
    }
    int protocol = request.lastIndexOf(PROTOCOL);
    String line = protocol < 0 ? request : request.substring(0, protocol);
    int blank = line.indexOf(' ');
    if (column.equals(METHOD)) {
      return blank < 0 ? null : line.substring(0, blank);
    }
    String written = line.substring(blank + 1);
    String target = written.startsWith("/") ? written : ORIGIN.matcher(written).replaceFirst("");
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    if (column.equals(PATH)) {
      return path;
    }
    return column.startsWith(SEGMENT)
        ? segment(path, Integer.parseInt(column.substring(SEGMENT.length())))
        : parameter(
            question < 0 ? "" : target.substring(question + 1),
            column.substring(PARAMETER.length()));
  }

  /** A plus sign is one in a path. */
  private static Object segment(String path, int number) {
    String[] segments = path.split("/", -1);
    return number < segments.length ? decoded(segments[number].replace("+", "%2B")) : null;
  }

  private static Object parameter(String query, String name) {
    List<Object> values = new ArrayList<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals >= 0 && decoded(pair.substring(0, equals)).equals(name)) {
        values.add(decoded(pair.substring(equals + 1)));
      }
    }
    return values.size() > 1 ? values : values.isEmpty() ? null : values.get(0);
  }

  private static Object decoded(String text) {
    try {
      String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      return decoded.indexOf(NOT_UTF_8) < 0 ? decoded : new Undecoded(text);
    } catch (IllegalArgumentException malformed) {
      return new Undecoded(text);
    }
  }
}
