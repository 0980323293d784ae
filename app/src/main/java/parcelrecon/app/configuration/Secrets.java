package parcelrecon.app.configuration;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The secret values of a configuration, so that nothing printed shows one. */
public final class Secrets {

  static final String MASK = "***";

  private static final Pattern SECRET_NAME =
      Pattern.compile("passw|secret|token|credential|jaas|pwd|private|api[-_]?key|keystore\\.key");
  private static final Pattern IN_URL =
      Pattern.compile("(?i)\\b(password|passwd|pwd|secret|token)=[^;&?]*");
  private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

  /** Shorter ones would blot out ordinary words. */
  private static final int LENGTH_MIN = 4;

  private final Set<String> values = new LinkedHashSet<>();

  /** Whether a key or a variable of this name holds a secret. */
  static boolean isSecretName(String name) {
    return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /** A text without the passwords that URLs carry. */
  static String withoutUrlSecrets(String text) {
    String parameters = IN_URL.matcher(text).replaceAll("$1=" + MASK.replace("$", "\\$"));
    return USER_INFO.matcher(parameters).replaceAll("//" + MASK + "@");
  }

  void add(String value) {
    if (value.length() >= LENGTH_MIN) {
      values.add(value);
    }
  }

  /** The text with every secret value replaced. */
  public String mask(String text) {
    String masked = text;
    for (String value : values) {
      masked = masked.replace(value, MASK);
    }
    return masked;
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "Secrets[" + values.size() + "]";
  }
}
