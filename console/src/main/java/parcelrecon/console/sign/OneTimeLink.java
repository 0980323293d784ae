package parcelrecon.console.sign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * What signs in the one person of a console without users: a secret that only who started it has
 * seen. It is good once and for a while, and a later one ends it.
 */
final class OneTimeLink {

  static final Duration VALID_FOR = Duration.ofMinutes(15);

  /** Whoever is on this machine may ask for another one, which the terminal shows. */
  static final Duration NEXT_AFTER = Duration.ofSeconds(10);

  private static final int SECRET_BYTES = 32;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private byte[] secret = {};
  private Instant madeAt = Instant.MIN;

  OneTimeLink(InstantSource clock) {
    this.clock = clock;
  }

  /** A new secret, in letters that a URL may hold; absent when the last one is too young. */
  synchronized Optional<String> next() {
    Instant now = clock.instant();
    if (madeAt.isAfter(now.minus(NEXT_AFTER))) {
      return Optional.empty();
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    secret = text.getBytes(StandardCharsets.US_ASCII);
    madeAt = now;
    return Optional.of(text);
  }

  /** Whether this is the secret, not used and not too old; from now on it is used. */
  synchronized boolean use(String given) {
    boolean isIt =
        MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret)
            && secret.length > 0
            && !clock.instant().isAfter(madeAt.plus(VALID_FOR));
    if (isIt) {
      secret = new byte[0];
    }
    return isIt;
  }
}
