package parcelrecon.console.operations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import parcelrecon.console.sign.Permission;
import parcelrecon.console.sign.Person;
import parcelrecon.console.sign.SignSettings;

/** Lets a watcher see metrics and the whole of health without signing in. */
@Component
final class WatcherToken {

  private static final String BEARER = "Bearer ";

  private final Optional<byte[]> token;

  WatcherToken(SignSettings settings) {
    this.token = settings.metricsToken().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param person null when nobody is signed in
   * @param authorization of the request's header; may be empty
   */
  boolean mayWatch(Person person, String authorization) {
    return isIn(authorization) || person != null && person.may(Permission.SEE_METRICS);
  }

  /** Takes as long whatever is given. */
  private boolean isIn(String authorization) {
    return token.isPresent()
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            token.get(), authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
  }
}
