package parcelrecon.console.sign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How often somebody may try to sign in: after a few failures of a name, or of an address, each
 * further try has to wait twice as long as the one before it. Names that do not exist are treated
 * as those that do. Every try counts as failed until it is known to be right, so tries at the same
 * time are counted, too.
 */
final class SignInLimit {

  static final int FAILURES_OF_A_NAME = 5;

  /** More than of a name: an office may have one address. */
  static final int FAILURES_OF_AN_ADDRESS = 30;

  static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  /** Others can make a name wait, so not for long. */
  private static final Duration NAME_WAITS_MAX = Duration.ofMinutes(1);

  private static final Duration ADDRESS_WAITS_MAX = Duration.ofMinutes(15);

  private static final int REMEMBERED_MAX = 10_000;
  private static final int LETTERS_MAX = 100;

  private final InstantSource clock;
  private final Map<String, Failures> byName = new Remembered();
  private final Map<String, Failures> byAddress = new Remembered();

  SignInLimit(InstantSource clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {}

  private static final class Remembered extends LinkedHashMap<String, Failures> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
      return size() > REMEMBERED_MAX;
    }
  }

  /**
   * Counts a try.
   *
   * @return how long it would have to wait; zero when it may be made now
   */
  synchronized Duration begin(String name, String address) {
    Instant now = clock.instant();
    Duration wait =
        longer(
            wait(byName.get(key(name)), FAILURES_OF_A_NAME, NAME_WAITS_MAX, now),
            wait(byAddress.get(network(address)), FAILURES_OF_AN_ADDRESS, ADDRESS_WAITS_MAX, now));
    if (wait.isZero()) {
      count(byName, key(name), now);
      count(byAddress, network(address), now);
    }
    return wait;
  }

  /** The try counted last was right. */
  synchronized void succeeded(String name, String address) {
    byName.remove(key(name));
    byAddress.computeIfPresent(
        network(address),
        (same, failures) ->
            failures.count() == 1 ? null : new Failures(failures.count() - 1, failures.last()));
  }

  private static Duration wait(Failures failures, int free, Duration max, Instant now) {
    if (failures == null || failures.count() < free) {
      return Duration.ZERO;
    }
    Duration since = Duration.between(failures.last(), now);
    if (since.compareTo(FORGOTTEN_AFTER) >= 0) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures.count() - free, 20);
    Duration whole = shorter(Duration.ofSeconds(1L << doublings), max);
    return longer(whole.minus(since), Duration.ZERO);
  }

  /** Moves the key to those that are forgotten last. */
  private static void count(Map<String, Failures> all, String key, Instant now) {
    Failures before = all.remove(key);
    boolean isForgotten =
        before == null || Duration.between(before.last(), now).compareTo(FORGOTTEN_AFTER) >= 0;
    all.put(key, new Failures(isForgotten ? 1 : before.count() + 1, now));
  }

  private static String key(String name) {
    String known = name.length() > LETTERS_MAX ? name.substring(0, LETTERS_MAX) : name;
    return known.toLowerCase(Locale.ROOT);
  }

  /** Of an address of IPv6 what one subscriber has of them. */
  private static String network(String address) {
    String[] groups = address.split(":", -1);
    return groups.length == 8
        ? String.join(":", groups[0], groups[1], groups[2], groups[3])
        : address;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
