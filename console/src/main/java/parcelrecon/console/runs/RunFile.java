package parcelrecon.console.runs;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;

/** The files of a run that can be downloaded; no other can. */
enum RunFile {
  WORKBOOK(
      "affected-parcels.xlsx",
      new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
  STATEMENT_MD("statement.md", new MediaType("text", "markdown")),
  STATEMENT_HTML("statement.html", MediaType.TEXT_HTML),
  MISMATCHES("mismatches.csv", new MediaType("text", "csv")),
  REJECTS("rejects.csv", new MediaType("text", "csv")),
  RUN("run.json", MediaType.APPLICATION_JSON);

  private final String file;
  private final MediaType type;

  RunFile(String file, MediaType type) {
    this.file = file;
    this.type = type;
  }

  /** What an address calls it: the file's name. */
  public String id() {
    return file;
  }

  MediaType type() {
    return type;
  }

  /** Of a known id; nothing of the id is taken for a path. */
  static Optional<RunFile> of(String id) {
    return Stream.of(values()).filter(each -> each.file.equals(id)).findFirst();
  }

  /** What the downloaded file is called: {@code run-003-zh-TW-affected-parcels.xlsx}. */
  String downloadName(String incident, long run, String language) {
    return "%s-run-%03d-%s-%s".formatted(incident, run, language, file);
  }
}
