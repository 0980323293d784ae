package parcelrecon.console;

import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Settings come from the site's configuration only: not from variables of the machine, nor from
 * files where the command was typed.
 */
final class OwnEnvironment extends StandardEnvironment {
  @Override
  protected void customizePropertySources(MutablePropertySources sources) {}
}
