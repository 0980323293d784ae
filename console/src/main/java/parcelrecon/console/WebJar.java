package parcelrecon.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A library for browsers, of the version the build brings along. */
final class WebJar {

  private WebJar() {}

  /** Where its files for browsers are on the class path. */
  static String dist(String name) {
    return "classpath:/META-INF/resources/webjars/" + name + "/" + version(name) + "/dist/";
  }

  private static String version(String name) {
    String file = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (InputStream in = WebJar.class.getResourceAsStream(file)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
