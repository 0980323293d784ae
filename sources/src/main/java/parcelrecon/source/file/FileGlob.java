package parcelrecon.source.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parcelrecon.model.Utf8Order;

/**
 * The files, or the folders, that a path or glob names, relative to the configuration's folder.
 * Hidden ones (a leading dot), and what a spreadsheet program leaves beside a workbook that is open
 * ({@code ~$}), are none.
 */
public record FileGlob(Path base, String pattern) {

  private static final String GLOB_CHARACTERS = "*?[{";

  /**
   * Sorted by name; never empty.
   *
   * @throws parcelrecon.problem.ProblemException UNREACHABLE when there is none
   */
  List<SiteFile> found() {
    try {
      List<SiteFile> files = files();
      if (!files.isEmpty()) {
        return files;
      }
    } catch (IOException e) {
      throw FileProblems.unreadable(pattern, e);
    }
    if (Files.isDirectory(folder())) {
      throw FileProblems.notThere(pattern);
    }
    throw FileProblems.folderNotThere(pattern, folder().toString());
  }

  /** The file of that name. */
  SiteFile named(String name) {
    return new SiteFile(name, base.resolve(name).normalize());
  }

  private List<SiteFile> files() throws IOException {
    return matching(Files::isRegularFile);
  }

  /** Sorted by name; empty when none matches. */
  public List<SiteFile> folders() throws IOException {
    return matching(Files::isDirectory);
  }

  private List<SiteFile> matching(Predicate<Path> kind) throws IOException {
    Path exact = base.resolve(pattern);
    if (!isGlob(pattern) || kind.test(exact)) {
      return kind.test(exact) ? List.of(file(exact)) : List.of();
    }
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    PathMatcher matcher = base.getFileSystem().getPathMatcher("glob:" + escaped());
    try (Stream<Path> found = Files.walk(folder, depth(), FileVisitOption.FOLLOW_LINKS)) {
      List<SiteFile> files = new ArrayList<>();
      found
          .filter(path -> matcher.matches(path.normalize()) && !isHidden(path))
          .filter(kind)
          .forEach(path -> files.add(file(path)));
      files.sort(Comparator.comparing(SiteFile::name, Utf8Order.COMPARATOR));
      return files;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The deepest folder above everything the pattern can match. */
  Path folder() {
    List<String> segments = segments();
    Path folder = root();
    for (String segment : segments.subList(0, fixedSegments())) {
      folder = folder.resolve(segment);
    }
    return folder.normalize();
  }

  /** A segment of the pattern that is there by that very name is no glob. */
  private int fixedSegments() {
    List<String> segments = segments();
    Path folder = root();
    int fixed = 0;
    while (fixed < segments.size() - 1) {
      folder = folder.resolve(segments.get(fixed));
      if (isGlob(segments.get(fixed)) && !Files.isDirectory(folder)) {
        return fixed;
      }
      fixed++;
    }
    return fixed;
  }

  private Path root() {
    return base.resolve(pattern.startsWith("/") ? "/" : "");
  }

  private int depth() {
    return pattern.contains("**") ? Integer.MAX_VALUE : segments().size() - fixedSegments();
  }

  private List<String> segments() {
    return Stream.of(pattern.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }

  /** The whole pattern as a glob, the folder's own name taken literally. */
  private String escaped() {
    StringBuilder glob = new StringBuilder();
    for (char letter : folder().toString().toCharArray()) {
      glob.append("*?[]{}\\".indexOf(letter) >= 0 ? "\\" : "").append(letter);
    }
    segments().stream().skip(fixedSegments()).forEach(segment -> glob.append('/').append(segment));
    return glob.toString();
  }

  private SiteFile file(Path path) {
    Path normal = path.normalize();
    String name = base.normalize().relativize(normal).toString();
    return new SiteFile(name.replace(path.getFileSystem().getSeparator(), "/"), normal);
  }

  private static boolean isHidden(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.startsWith("~$");
  }

  private static boolean isGlob(String text) {
    return text.chars().anyMatch(letter -> GLOB_CHARACTERS.indexOf(letter) >= 0);
  }
}
