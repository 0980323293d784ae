package parcelrecon.source.segments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parcelrecon.model.Utf8Order;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.source.file.FileGlob;
import parcelrecon.source.file.FileProblems;
import parcelrecon.source.file.SiteFile;

/**
 * The folders of partitions that are there, with their segment files. Of a folder's other files
 * only {@code partition.metadata} is looked at, and beside it {@link HighWatermark}: no index is
 * needed.
 */
final class PartitionFolders {

  /** Each is told in the coverage. */
  private static final int PARTITIONS_MAX = 10_000;

  private static final Pattern SEGMENT = Pattern.compile("(\\d{20})\\.log");
  private static final Pattern TOPIC_ID = Pattern.compile("(?m)^topic_id: *(\\S+)");
  private static final Comparator<FolderName> ORDER =
      Comparator.comparing(FolderName::topic, Utf8Order.COMPARATOR)
          .thenComparing(FolderName::partition);

  private final Path base;
  private final List<String> patterns;

  PartitionFolders(Path base, List<String> patterns) {
    this.base = base.toAbsolutePath().normalize();
    this.patterns = patterns;
  }

  Path base() {
    return base;
  }

  /**
   * The partitions in the order of topics and numbers; a folder that holds no segment is no copy.
   *
   * @throws ProblemException UNREACHABLE when a pattern matches no partition's folder, or one
   *     cannot be read; CONFIGURATION when a topic's copies are of two topics, or there are too
   *     many
   */
  List<PartitionLog> find() {
    Map<FolderName, List<PartitionCopy>> found = new TreeMap<>(ORDER);
    Set<Path> known = new HashSet<>();
    for (String pattern : patterns) {
      for (SiteFile folder : folders(pattern)) {
        if (known.add(real(folder))) {
          FolderName.of(name(folder)).ifPresent(name -> add(found, name, folder));
        }
      }
    }
    List<PartitionLog> logs = new ArrayList<>();
    found.forEach(
        (name, copies) -> {
          copies.sort(Comparator.comparing(PartitionCopy::folder, Utf8Order.COMPARATOR));
          logs.add(new PartitionLog(name.topic(), name.partition(), List.copyOf(copies)));
        });
    TopicIds.check(logs);
    refuseTooMany(found.keySet());
    return logs;
  }

  private static void refuseTooMany(Set<FolderName> found) {
    Map<String, Integer> partitions = new TreeMap<>();
    found.forEach(name -> partitions.merge(name.topic(), name.partition() + 1, Math::max));
    int all = partitions.values().stream().mapToInt(Integer::intValue).sum();
    if (all > PARTITIONS_MAX) {
      throw new ProblemException(
          ExitCode.CONFIGURATION,
          new Problem(
              TopicIds.WHERE,
              "folders are of topics with " + all + " partitions, at most " + PARTITIONS_MAX,
              "Nothing was read",
              "Name the folders of fewer topics"));
    }
  }

  private List<SiteFile> folders(String pattern) {
    FileGlob glob = new FileGlob(base, pattern);
    try {
      List<SiteFile> folders = glob.folders();
      if (folders.stream().noneMatch(folder -> FolderName.of(name(folder)).isPresent())) {
        throw noPartition(pattern);
      }
      return folders;
    } catch (IOException e) {
      throw FileProblems.unreadable(pattern, e);
    }
  }

  private static ProblemException noPartition(String pattern) {
    return new ProblemException(
        ExitCode.UNREACHABLE,
        new Problem(
            pattern,
            "no folder of a partition is there, expected names such as parcel-outbound-0",
            "Nothing was read from it",
            "Correct the path, or mount the broker's disk"));
  }

  private static String name(SiteFile folder) {
    return folder.path().getFileName().toString();
  }

  private static Path real(SiteFile folder) {
    try {
      return folder.path().toRealPath();
    } catch (IOException e) {
      throw FileProblems.unreadable(folder.name(), e);
    }
  }

  private void add(Map<FolderName, List<PartitionCopy>> found, FolderName name, SiteFile folder) {
    try {
      List<Segment> segments = segments(folder);
      List<PartitionCopy> copies = found.computeIfAbsent(name, first -> new ArrayList<>());
      if (!segments.isEmpty()) {
        copies.add(
            new PartitionCopy(
                folder.name(), topicId(folder), HighWatermark.of(folder.path(), name), segments));
      }
    } catch (IOException e) {
      throw FileProblems.unreadable(folder.name(), e);
    }
  }

  private static List<Segment> segments(SiteFile folder) throws IOException {
    List<Segment> segments = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.path())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher name = SEGMENT.matcher(file.getFileName().toString());
        if (name.matches()) {
          SiteFile named = new SiteFile(folder.name() + "/" + file.getFileName(), file);
          segments.add(new Segment(named, Long.parseLong(name.group(1)), size(named)));
        }
      }
    }
    segments.sort(Comparator.comparingLong(Segment::baseOffset));
    return segments;
  }

  private static long size(SiteFile file) {
    try {
      return Files.size(file.path());
    } catch (IOException e) {
      throw FileProblems.unreadable(file.name(), e);
    }
  }

  private static Optional<String> topicId(SiteFile folder) throws IOException {
    Path metadata = folder.path().resolve("partition.metadata");
    if (!Files.isRegularFile(metadata)) {
      return Optional.empty();
    }
    Matcher id =
        TOPIC_ID.matcher(new String(Files.readAllBytes(metadata), StandardCharsets.ISO_8859_1));
    return id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }
}
