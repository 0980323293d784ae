package parcelrecon.report.datafix.script;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseAnd;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;

/** A text's literal as the database reads it. JSqlParser reads {@code U&'..'} as U and a text. */
final class ReadLiteral {

  /** Stands for {@code _utf8mb4 x}, which JSqlParser cannot read. */
  static final String UTF8MB4_HEX = "N";

  private static final Pattern ANY_SESSION = Pattern.compile("[^'\\\\]*");
  private static final Pattern POSTGRESQL =
      Pattern.compile("\\\\u([0-9a-f]{4})|\\\\U([0-9a-f]{8})");
  private static final Pattern H2 = Pattern.compile("\\\\([0-9a-f]{4})|\\\\[+]([0-9a-f]{6})");

  private ReadLiteral() {}

  /**
   * @throws IllegalArgumentException when it is no literal of the dialect, or one that means
   *     something else in another session
   */
  static String decode(Expression literal, Dialect dialect) {
    if (literal instanceof StringValue text && text.getPrefix() == null) {
      return read(text.getValue(), ANY_SESSION);
    }
    return switch (dialect) {
      case H2 -> unescaped(h2(literal), H2);
      case POSTGRESQL -> unescaped(prefixed(literal, "E"), POSTGRESQL);
      case MARIADB, MYSQL ->
          new String(
              HexFormat.of().parseHex(prefixed(literal, UTF8MB4_HEX)), StandardCharsets.UTF_8);
    };
  }

  private static String h2(Expression literal) {
    if (literal instanceof BitwiseAnd and
        && and.getLeftExpression().toString().equals("U")
        && and.getRightExpression() instanceof StringValue text
        && text.getPrefix() == null) {
      return text.getValue();
    }
    throw new IllegalArgumentException("no text of H2: " + literal);
  }

  private static String prefixed(Expression literal, String prefix) {
    if (literal instanceof StringValue text && prefix.equals(text.getPrefix())) {
      return text.getValue();
    }
    throw new IllegalArgumentException("no text with prefix " + prefix + ": " + literal);
  }

  private static String unescaped(String text, Pattern escape) {
    read(escape.matcher(text).replaceAll(""), ANY_SESSION);
    return escape
        .matcher(text)
        .replaceAll(
            match -> {
              String digits = match.group(1) == null ? match.group(2) : match.group(1);
              return Matcher.quoteReplacement(Character.toString(Integer.parseInt(digits, 16)));
            });
  }

  private static String read(String text, Pattern readable) {
    if (!readable.matcher(text).matches()) {
      throw new IllegalArgumentException("means what its session says: " + text);
    }
    return text;
  }
}
