package parcelrecon.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a demo. A demo's own folder is replaced, never any other. */
record DemoFolder(Path path) {

  /** By this file a demo knows its own folder again. */
  private static final String MARK = ".parcel-recon-demo";

  /**
   * Empties it.
   *
   * @throws IllegalArgumentException when it holds something that is no demo's
   */
  void prepare() {
    try {
      if (Files.exists(path) && !Files.exists(path.resolve(MARK)) && !isEmpty(path)) {
        throw new IllegalArgumentException(
            path + " holds something else, expected an empty folder or that of a demo");
      }
      clear();
      Files.createDirectories(path);
      Files.createFile(path.resolve(MARK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private void clear() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst =
          all.filter(each -> !each.equals(path)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }

  Path site() {
    return path.resolve("site");
  }

  Path broker() {
    return path.resolve("broker");
  }

  Path truth() {
    return path.resolve("truth.csv");
  }

  Path outputs() {
    return path.resolve("out");
  }

  Path answeredWorkbook() {
    return path.resolve("affected-parcels-answered.xlsx");
  }
}
