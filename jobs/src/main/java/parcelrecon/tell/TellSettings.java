package parcelrecon.tell;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Whom a site can tell.
 *
 * @param mail absent where no target is told by mail
 * @param console where people reach the console, without a slash at its end; absent where messages
 *     have no links
 */
public record TellSettings(List<Target> targets, Optional<MailServer> mail, Optional<URI> console) {

  public static final int TARGETS_MAX = 20;

  /** Of a site that tells nobody. */
  public static final TellSettings NONE =
      new TellSettings(List.of(), Optional.empty(), Optional.empty());

  public TellSettings {
    targets = List.copyOf(targets);
  }

  public Optional<Target> target(String name) {
    return targets.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
