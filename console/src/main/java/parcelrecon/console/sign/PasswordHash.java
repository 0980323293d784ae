package parcelrecon.console.sign;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords as they are kept: hashed by Argon2 or BCrypt, which stands in front in braces. */
public final class PasswordHash {

  public static final int CHARACTERS_MIN = 12;
  public static final int CHARACTERS_MAX = 200;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** The first choice of OWASP's password storage cheat sheet. */
  private static final int ARGON2_KILOBYTES = 19_456;

  private static final int ARGON2_ROUNDS = 2;

  private static final String BASE64 = "[A-Za-z0-9+/]";
  private static final Pattern ARGON2 =
      Pattern.compile(
          "\\{argon2}\\$argon2(?:id|i|d)\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$"
              + BASE64
              + "{11,86}\\$"
              + BASE64
              + "{22,86}");
  private static final Pattern BCRYPT =
      Pattern.compile("\\{bcrypt}\\$2[aby]\\$(\\d{2})\\$[./A-Za-z0-9]{53}");

  static final PasswordEncoder ENCODER =
      new DelegatingPasswordEncoder(
          "argon2",
          Map.of(
              "argon2",
              new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, ARGON2_KILOBYTES, ARGON2_ROUNDS),
              "bcrypt",
              new BCryptPasswordEncoder()));

  private PasswordHash() {}

  /** Whether the text is a hash that is neither too weak to protect nor too costly to check. */
  public static boolean isOne(String text) {
    Matcher argon2 = ARGON2.matcher(text);
    if (argon2.matches()) {
      return isWithin(argon2.group(1), 7_168, 262_144)
          && isWithin(argon2.group(2), 1, 20)
          && isWithin(argon2.group(3), 1, 16);
    }
    Matcher bcrypt = BCRYPT.matcher(text);
    return bcrypt.matches() && isWithin(bcrypt.group(1), 10, 15);
  }

  private static boolean isWithin(String number, int min, int max) {
    int value = Integer.parseInt(number);
    return value >= min && value <= max;
  }

  /** A hash of its own each time, by Argon2. */
  public static String of(String password) {
    return ENCODER.encode(composed(password));
  }

  /** Whether the password is that of the hash; takes as long as the hash is costly. */
  public static boolean matches(String password, String hash) {
    return ENCODER.matches(composed(password), hash);
  }

  /** Terminals and browsers may type the same letters in different forms. */
  private static String composed(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
