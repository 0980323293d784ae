package parcelrecon.report.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A UTF-8 text being written row by row. Without rows there is no file. */
public final class TextFile implements AutoCloseable {

  private final String name;
  private final Path path;
  private final String head;
  private Writer writer;
  private long rows;

  TextFile(String name, Path path, String head) {
    this.name = name;
    this.path = path;
    this.head = head;
  }

  String name() {
    return name;
  }

  /** Writes a row as it is; its line end belongs to it. */
  public void row(String text) {
    try {
      if (writer == null) {
        Files.createDirectories(path.getParent());
        writer =
            new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8));
        writer.write(head);
      }
      writer.write(text);
      rows++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long rows() {
    return rows;
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
