package parcelrecon.report.datafix.script;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file of SQL that is about to be written.
 *
 * @param file its name within the package
 * @param rows changes it is about
 */
public record Script(String file, long rows, Content content) {

  /** The same bytes however often it is written. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }
}
