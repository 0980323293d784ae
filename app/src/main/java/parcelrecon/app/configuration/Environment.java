package parcelrecon.app.configuration;

import java.util.Optional;

/** Where {@code ${NAME}} is looked up. */
@FunctionalInterface
public interface Environment {

  Optional<String> get(String name);

  /** The process's environment variables. */
  static Environment ofProcess() {
    return name -> Optional.ofNullable(System.getenv(name));
  }
}
